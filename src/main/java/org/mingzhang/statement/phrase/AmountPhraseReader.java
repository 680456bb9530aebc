package org.mingzhang.statement.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.token.FoldedText;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.SpanMapper;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.statement.token.WordTrie;
import org.mingzhang.text.PatternTable;

/**
 * Reads the words before a number: time, owner, fund, name, stage and verb, which are printed in
 * this order. A name that the chart does not have becomes an unlisted account.
 */
public final class AmountPhraseReader {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(AmountPhraseReader.class);
  private static final Pattern WORDS_AFTER_FUND = PATTERNS.get("fund-rest");

  private static final Pattern SPENT_IN_ALL = PATTERNS.get("spent-in-all");

  private static final Pattern SPENT_ON_PROJECTS = PATTERNS.get("spent-on-projects");

  private static final int MAX_PHRASE_TOKENS = 60;

  private final FoldedText foldedText;
  private final Lexicon lexicon;
  private final AccountNameResolver nameResolver;
  private final InheritedContext context;
  private final SpanMapper spanMapper;
  private final AmountNameRangeFinder nameRangeFinder;
  private final SubjectReader subjectReader;
  private final FundingSourceReader fundingSourceReader;
  private final PhraseStageResolver stageResolver;
  private final PhraseFlowReader flowReader;
  private final BalanceDateReader balanceDateReader;

  public AmountPhraseReader(
      FoldedText foldedText, Lexicon lexicon, InheritedContext context, SpanMapper spanMapper) {
    this.foldedText = foldedText;
    this.lexicon = lexicon;
    this.nameResolver = new AccountNameResolver(context.chart());
    this.context = context;
    this.spanMapper = spanMapper;
    this.nameRangeFinder =
        new AmountNameRangeFinder(foldedText, nameResolver, projectName(context));
    this.subjectReader = new SubjectReader(foldedText, lexicon, nameResolver, context, spanMapper);
    this.fundingSourceReader =
        new FundingSourceReader(foldedText, lexicon, nameResolver, spanMapper);
    this.stageResolver = new PhraseStageResolver(foldedText, lexicon, context);
    this.flowReader = new PhraseFlowReader(foldedText, lexicon, context);
    this.balanceDateReader = new BalanceDateReader(nameResolver);
  }

  private static @Nullable String projectName(InheritedContext context) {
    Subject project = context.projectFunding();
    return project == null ? null : project.item();
  }

  /** Returns a reader of the same text that uses the context given by a heading within the text. */
  public AmountPhraseReader withContext(InheritedContext other) {
    return new AmountPhraseReader(foldedText, lexicon, other, spanMapper);
  }

  /** The resolver of names for the chart of the context. */
  public AccountNameResolver nameResolver() {
    return nameResolver;
  }

  /** Whether a name has an ending of names of accounts, such as 经费. */
  public boolean hasAccountEnding(String name) {
    return lexicon.hasEnding(WordClass.ACCOUNT, name);
  }

  /** Whether a name has an ending of names of public bodies, such as 局. */
  public boolean hasEntityEnding(String name) {
    return lexicon.hasEnding(WordClass.ENTITY, name);
  }

