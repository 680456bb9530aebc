package org.mingzhang.statement.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.token.FoldedText;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.SpanMapper;
import org.mingzhang.statement.token.WordClass;

/**
 * Reads the subjects that a phrase names: items, a pair, names of the chart, a coordination, or an
 * account that the chart does not have.
 */
final class SubjectReader {

  private static final Set<String> ABSENCE = Set.of("无", "没有");

  private final FoldedText foldedText;
  private final AccountNameResolver nameResolver;
  private final Lexicon lexicon;
  private final ChartNameFinder chartNameFinder;
  private final MarkedItemReader itemReader;
  private final UnlistedAccountReader unlistedAccountReader;
  private final @Nullable Subject project;
  private final ProjectFundingMatcher projectFundingMatcher;
  private final NamedProjectFinder namedProjectFinder;

  /**
   * Whether the document is a government report, in which a level of government alone (省级) states a
   * perimeter.
   */
  private final boolean isGovernmentReport;

  SubjectReader(
      FoldedText foldedText,
      Lexicon lexicon,
      AccountNameResolver nameResolver,
      InheritedContext context,
      SpanMapper spanMapper) {
    this.foldedText = foldedText;
    this.nameResolver = nameResolver;
    this.lexicon = lexicon;
    this.project = context.projectFunding();
    this.projectFundingMatcher = new ProjectFundingMatcher(lexicon, context);
    this.isGovernmentReport = context.chart() == ChartOfAccounts.governments();
    OwnAgencyMatcher ownAgencyMatcher = new OwnAgencyMatcher(lexicon, context);
    this.chartNameFinder =
        new ChartNameFinder(
            foldedText, lexicon, nameResolver, context, spanMapper, ownAgencyMatcher);
    this.itemReader = new MarkedItemReader(foldedText, nameResolver, chartNameFinder);
    this.namedProjectFinder =
        new NamedProjectFinder(
            foldedText, nameResolver, chartNameFinder, context.textEvaluatesProjects());
    this.unlistedAccountReader =
        new UnlistedAccountReader(
            foldedText,
            lexicon,
            nameResolver,
            chartNameFinder,
            ownAgencyMatcher,
            !isGovernmentReport);
  }

  /**
   * The subjects that are named, with the stages included in their names; empty if none is named.
   * Of several items only the first is returned unless the phrase has 分别, 均 or 各.
   *
   * @param nameTokens tokens that contain the name
   * @param itemAbove path of the preceding item, which completes a path that does not start at
   *     level 1; or null
   * @param attributes attributes of the phrase, to which the reader adds
   */
  List<ResolvedName> read(
      List<ProseToken> nameTokens, @Nullable String itemAbove, PhraseAttributes attributes) {
    List<ResolvedName> items = itemReader.read(nameTokens, itemAbove);
    if (!items.isEmpty()) {
      return attributes.numbersAreDistributed ? items : items.subList(0, 1);
    }
    if (isFundOnly(nameTokens)) {
      return List.of();
    }
    List<List<ProseToken>> pieces = splitCoordination(withoutVerbAfterEach(nameTokens));
    List<ResolvedName> projects =
        attributes.numbersAreDistributed ? findProjects(pieces) : List.of();
    if (!projects.isEmpty()) {
      return projects;
    }
    Optional<Subject> project =
        findInheritedProject(nameTokens).or(() -> namedProjectFinder.find(nameTokens));
    if (project.isPresent()) {
      return List.of(new ResolvedName(project.get(), null));
    }
    List<ResolvedName> pair = chartNameFinder.findPair(nameTokens);
    if (!pair.isEmpty()) {
      return pair;
    }
    Optional<ResolvedName> whole =
        hasPerHeadWordBeforeName(nameTokens)
            ? Optional.empty()
            : chartNameFinder.findLongest(nameTokens, attributes);
    if (whole.isPresent()) {
      return List.of(whole.get());
    }
    if (pieces.removeIf(p -> isOnlyStageOrTime(p) || namesAbsentAccount(p)) && pieces.size() == 1) {
      return chartNameFinder
          .findLongest(pieces.getFirst(), attributes)
          .or(() -> unlistedAccountReader.read(pieces.getFirst(), attributes))
          .map(List::of)
          .orElse(List.of());
    }
    if (pieces.size() > 1 && attributes.numbersAreDistributed) {
      List<ResolvedName> shared =
          SharedNameEndingReader.read(
              nameResolver, pieces, (first, last) -> textOf(first.getFirst(), last));
      if (!shared.isEmpty()) {
        return shared;
      }
      List<ResolvedName> each = new ArrayList<>();
      for (List<ProseToken> piece : pieces) {
        chartNameFinder
            .findLongest(piece, attributes)
            .or(() -> unlistedAccountReader.read(piece, attributes))
            .or(() -> nameResolver.resolve(textOf(piece), null))
            .ifPresent(each::add);
      }
      return each.size() == pieces.size()
          ? CoordinationResolver.resolve(each, nameResolver)
          : List.of();
    }
    return findWholeOfParts(pieces, attributes)
        .or(() -> unlistedAccountReader.read(nameTokens, attributes))
        .map(projectFundingMatcher::resolveProjectFunding)
        .or(() -> findGovernmentLevelFunds(nameTokens))
        .map(List::of)
        .orElse(List.of());
  }

