package org.mingzhang.statement.phrase;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingzhang.account.Account;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Fund;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.token.FoldedText;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.SpanMapper;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.statement.token.WordTrie;
import org.mingzhang.text.PatternTable;

/**
 * Finds a name of the chart among tokens by removing words before and after it until the chart has
 * the rest.
 */
final class ChartNameFinder {
  static final int MAX_NAME_LENGTH = 40;
  private static final int MAX_STRIPPED_TOKENS = 8;
  private static final String GRAND_TOTAL = "总计";

  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(ChartNameFinder.class);
  private static final Pattern ABBREVIATION = PATTERNS.get("abbreviation");

  private final FoldedText foldedText;
  private final Lexicon lexicon;
  private final AccountNameResolver nameResolver;
  private final InheritedContext context;
  private final SpanMapper spanMapper;
  private final OwnAgencyMatcher ownAgencyMatcher;
  private final NameBoundaryDetector boundaryDetector;

  ChartNameFinder(
      FoldedText foldedText,
      Lexicon lexicon,
      AccountNameResolver nameResolver,
      InheritedContext context,
      SpanMapper spanMapper,
      OwnAgencyMatcher ownAgencyMatcher) {
    this.foldedText = foldedText;
    this.lexicon = lexicon;
    this.nameResolver = nameResolver;
    this.context = context;
    this.spanMapper = spanMapper;
    this.ownAgencyMatcher = ownAgencyMatcher;
    this.boundaryDetector = new NameBoundaryDetector(foldedText, context);
  }

  /** The rules that decide which words around a name may be removed. */
  NameBoundaryDetector boundaryDetector() {
    return boundaryDetector;
  }

  /**
   * The name of the chart that remains after words around it are removed, as few as possible at the
   * beginning, then as few as possible at the end; otherwise a name at the end of the tokens.
   *
   * @param attributes attributes of the phrase; a skipped name is recorded in them, and the
   *     perimeter is removed if the name before the perimeter covers all bodies
   */
  Optional<ResolvedName> findLongest(List<ProseToken> tokens, PhraseAttributes attributes) {
    int leading = 0;
    while (leading < Math.min(tokens.size(), MAX_STRIPPED_TOKENS)
        && boundaryDetector.isOutsideName(
            tokens, leading, NameBoundaryDetector.CLASSES_BEFORE_NAME)) {
      leading++;
    }
    int kept = tokens.size();
    while (kept > Math.max(0, tokens.size() - MAX_STRIPPED_TOKENS)
        && boundaryDetector.isOutsideName(
            tokens, kept - 1, NameBoundaryDetector.CLASSES_AFTER_NAME)) {
      kept--;
    }
    int before = leading;
    int end = kept;
    return findWithin(tokens, before, end, false)
        .or(() -> findWithin(tokens, before, end, true))
        .or(() -> findAtEnd(tokens, tokens.subList(Math.min(before, end), end), attributes));
  }