  /**
   * Reads the tokens before a number as a phrase; only the last {@link #MAX_PHRASE_TOKENS} are
   * considered. Returns {@link AmountPhrase#EMPTY} if there are none.
   *
   * @param itemAbove path of the preceding item, which completes a path that does not start at
   *     level 1; or null
   * @param referenceYear year from which 上年 is counted; 0 if unknown
   * @param periodBefore part of the year from which 当月 and 累计 are counted; null if unknown
   */
  public AmountPhrase read(
      List<ProseToken> phraseTokens,
      @Nullable String itemAbove,
      int referenceYear,
      @Nullable String periodBefore) {
    if (phraseTokens.isEmpty()) {
      return AmountPhrase.EMPTY;
    }
    List<ProseToken> tokens =
        withoutLeadingSamePeriod(
            phraseTokens.subList(
                Math.max(0, phraseTokens.size() - MAX_PHRASE_TOKENS), phraseTokens.size()));
    Subject part = fundingSourceReader.findPart(tokens);
    if (part != null) {
      return AmountPhrase.EMPTY.withSubjects(List.of(part));
    }
    PhraseAttributes attributes =
        new PhraseAttributes(foldedText, context, referenceYear, periodBefore);
    List<ProseToken> words = convertTrailingNamesToFunds(tokens);
    words.forEach(attributes::addAttribute);
    List<ProseToken> named = nameRangeFinder.find(words);
    if (attributes.stage == null) {
      attributes.stage = stageResolver.findAfterPartCount(words, named);
    }
    List<ResolvedName> found = subjectReader.read(named, itemAbove, attributes);
    attributes.stage = stageResolver.resolve(words, found, attributes.stage);
    Subject spentInAll = attributes.stage == null ? findEvaluatedSubject(words) : null;
    if (spentInAll != null) {
      attributes.stage = Stage.EXECUTION;
    }
    String flow = found.isEmpty() ? flowReader.read(named) : "";
    boolean total =
        spentInAll == null && flowReader.isTotalOfOwnBody(words, flow, attributes.stage);
    if (total && attributes.fund == null) {
      attributes.fund = Fund.ALL;
    }
    List<Subject> subjects =
        spentInAll != null
            ? List.of(spentInAll)
            : total
                ? List.of(nameResolver.flowSubject(flow, attributes.stage))
                : found.stream().map(ResolvedName::subject).toList();
    AmountPhrase phrase =
        new AmountPhrase(
            subjects,
            subjects.isEmpty() ? flow : "",
            attributes.stage,
            attributes.years,
            attributes.period,
            attributes.basis,
            attributes.fund,
            subjects.isEmpty() && attributes.numbersAreDistributed ? attributes.funds : List.of(),
            attributes.perimeter,
            attributes.perimeterWords,
            attributes.isPerHead,
            attributes.hasRelativeYear,
            attributes.isUnreadable,
            attributes.followsSkippedName);
    return balanceDateReader.withDateOfBalance(phrase, saysBeginningOfYear(words), referenceYear);
  }

  /** Whether a phrase states the beginning of a year: 2018年初. */
  private boolean saysBeginningOfYear(List<ProseToken> words) {
    return words.stream()
        .anyMatch(t -> t instanceof ProseToken.Time && foldedText.text(t).endsWith("年初"));
  }

  /**
   * The evaluated body or project, if a phrase names all expenditure of the body or on the project:
   * 实际总支出, 三个项目合计支出. Otherwise null.
   */
  private @Nullable Subject findEvaluatedSubject(List<ProseToken> words) {
    boolean all =
        (context.textEvaluatesWhole() && SPENT_IN_ALL.matcher(textOf(words)).matches())
            || (context.textEvaluatesProjects() && SPENT_ON_PROJECTS.matcher(textOf(words)).find());
    return all ? context.subject() : null;
  }

  private String textOf(List<ProseToken> words) {
    return foldedText.text(words.getFirst().start(), words.getLast().end());
  }

  /**
   * The tokens without 同期 before a name, where it refers to the period of the preceding sentence:
   * 同期全州公共财政预算支出.
   */
  private List<ProseToken> withoutLeadingSamePeriod(List<ProseToken> tokens) {
    boolean meanwhile =
        foldedText.hasText(tokens.getFirst(), "同期")
            && tokens.subList(1, tokens.size()).stream().anyMatch(ProseToken::isNameLike);
    return meanwhile ? tokens.subList(1, tokens.size()) : tokens;
  }

  /**
   * A copy of the tokens in which the second of two names is a fund if it only states the source of
   * the first: “三公”经费一般公共预算财政拨款支出.
   */
  private List<ProseToken> convertTrailingNamesToFunds(List<ProseToken> tokens) {
    List<ProseToken> words = new ArrayList<>(tokens);
    for (int i = 1; i < words.size(); i++) {
      if (words.get(i) instanceof ProseToken.Name name
          && words.get(i - 1) instanceof ProseToken.Name) {
        WordTrie.Match<Lexicon.LexiconEntry> fund =
            lexicon.funds().findLongestMatch(foldedText.text(), name.start(), name.end());
        if (fund != null
            && WORDS_AFTER_FUND.matcher(foldedText.text(fund.end(), name.end())).matches()) {
          words.set(
              i,
              new ProseToken.Word(name.start(), name.end(), WordClass.FUND, fund.value().value()));
        }
      }
    }
    return words;
  }
}