  /**
   * The projects that a coordination names, of which the last is followed by a stage:
   * 渠道清淤项目和山洪预警项目全年预算数分别为; empty if the last piece names no project.
   */
  private List<ResolvedName> findProjects(List<List<ProseToken>> pieces) {
    Optional<Subject> last =
        pieces.size() > 1
                && pieces.stream().allMatch(p -> p.stream().anyMatch(ProseToken::isNameLike))
            ? namedProjectFinder.find(pieces.getLast())
            : Optional.empty();
    return last.stream()
        .flatMap(
            project ->
                Stream.concat(
                    pieces.subList(0, pieces.size() - 1).stream().map(this::toAccountOrProject),
                    Stream.of(new ResolvedName(project, null))))
        .toList();
  }

  /** The account of the chart that a piece names, otherwise the project of its name. */
  private ResolvedName toAccountOrProject(List<ProseToken> piece) {
    String name =
        textOf(piece.stream().dropWhile(t -> !t.isNameLike()).toList()).replaceFirst("项目$", "");
    return nameResolver
        .resolve(name, null)
        .orElseGet(() -> new ResolvedName(nameResolver.projectFunding(name, null), null));
  }

  /**
   * The account of which the pieces of a coordination name all parts, 人员经费、公用经费合计; empty if there
   * is none.
   */
  private Optional<ResolvedName> findWholeOfParts(
      List<List<ProseToken>> pieces, PhraseAttributes attributes) {
    if (pieces.size() < 2) {
      return Optional.empty();
    }
    List<Subject> parts =
        pieces.stream()
            .flatMap(piece -> chartNameFinder.findLongest(piece, attributes).stream())
            .map(ResolvedName::subject)
            .toList();
    return parts.size() < pieces.size()
        ? Optional.empty()
        : nameResolver
            .relations()
            .findWhole(parts)
            .flatMap(
                whole ->
                    nameResolver.resolve(
                        whole,
                        chartNameFinder.spanOf(
                            pieces.getFirst().getFirst(), pieces.getLast().getLast())));
  }

  /**
   * The project named by the titles above, even if its name is also that of an account:
   * 工会经费项目全年预算数.
   */
  private Optional<Subject> findInheritedProject(List<ProseToken> nameTokens) {
    String name = project == null ? null : project.item();
    if (project == null || name == null || nameTokens.isEmpty()) {
      return Optional.empty();
    }
    String words = textOf(nameTokens);
    boolean named = words.startsWith(name);
    if (!named && !words.startsWith(project.account())) {
      return Optional.empty();
    }
    int end = nameTokens.getFirst().start() + (named ? name : project.account()).length();
    boolean alone = nameTokens.stream().allMatch(t -> t.end() <= end || t.start() >= end);
    return alone && nameTokens.stream().noneMatch(t -> t.start() >= end && t.isNameLike())
        ? Optional.of(project)
        : Optional.empty();
  }

  /**
   * Whether the words name a fund and nothing else: 一般公共预算1129.36万元, a part of the whole before it.
   */
  private static boolean isFundOnly(List<ProseToken> nameTokens) {
    return nameTokens.stream().anyMatch(t -> t.isWordOfClass(WordClass.FUND))
        && nameTokens.stream()
            .allMatch(
                t ->
                    t.isWordOfAnyClass(
                        WordClass.FUND,
                        WordClass.OF_WHICH,
                        WordClass.LINK,
                        WordClass.LINKING_VERB));
  }