  /**
   * Finds a name of the chart in a range of tokens.
   *
   * @param maxLeadingTokens maximum number of tokens that may be removed at the beginning
   * @param minEnd minimum end index of the range of tokens that is looked up
   * @param mayEndWithStage whether a word for a stage may end the name
   */
  private Optional<ResolvedName> findWithin(
      List<ProseToken> tokens, int maxLeadingTokens, int minEnd, boolean mayEndWithStage) {
    for (int from = 0; from <= Math.min(maxLeadingTokens, tokens.size() - 1); from++) {
      for (int to = tokens.size(); to >= Math.max(minEnd, from + 1); to--) {
        ProseToken last = tokens.get(to - 1);
        if (!mayEndWithStage && last.isWordOfAnyClass(WordClass.STAGE, WordClass.LINKING_VERB)) {
          continue;
        }
        Optional<ResolvedName> found = lookUp(tokens.subList(from, to));
        if (found.isPresent()
            && !isNameContinued(found.get().subject(), tokens, to)
            && !NameBoundaryDetector.isGenericFlow(
                foldedText.text(tokens.get(from).start(), tokens.get(to - 1).end()))) {
          return found;
        }
        Optional<ResolvedName> sum = findTotalWithLeadingSumWord(tokens.subList(from, to));
        if (sum.isPresent()) {
          return sum;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Whether the word right after a name shows that the name goes on: it says that the name is
   * revenue although its account is expenditure, or the other way round, 政府性基金预算拨款 in 政府性基金预算拨款收入,
   * or it makes a balance a kind of projects, 年初结转结余项目.
   */
  private boolean isNameContinued(Subject subject, List<ProseToken> tokens, int to) {
    if (to >= tokens.size() || tokens.get(to).start() != tokens.get(to - 1).end()) {
      return false;
    }
    String account = subject.account();
    return (account.endsWith("支出") && foldedText.hasText(tokens.get(to), "收入"))
        || (account.endsWith("收入") && foldedText.hasText(tokens.get(to), "支出"))
        || (subject.balanceInstant() != null && foldedText.hasText(tokens.get(to), "项目"));
  }

  private Optional<ResolvedName> lookUp(List<ProseToken> tokens) {
    ProseToken first = tokens.getFirst();
    ProseToken last = tokens.getLast();
    if (last.end() - first.start() > MAX_NAME_LENGTH || last.end() - first.start() < 2) {
      return Optional.empty();
    }
    String printed = foldedText.text(first.start(), last.end());
    boolean gap =
        last.end() - first.start() > tokens.stream().mapToInt(t -> t.end() - t.start()).sum();
    printed = gap ? ABBREVIATION.matcher(printed).replaceAll("") : printed;
    Optional<ResolvedName> found = nameResolver.resolve(printed, spanOf(first, last));
    return found.isPresent() && isItemOfOtherBudget(found.get().subject())
        ? Optional.empty()
        : found;
  }

  /**
   * Whether a subject is an item of the general budget although the title names another budget of
   * the government, so that the item cannot be meant.
   */
  boolean isItemOfOtherBudget(Subject subject) {
    Fund fund = context.fund();
    return subject.item() != null
        && context.chart() == ChartOfAccounts.governments()
        && (fund == Fund.STATE_CAPITAL || fund == Fund.GOVERNMENT_FUND);
  }

  /** Finds a total whose word for the sum precedes the name: 合计收入 means 收入合计. */
  private Optional<ResolvedName> findTotalWithLeadingSumWord(List<ProseToken> tokens) {
    if (tokens.size() != 2 || !tokens.getFirst().isWordOfClass(WordClass.SUM)) {
      return Optional.empty();
    }
    ProseToken flow = tokens.getLast();
    return foldedText.hasText(flow, "收入") || foldedText.hasText(flow, "支出")
        ? nameResolver
            .resolve(
                foldedText.text(flow) + foldedText.text(tokens.getFirst()),
                spanOf(tokens.getFirst(), flow))
            .or(
                () ->
                    foldedText.text(tokens.getFirst()).startsWith("共")
                        ? Optional.empty()
                        : nameResolver.resolve(
                            foldedText.text(flow) + GRAND_TOTAL, spanOf(tokens.getFirst(), flow)))
        : Optional.empty();
  }

  /**
   * Finds a name of the chart that ends a phrase if the text before it may be left out: another
   * name that was skipped, the parent account, a relative clause, words that end in 中 or 等, or all
   * bodies of a government. Text before it that names a fund, a part of the account or another
   * agency becomes the fund, the part or the entity of the result. Empty for any other text.
   */
  private Optional<ResolvedName> findAtEnd(
      List<ProseToken> phrase, List<ProseToken> nameTokens, PhraseAttributes attributes) {
    if (nameTokens.size() < 2 || !(nameTokens.getLast() instanceof ProseToken.Name name)) {
      return Optional.empty();
    }
    Optional<ResolvedName> found = lookUp(List.of(name));
    String before = wordsBeforeLastName(nameTokens);
    if (found.isEmpty()) {
      return found;
    }
    Optional<ResolvedName> other = nameResolver.resolve(before, null);
    if (other.isPresent()
        && (foldedText.startsLine(name.start())
            || (lexicon.hasEnding(WordClass.ACCOUNT, before)
                && nameResolver
                    .relations()
                    .areSiblings(other.get().subject(), found.get().subject())))) {
      attributes.followsSkippedName = true;
      return found;
    }
    if (before.endsWith("中")
        || before.endsWith("等")
        || endsWithRelativeClause(nameTokens)
        || nameTokens.get(nameTokens.size() - 2).isWordOfClass(WordClass.WITHIN)) {
      return found;
    }
    if (other
        .filter(w -> nameResolver.relations().isAncestor(w.subject(), found.get().subject()))
        .isPresent()) {
      return found;
    }
    Optional<ResolvedName> balance = findBalanceOfFund(before, found.get());
    if (balance.isPresent()) {
      return balance;
    }
    if (ownAgencyMatcher.namesAllBodies(foldedText.text(phrase.getFirst().start(), name.start()))
        || ownAgencyMatcher.namesAllBodies(
            foldedText.text(
                phrase.getFirst().start(),
                nameTokens.get(endBeforeFundWords(nameTokens) - 1).end()))) {
      attributes.perimeter = null;
      return found;
    }
    Optional<Subject> part =
        nameResolver
            .relations()
            .findDescendantByPrintedName(
                found.get().subject(), Subject.ofUnlistedName(before, null));
    if (part.isPresent()) {
      return Optional.of(new ResolvedName(part.get(), found.get().stage()));
    }
    if (ownAgencyMatcher.isOwnOffice(before)) {
      return found;
    }
    if (lexicon.hasEnding(WordClass.ENTITY, before)
        && before.length() <= MAX_NAME_LENGTH
        && before.indexOf('、') < 0) {
      Subject subject = found.get().subject();
      boolean owned =
          lexicon.isEnding(WordClass.ENTITY, before) || !ownAgencyMatcher.isOwnAgency(before);
      return owned
          ? Optional.of(
              new ResolvedName(
                  subject.withPerimeterAndEntity(subject.perimeter(), before), found.get().stage()))
          : found;
    }
    return Optional.empty();
  }

  /** A balance with the name of its fund in front: 国有资本经营预算年终结余. */
  private Optional<ResolvedName> findBalanceOfFund(String wordsBefore, ResolvedName found) {
    WordTrie.Match<Lexicon.LexiconEntry> fund =
        lexicon.funds().findLongestMatch(wordsBefore, 0, wordsBefore.length());
    if (fund == null || fund.end() < wordsBefore.length()) {
      return Optional.empty();
    }
    Subject subject = found.subject();
    return context
        .chart()
        .findAccount(subject.account())
        .filter(a -> a.nature() == Account.Nature.BALANCE)
        .map(a -> subject.withFund(Fund.valueOf(fund.value().value())).withFundStated(true))
        .map(s -> new ResolvedName(s, found.stage()));
  }

  /**
   * Whether a relative clause such as 人代会批准的… precedes the name. Its verb and 的 are one word of the
   * lexicon.
   */
  private static boolean endsWithRelativeClause(List<ProseToken> nameTokens) {
    ProseToken last = nameTokens.get(nameTokens.size() - 2);
    return last.isWordOfClass(WordClass.LINK) && last.end() - last.start() > 2;
  }

  /**
   * The words before the last name, without words for its fund if the agency of the document is
   * named before them.
   */
  private String wordsBeforeLastName(List<ProseToken> nameTokens) {
    String owned =
        foldedText.text(
            nameTokens.getFirst().start(),
            nameTokens.get(endBeforeFundWords(nameTokens) - 1).end());
    return lexicon.hasEnding(WordClass.ENTITY, owned) && ownAgencyMatcher.isOwnAgency(owned)
        ? owned
        : foldedText.text(nameTokens.getFirst().start(), nameTokens.getLast().start());
  }

  /** The number of tokens before the words for the fund of the last name. */
  private static int endBeforeFundWords(List<ProseToken> nameTokens) {
    int end = nameTokens.size() - 1;
    while (end > 1
        && nameTokens
            .get(end - 1)
            .isWordOfAnyClass(WordClass.FUND, WordClass.LINK, WordClass.VERB)) {
      end--;
    }
    return end;
  }

  /** Finds both accounts of a pair such as 收、支总计 among other words; empty if there is no pair. */
  List<ResolvedName> findPair(List<ProseToken> nameTokens) {
    int from = 0;
    while (from < Math.min(nameTokens.size(), MAX_STRIPPED_TOKENS)) {
      for (int to = nameTokens.size(); to > from; to--) {
        int end = nameTokens.get(to - 1).end();
        int start = nameTokens.get(from).start();
        if (end - start <= MAX_NAME_LENGTH) {
          String text = foldedText.text(start, end);
          List<ResolvedName> pair =
              nameResolver.resolvePair(
                  text.substring(ownAgencyMatcher.ownerLength(text)),
                  spanOf(nameTokens.get(from), nameTokens.get(to - 1)));
          if (!pair.isEmpty()) {
            return pair;
          }
        }
        if (!boundaryDetector.isOutsideName(
            nameTokens, to - 1, NameBoundaryDetector.CLASSES_AFTER_NAME)) {
          break;
        }
      }
      if (!boundaryDetector.isOutsideName(
          nameTokens, from, NameBoundaryDetector.CLASSES_BEFORE_NAME)) {
        break;
      }
      from++;
    }
    return List.of();
  }

  Span spanOf(ProseToken first, ProseToken last) {
    return spanMapper.span(first.start(), last.end());
  }
}
