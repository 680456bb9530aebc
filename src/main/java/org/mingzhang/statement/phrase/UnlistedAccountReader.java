package org.mingzhang.statement.phrase;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.token.FoldedText;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.statement.token.PropertyValueNameCompleter;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.text.PatternTable;

/**
 * Reads a name that the chart does not have as an uncharted account, from the tokens that remain
 * after words before and after the name are removed.
 *
 * @param levelIsPartOfFundName whether a level of government before the name of a fund is a part of
 *     the name; in the reports of governments it is the perimeter of the amount
 */
record UnlistedAccountReader(
    FoldedText foldedText,
    Lexicon lexicon,
    AccountNameResolver nameResolver,
    ChartNameFinder chartNameFinder,
    OwnAgencyMatcher ownAgencyMatcher,
    boolean levelIsPartOfFundName) {
  /** The noun that makes an account the topic of a clause: 接待方面，. */
  private static final String ASPECT_SUFFIX = "方面";

  private static final String PROJECT = "项目";
  private static final String BUDGET = "预算";

  /** The word after a whole, before the names of its parts: 收入预算中. */
  private static final String WITHIN = "中";

  /**
   * Number of characters of a place name such as 共安乡, in case the tokens have cut off its first
   * character from the account name: 共 and 安乡道路工程.
   */
  private static final int CUT_PLACE_NAME_LENGTH = 3;

  /** Maximum number of characters of a noun that names no account by itself: 自筹, 债务. */
  private static final int MAX_NOUN_LENGTH = 2;

  /** The ending of names of funds: 资金, 公益金, 基金. */
  static final String FUND_SUFFIX = "金";

  /** The ending of names of what an audit found: 涉及违规金额. */
  private static final String FOUND_AMOUNT_SUFFIX = "金额";

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(UnlistedAccountReader.class);
  private static final Pattern STAGE_AFTER_NAME = PATTERNS.get("stage-after-name");

  /** Maximum number of characters of a stage after a name; the longest is 年初预算数. */
  private static final int MAX_STAGE_LENGTH = 5;

  private static final Pattern SUM_AFTER_NAME = PATTERNS.get("sum-after-name");

  private static final Pattern FLOW_AFTER_FUND = PATTERNS.get("flow-after-fund");

  private static final Pattern WORDS_AROUND_PER_HEAD_NAME = PATTERNS.get("around-per-head");

  private static final Pattern SPENT_MONEY = PATTERNS.get("spent-money");
  private static final Pattern PAYING_OFFICE = PATTERNS.get("paying-office");

  private static final Pattern EXAMPLE_WORD = PATTERNS.get("example");
  private static final Pattern PLACE = PATTERNS.get("place");

  private static final Pattern INITIAL_MARKS = PATTERNS.get("initial-marks");
  private static final Pattern WORDS_OF_DIVISION = PATTERNS.get("division");

  private static final Pattern BRACKETED_REMARK = PATTERNS.get("remark");

  /** Minimum number of characters of a name that identifies an account: 民生支出 does, 支出 does not. */
  private static final int MIN_NAME_LENGTH = 4;

  /**
   * The uncharted account, or the account that the chart has under the remaining name. Empty if
   * nothing remains, or only words that identify no account, or a name that is too short or too
   * long; a name longer than {@link ChartNameFinder#MAX_NAME_LENGTH} marks the phrase as
   * unreadable.
   *
   * @param attributes attributes of the phrase; a stage at the end of the name is added if they
   *     have none
   */
  Optional<ResolvedName> read(List<ProseToken> nameTokens, PhraseAttributes attributes) {
    int from = 0;
    int to = nameTokens.size();
    while (from < to
        && !(nameTokens.get(from).isWordOfClass(WordClass.PER_HEAD) && from + 1 < to)
        && (chartNameFinder
                .boundaryDetector()
                .isOutsideName(nameTokens, from, NameBoundaryDetector.CLASSES_BEFORE_NAME)
            || (nameTokens.get(from) instanceof ProseToken.Word word && word.isPlannedAmount()))) {
      from++;
    }
    if (from > 0
        && from < to
        && nameTokens.get(from).isWordOfClass(WordClass.WITHIN)
        && lexicon.hasEnding(WordClass.ACCOUNT, foldedText.text(nameTokens.get(from - 1)))) {
      // The name begins after 中, which marks the account before it as the whole: 实际采购金额中公开招标.
      from++;
    }
    to = endsInRecipient(nameTokens, from, to) ? to - 2 : to;
    while (to > from
        && chartNameFinder
            .boundaryDetector()
            .isOutsideName(nameTokens, to - 1, NameBoundaryDetector.CLASSES_AFTER_NAME)
        && !nameTokens.get(to - 1).isWordOfClass(WordClass.WITHIN)
        && !lexicon.hasEnding(WordClass.ACCOUNT, foldedText.text(nameTokens.get(to - 1)))) {
      to--;
    }
    while (to > from
        && nameTokens.get(to - 1).isWordOfClass(WordClass.STAGE)
        && !(to - 1 > from && nameTokens.get(to - 2).isWordOfClass(WordClass.PER_HEAD))) {
      to--;
    }
    if (from + 1 < to
        && foldedText.hasText(nameTokens.get(from), AccountNameResolver.CONCERNED_FUNDS_PREFIX)
        && foldedText.text(nameTokens.get(to - 1)).endsWith(FOUND_AMOUNT_SUFFIX)) {
      from++;
    }
    from = extendToQualifier(nameTokens, from, to);
    from = indexAfterPayer(nameTokens, from, to, attributes);
    to = extendToProjectNoun(nameTokens, from, to);
    if (from == to || areAllGenericWords(nameTokens.subList(from, to))) {
      return Optional.empty();
    }
    int start = nameTokens.get(from).start();
    int end = nameTokens.get(to - 1).end();
    String printed = BRACKETED_REMARK.matcher(foldedText.text(start, end)).replaceAll("");
    if (from > 0
        && WORDS_OF_DIVISION
            .matcher(foldedText.text(nameTokens.get(from - 1).start(), end))
            .matches()) {
      return Optional.empty(); // words for how a flow is divided are no name
    }
    String whole = PropertyValueNameCompleter.complete(printed, foldedText, start);
    String owned = ownAgencyMatcher.stripOwner(whole, hasAccountOrPaymentEnding(whole));
    String name = withoutAspectSuffix(withoutInitialMarks(owned));
    Matcher stage =
        STAGE_AFTER_NAME
            .matcher(name)
            .region(Math.max(0, name.length() - MAX_STAGE_LENGTH), name.length());
    if (stage.find() && stage.start() > 1 && ChartOfAccounts.findStage(stage.group()).isPresent()) {
      name = name.substring(0, stage.start());
      attributes.stage =
          attributes.stage == null
              ? ChartOfAccounts.findStage(stage.group()).get()
              : attributes.stage;
    }
    name = FLOW_AFTER_FUND.matcher(withoutInitialMarks(withoutLeadingWhole(name))).replaceFirst("");
    name = attributes.isPerHead ? WORDS_AROUND_PER_HEAD_NAME.matcher(name).replaceAll("") : name;
    if (levelIsPartOfFundName && SPENT_MONEY.matcher(name).matches()) {
      attributes.stage = attributes.stage == null ? Stage.EXECUTION : attributes.stage;
      return Optional.empty();
    }
    if (!NameBoundaryDetector.flowOfYear(name).isEmpty()
        || lexicon.isNounWithoutAccount(name)
        || (levelIsPartOfFundName
            && attributes.stage == Stage.EXECUTION
            && PAYING_OFFICE.matcher(name).matches())
        || namesOnlyOwnBodyBeforeStage(name, nameTokens)) {
      return Optional.empty();
    }
    if (name.length() < 2 || name.length() > ChartNameFinder.MAX_NAME_LENGTH) {
      attributes.isUnreadable |= name.length() > ChartNameFinder.MAX_NAME_LENGTH;
      return Optional.empty();
    }
    Optional<ResolvedName> existing =
        nameResolver
            .resolve(name, chartNameFinder.spanOf(nameTokens.get(from), nameTokens.get(to - 1)))
            .filter(f -> !chartNameFinder.isItemOfOtherBudget(f.subject()));
    boolean doubtful =
        !attributes.isPerHead
            && !attributes.numbersAreDistributed
            && !hasAccountOrPaymentEnding(name);
    return existing.isPresent()
        ? existing
        : Optional.of(
            new ResolvedName(
                Subject.ofUnlistedName(
                        lexicon.canonicalDefaultAccountName(stripSumWord(name)),
                        chartNameFinder.spanOf(nameTokens.get(from), nameTokens.get(to - 1)))
                    .withDoubtful(doubtful),
                null));
  }

  /**
   * Whether the last two of the tokens say to whom the money was allocated: 救助补助资金下达我区. Only words
   * for the own body or territory are recognized.
   */
  private static boolean endsInRecipient(List<ProseToken> nameTokens, int from, int to) {
    return to - from > 2
        && nameTokens.get(to - 1).isWordOfClass(WordClass.SCOPE)
        && nameTokens.get(to - 2) instanceof ProseToken.Word verb
        && verb.isAllocation();
  }

  /**
   * The beginning of the name, at the word before it if that is the first character of a place
   * (共安乡道路工程), or if the rest is too short to name an account and the word says who pays or decides
   * or from which fund, 学校自筹, 市级债务, 预算补助, 财政专户调入, or if it is the level of government that gives
   * the money: 省级彩票公益金.
   */
  private int extendToQualifier(List<ProseToken> nameTokens, int from, int to) {
    if (from == 0 || from >= to || nameTokens.get(from - 1).end() != nameTokens.get(from).start()) {
      return from;
    }
    int start = nameTokens.get(from - 1).start();
    String place =
        foldedText.text(start, Math.min(foldedText.length(), start + CUT_PLACE_NAME_LENGTH));
    if (nameTokens.get(from).start() == start + 1 && PLACE.matcher(place).matches()) {
      return from - 1;
    }
    ProseToken before = nameTokens.get(from - 1);
    if (areAllGenericWords(nameTokens.subList(from, to))) {
      return from;
    }
    if (nameTokens.get(to - 1).end() - nameTokens.get(from).start() > MAX_NOUN_LENGTH) {
      return levelIsPartOfFundName
              && before.isGovernmentLevel()
              && foldedText.text(nameTokens.get(to - 1)).endsWith(FUND_SUFFIX)
          ? from - 1
          : from;
    }
    boolean body =
        before instanceof ProseToken.Word word
            && word.type() == WordClass.SCOPE
            && (word.isGovernmentLevel()
                || lexicon.isEnding(WordClass.ENTITY, foldedText.text(word)));
    return body || before.isWordOfClass(WordClass.FUND) || foldedText.hasText(before, BUDGET)
        ? from - 1
        : from;
  }

  /**
   * The index at which the name ends. The name includes the word 项目 if the words before it are a
   * balance (上年结转项目) or name a project only together with that word.
   */
  private int extendToProjectNoun(List<ProseToken> nameTokens, int from, int to) {
    if (from >= to || to >= nameTokens.size() || !foldedText.hasText(nameTokens.get(to), PROJECT)) {
      return to;
    }
    String name = foldedText.text(nameTokens.get(from).start(), nameTokens.get(to - 1).end());
    return NameBoundaryDetector.isIncompleteProjectName(name) || nameResolver.isBalance(name)
        ? to + 1
        : to;
  }

  private static String withoutInitialMarks(String printed) {
    return INITIAL_MARKS.matcher(EXAMPLE_WORD.matcher(printed).replaceFirst("")).replaceFirst("");
  }

  private static String withoutAspectSuffix(String name) {
    return name.endsWith(ASPECT_SUFFIX) && name.length() >= MIN_NAME_LENGTH
        ? name.substring(0, name.length() - ASPECT_SUFFIX.length())
        : name;
  }

  /**
   * The part in a name that also states its whole, 收入预算中财政拨款; the whole if nothing follows 中,
   * 支出预算中, 财政衔接资金中. Other names are returned unchanged.
   */
  private String withoutLeadingWhole(String name) {
    if (name.endsWith(WITHIN)
        && lexicon.hasEnding(WordClass.ACCOUNT, name.substring(0, name.length() - 1))) {
      return name.substring(0, name.length() - 1);
    }
    int at = name.indexOf(WITHIN, 1);
    boolean charted = at > 1 && nameResolver.resolve(name.substring(0, at), null).isPresent();
    return !charted
        ? name
        : at + 1 == name.length() ? name.substring(0, at) : name.substring(at + 1);
  }

  /** Whether only the document's own body is named before a stage: 浦汇街道预算支出总额. */
  private boolean namesOnlyOwnBodyBeforeStage(String name, List<ProseToken> nameTokens) {
    return nameTokens.stream().anyMatch(t -> t.isWordOfClass(WordClass.STAGE))
        && lexicon.hasEnding(WordClass.ENTITY, name)
        && ownAgencyMatcher.isOwnAgency(name);
  }

  /**
   * The index of the name, after a payer, 新区财政安排教育事业费, after the body that received or spent the
   * money, 街道完成财政总收入, or after words for what it was allocated to, 衔接补助项目共安排项目资金; the index passed
   * if nothing precedes the name.
   */
  private int indexAfterPayer(
      List<ProseToken> nameTokens, int from, int to, PhraseAttributes attributes) {
    for (int i = from; i + 1 < to; i++) {
      if (nameTokens.get(i) instanceof ProseToken.Word word
          && (word.includesPayer()
              || (i > from
                  && word.value().equals(Stage.EXECUTION.name())
                  && lexicon.isEnding(
                      WordClass.ENTITY,
                      foldedText.text(nameTokens.get(from).start(), nameTokens.get(i - 1).end())))
              || (attributes.stage != null
                  && word.isAllocation()
                  && lexicon.isDefaultAccountName(
                      foldedText.text(
                          nameTokens.get(i + 1).start(), nameTokens.get(to - 1).end()))))) {
        return i + 1;
      }
    }
    return from;
  }

  /** Removes a final word for a sum, 民生支出合计, if the rest is the name of an account. */
  private String stripSumWord(String name) {
    if (name.length() <= MIN_NAME_LENGTH) {
      return name;
    }
    String rest = SUM_AFTER_NAME.matcher(name).replaceFirst("");
    return rest.length() >= MIN_NAME_LENGTH && lexicon.hasEnding(WordClass.ACCOUNT, rest)
        ? rest
        : name;
  }

  /** Whether a name has an ending of names of accounts or payments. */
  private boolean hasAccountOrPaymentEnding(String name) {
    return lexicon.hasEnding(WordClass.ACCOUNT, name) || lexicon.hasEnding(WordClass.PAYMENT, name);
  }

  /** Whether only words such as 支出 or 资金 remain, which do not identify an account. */
  private boolean areAllGenericWords(List<ProseToken> tokens) {
    return tokens.stream()
        .allMatch(
            t ->
                t.isWordOfAnyClass(
                    WordClass.VERB,
                    WordClass.NOUN,
                    WordClass.STAGE,
                    WordClass.SUM,
                    WordClass.LINK,
                    WordClass.PLAN,
                    WordClass.LINKING_VERB));
  }
}