  /**
   * Reads the funds of a level of government (区级资金) as an account of its own. In documents of
   * agencies and projects the word for the level is enough: （中央160万元、省级50万元）.
   */
  private Optional<ResolvedName> findGovernmentLevelFunds(List<ProseToken> nameTokens) {
    if (!isGovernmentReport
        && nameTokens.size() == 1
        && nameTokens.getFirst().isGovernmentLevel()) {
      ProseToken level = nameTokens.getFirst();
      return Optional.of(
          new ResolvedName(
              Subject.ofUnlistedName(textOf(nameTokens), chartNameFinder.spanOf(level, level)),
              null));
    }
    for (int i = 0; i < nameTokens.size() - 1; i++) {
      ProseToken money = nameTokens.get(i + 1);
      ProseToken level = nameTokens.get(i);
      if (level.isGovernmentLevel()
          && money.isWordOfClass(WordClass.NOUN)
          && lexicon.hasEnding(WordClass.ACCOUNT, foldedText.text(money))) {
        String name = foldedText.text(level.start(), money.end());
        return Optional.of(
            new ResolvedName(
                Subject.ofUnlistedName(name, chartNameFinder.spanOf(level, money)), null));
      }
    }
    return Optional.empty();
  }

  /** Whether a word such as 生均 precedes the name: 生均公用经费 is not 公用经费. */
  private static boolean hasPerHeadWordBeforeName(List<ProseToken> nameTokens) {
    return nameTokens.stream()
        .dropWhile(t -> !t.isWordOfClass(WordClass.PER_HEAD))
        .skip(1)
        .anyMatch(ProseToken::isNameLike);
  }

  /**
   * Whether a piece of a coordination is only a stage or time, so that it names no account:
   * 年初预算数和决算数均为, 2022年、2023年决算数分别为.
   */
  private static boolean isOnlyStageOrTime(List<ProseToken> piece) {
    return piece.stream().anyMatch(ProseToken::isTimeOrStage)
        && piece.stream()
            .allMatch(
                t ->
                    t.isTimeOrStage()
                        || t.isWordOfAnyClass(
                            WordClass.EQUALLY,
                            WordClass.RESPECTIVELY,
                            WordClass.LINKING_VERB,
                            WordClass.VERB));
  }

  /** Whether a piece of a coordination names an account without an amount: 无工程支出、服务支出20万元. */
  private boolean namesAbsentAccount(List<ProseToken> piece) {
    return piece.size() > 1
        && ABSENCE.contains(foldedText.text(piece.getFirst()))
        && piece.get(1) instanceof ProseToken.Name;
  }

  /** The tokens without the verbs after a final 分别: 志愿服务、青年驿站分别支出. */
  private static List<ProseToken> withoutVerbAfterEach(List<ProseToken> nameTokens) {
    int end = nameTokens.size();
    while (end > 0 && nameTokens.get(end - 1).isWordOfClass(WordClass.VERB)) {
      end--;
    }
    return end > 0 && nameTokens.get(end - 1).isWordOfClass(WordClass.RESPECTIVELY)
        ? nameTokens.subList(0, end)
        : nameTokens;
  }

  private static List<List<ProseToken>> splitCoordination(List<ProseToken> nameTokens) {
    List<List<ProseToken>> pieces = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < nameTokens.size(); i++) {
      ProseToken token = nameTokens.get(i);
      if (token.isConjunction()) {
        if (from < i) {
          pieces.add(nameTokens.subList(from, i));
        }
        from = i + 1;
      }
    }
    if (from < nameTokens.size()) {
      pieces.add(nameTokens.subList(from, nameTokens.size()));
    }
    return pieces;
  }

  private String textOf(List<ProseToken> tokens) {
    return textOf(tokens.getFirst(), tokens);
  }

  /**
   * The text from a token to the end of a list of tokens, without final words for a stage and
   * without a final 均, 分别, 为 or 完成.
   */
  private String textOf(ProseToken first, List<ProseToken> tokens) {
    int to = tokens.size();
    while (to > 1
        && tokens
            .get(to - 1)
            .isWordOfAnyClass(
                WordClass.EQUALLY,
                WordClass.RESPECTIVELY,
                WordClass.LINKING_VERB,
                WordClass.STAGE)) {
      to--;
    }
    return foldedText.text(first.start(), tokens.get(to - 1).end());
  }
}
