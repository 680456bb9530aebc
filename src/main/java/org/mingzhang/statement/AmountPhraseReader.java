package org.mingzhang.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Stage;
import org.mingzhang.text.PatternTable;

/**
 * Reads the words before a number: time, owner, fund, name, stage and verb, which are printed in
 * this order. A name that the chart does not have becomes an unlisted account.
 */
final class AmountPhraseReader {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(AmountPhraseReader.class);
  private static final Pattern WORDS_BETWEEN_FUND_AND_NAME = PATTERNS.get("fund-rest");
  private static final Pattern BOTH_FLOWS = PATTERNS.get("both-flows");

  private static final Pattern FLOW_AFTER_STAGE = PATTERNS.get("flow-after-stage");

  private static final Pattern PAYING_SOURCE = PATTERNS.get("source");
  private static final Pattern REPAYING_SOURCE = PATTERNS.get("repaying");
  private static final Pattern INCLUDED_BALANCE = PATTERNS.get("included-balance");
  private static final Pattern DISTRIBUTION_METHOD = PATTERNS.get("method");

  private static final Pattern BUDGET_IN_NAME = PATTERNS.get("budget-in-name");
  private static final Pattern SPENT_BY_NOW = PATTERNS.get("spent-money");
  private static final Pattern SPENT_IN_ALL = PATTERNS.get("spent-in-all");
  private static final Pattern ALL_PROJECT_MONEY = PATTERNS.get("all-project-money");

  private static final Set<String> REPAYMENT_VERBS = Set.of("偿还", "归还");

  private static final int MAX_PHRASE_TOKENS = 60;

  /** The ending of words for the allocation of money to another body. */
  private static final String ALLOCATED = "下达";

  private final FoldedText folded;
  private final Lexicon lexicon;
  private final AccountNameResolver names;
  private final InheritedContext context;
  private final SpanMapper spans;
  private final AmountNameRangeFinder window;
  private final SubjectReader subjects;
  private final BalanceDateReader balanceDates;

  AmountPhraseReader(
      FoldedText folded, Lexicon lexicon, InheritedContext context, SpanMapper spans) {
    this.folded = folded;
    this.lexicon = lexicon;
    this.names = new AccountNameResolver(context.chart());
    this.context = context;
    this.spans = spans;
    this.window = new AmountNameRangeFinder(folded, names, projectName(context));
    this.subjects = new SubjectReader(folded, lexicon, names, context, spans);
    this.balanceDates = new BalanceDateReader(names);
  }

  private static @Nullable String projectName(InheritedContext context) {
    Subject project = context.projectFunding();
    return project == null ? null : project.item();
  }

  /** Returns a reader of the same text that uses the context given by a heading within the text. */
  AmountPhraseReader withContext(InheritedContext other) {
    return new AmountPhraseReader(folded, lexicon, other, spans);
  }

  /** The resolver of names for the chart of the context. */
  AccountNameResolver nameResolver() {
    return names;
  }

  /** Whether a name has an ending of names of accounts, such as 经费. */
  boolean hasAccountEnding(String name) {
    return lexicon.hasEnding(WordClass.ACCOUNT, name);
  }

  /** Whether a name has an ending of names of public bodies, such as 局. */
  boolean hasEntityEnding(String name) {
    return lexicon.hasEnding(WordClass.ENTITY, name);
  }

  /**
   * Reads the tokens before a number as a phrase; only the last {@link #MAX_PHRASE_TOKENS} are
   * considered. Returns {@link AmountPhrase#EMPTY} if there are none.
   *
   * @param itemAbove path of the preceding item, which completes a path that does not start at
   *     level 1; or null
   * @param referenceYear year from which 上年 is counted; 0 if unknown
   */
  AmountPhrase read(List<ProseToken> phraseTokens, @Nullable String itemAbove, int referenceYear) {
    if (phraseTokens.isEmpty()) {
      return AmountPhrase.EMPTY;
    }
    List<ProseToken> tokens =
        withoutLeadingSamePeriod(
            phraseTokens.subList(
                Math.max(0, phraseTokens.size() - MAX_PHRASE_TOKENS), phraseTokens.size()));
    Subject included = findIncludedBalance(tokens);
    Subject part = included == null ? findSourceOrMethod(tokens) : included;
    if (part != null) {
      return AmountPhrase.EMPTY.withSubjects(List.of(part));
    }
    PhraseAttributes attributes = new PhraseAttributes(folded, context, referenceYear);
    List<ProseToken> words = convertTrailingNamesToFunds(tokens);
    words.forEach(attributes::addAttribute);
    List<ProseToken> named = window.find(words);
    if (attributes.stage == null) {
      attributes.stage = stageAfterPartCount(words, named);
    }
    List<ResolvedName> found = subjects.read(named, itemAbove, attributes);
    for (ResolvedName one : found) {
      attributes.stage =
          attributes.stage == null || (attributes.stage == Stage.EXECUTION && isResult(one.stage()))
              ? one.stage() == null ? attributes.stage : one.stage()
              : attributes.stage;
    }
    if (attributes.stage == null && found.size() == 1 && statesBudget(found.getFirst().subject())) {
      attributes.stage = Stage.BUDGET;
    }
    if (attributes.stage == null && isAllocatedFund(words, found)) {
      attributes.stage = Stage.BUDGET;
    }
    if (attributes.stage == null && found.isEmpty() && saysSpent(words)) {
      attributes.stage = Stage.EXECUTION;
    }
    if (attributes.stage == null && isPlannedMoneyOfProject(words, found)) {
      attributes.stage = Stage.BUDGET;
    }
    Subject spentInAll = attributes.stage == null ? findWholeSpentOn(words) : null;
    if (spentInAll != null) {
      attributes.stage = Stage.EXECUTION;
    }
    String flow = found.isEmpty() ? readFlow(named) : "";
    boolean total = spentInAll == null && isTotalOfOwnBody(words, flow, attributes.stage);
    if (total && attributes.fund == null) {
      attributes.fund = Fund.ALL;
    }
    List<Subject> subjects =
        spentInAll != null
            ? List.of(spentInAll)
            : total
                ? List.of(names.flowSubject(flow, attributes.stage))
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
            attributes.perimeter,
            attributes.level,
            attributes.perHead,
            attributes.hasRelativeYear,
            attributes.unreadable,
            attributes.hasSkippedName);
    return balanceDates.withDateOfBalance(phrase, saysBeginningOfYear(words), referenceYear);
  }

  /** Whether a phrase states the beginning of a year: 2018年初. */
  private boolean saysBeginningOfYear(List<ProseToken> words) {
    return words.stream()
        .anyMatch(t -> t instanceof ProseToken.Time && folded.text(t).endsWith("年初"));
  }

  private static boolean isResult(@Nullable Stage stage) {
    return stage != null && !BudgetStages.isBudget(stage);
  }

  /** Whether the name of an account says that its amounts are budgets: 预留政府采购项目预算金额. */
  private static boolean statesBudget(Subject subject) {
    return subject.charted()
        && subject.item() == null
        && BUDGET_IN_NAME.matcher(subject.printedName()).find();
  }

  /**
   * Whether a phrase says that a fund which the chart does not have was allocated to the body or
   * its territory, which has not spent it by that: 省财政厅提前下达我县彩票公益金. In the reports of governments
   * it is revenue.
   */
  private boolean isAllocatedFund(List<ProseToken> words, List<ResolvedName> found) {
    if (context.chart() == ChartOfAccounts.governments()
        || found.size() != 1
        || found.getFirst().subject().charted()
        || !found.getFirst().subject().account().endsWith(UnlistedAccountReader.FUND_SUFFIX)) {
      return false;
    }
    for (int i = 1; i < words.size(); i++) {
      if (folded.text(words.get(i - 1)).endsWith(ALLOCATED)
          && "我本".indexOf(folded.text().charAt(words.get(i).start())) >= 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a phrase of a text that evaluates projects only names all the money of a project,
   * 项目资金共计16万元, which without a word for spending is the money that was planned.
   */
  private boolean isPlannedMoneyOfProject(List<ProseToken> words, List<ResolvedName> found) {
    return context.evaluatesProject()
        && found.stream()
            .allMatch(f -> f.subject().account().equals(AccountNameResolver.NAMED_PROJECT_FUNDING))
        && ALL_PROJECT_MONEY.matcher(textOf(words)).find();
  }

  /** The evaluated whole if a phrase says what was spent in all: 实际总支出; otherwise null. */
  private @Nullable Subject findWholeSpentOn(List<ProseToken> words) {
    return context.evaluatesWhole() && SPENT_IN_ALL.matcher(textOf(words)).matches()
        ? context.subject()
        : null;
  }

  private String textOf(List<ProseToken> words) {
    return folded.text(words.getFirst().start(), words.getLast().end());
  }

  /** Whether a phrase says that money of the topic was spent by now: 资金已支出, 已支付资金. */
  private boolean saysSpent(List<ProseToken> words) {
    return SPENT_BY_NOW.matcher(textOf(words)).matches();
  }

  /**
   * The balance that an amount in brackets is said to include, （含上年结转171.55万元）; null for other
   * words, also where they only say what the amount before them covers.
   */
  private @Nullable Subject findIncludedBalance(List<ProseToken> tokens) {
    ProseToken only = tokens.getFirst();
    Matcher included = INCLUDED_BALANCE.matcher(folded.text(only));
    return tokens.size() == 1 && only.isWordOfClass(WordClass.BASIS) && included.matches()
        ? names
            .resolve(included.group("name"), spans.span(only.start(), only.end()))
            .map(ResolvedName::subject)
            .orElse(null)
        : null;
  }

  /**
   * The part of an amount that is named by its source, 以再融资债券偿还 or 财政资金偿还, or by its method of
   * allocation, 按因素法安排; null for other words.
   */
  private @Nullable Subject findSourceOrMethod(List<ProseToken> tokens) {
    ProseToken first = tokens.getFirst();
    int start = first.start();
    boolean source = first instanceof ProseToken.Text && folded.text().charAt(start) == '以';
    boolean repaid = tokens.size() > 1 && REPAYMENT_VERBS.contains(folded.text(tokens.getLast()));
    if (!source && !repaid && !first.isWordOfClass(WordClass.BY)) {
      return null;
    }
    String words = folded.text(start, tokens.getLast().end());
    Matcher paying = (source ? PAYING_SOURCE : REPAYING_SOURCE).matcher(words);
    boolean paid = paying.matches();
    if (!paid && !DISTRIBUTION_METHOD.matcher(words).matches()) {
      return null;
    }
    String name = paid ? paying.group("name") : words;
    int from = paid ? start + paying.start("name") : start;
    return Subject.ofUnlistedName(name, spans.span(from, from + name.length()))
        .withDoubtful(!hasAccountEnding(name));
  }

  /**
   * The stage in a name that follows a number of parts, where the parts are named before the
   * number: 购置、运行、接待三项支出预算分别为; null if there is none.
   */
  private @Nullable Stage stageAfterPartCount(List<ProseToken> words, List<ProseToken> named) {
    int end = named.isEmpty() ? Integer.MAX_VALUE : named.getLast().end();
    return words.stream()
        .filter(t -> t.start() >= end && t instanceof ProseToken.Name)
        .flatMap(t -> Stream.ofNullable(stageAtEnd(folded.text(t))))
        .findFirst()
        .orElse(null);
  }

  /** The stage that a name ends with, such as 支出预算; null if it ends otherwise. */
  private @Nullable Stage stageAtEnd(String name) {
    for (int from = 1; from < name.length() - 1; from++) {
      WordTrie.Match<Lexicon.LexiconEntry> word =
          lexicon.words().findLongestMatch(name, from, name.length());
      if (word != null
          && word.end() == name.length()
          && word.value().type() == WordClass.STAGE
          && !word.value().name()) {
        return BudgetStages.parse(word.value().value());
      }
    }
    return null;
  }

  /**
   * The tokens without 同期 before a name, where it refers to the period of the preceding sentence:
   * 同期全州公共财政预算支出.
   */
  private List<ProseToken> withoutLeadingSamePeriod(List<ProseToken> tokens) {
    boolean meanwhile =
        folded.hasText(tokens.getFirst(), "同期")
            && tokens.subList(1, tokens.size()).stream()
                .anyMatch(AmountNameRangeFinder::isNameLike);
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
            lexicon.funds().findLongestMatch(folded.text(), name.start(), name.end());
        if (fund != null
            && WORDS_BETWEEN_FUND_AND_NAME.matcher(folded.text(fund.end(), name.end())).matches()) {
          words.set(
              i,
              new ProseToken.Word(name.start(), name.end(), WordClass.FUND, fund.value().value()));
        }
      }
    }
    return words;
  }

  /**
   * Whether a phrase means the total of the body itself, in which case the preceding topic does not
   * apply: 本部门预算支出.
   */
  private boolean isTotalOfOwnBody(List<ProseToken> words, String flow, @Nullable Stage stage) {
    return !flow.isEmpty()
        && !flow.equals(AmountPhrase.BOTH_FLOWS)
        && stage == Stage.BUDGET
        && (words.stream()
                .anyMatch(
                    t ->
                        t instanceof ProseToken.Word word
                            && word.type() == WordClass.SCOPE
                            && word.value().equals("OWN")
                            && lexicon.hasEnding(WordClass.ENTITY, folded.text(t)))
            || isOwnAgencyBeforeStage(words));
  }

  /** Whether the words before the stage are the name of the document's agency: 样本局预算支出总额. */
  private boolean isOwnAgencyBeforeStage(List<ProseToken> words) {
    List<ProseToken> owner =
        words.stream().takeWhile(t -> !t.isWordOfClass(WordClass.STAGE)).toList();
    return !owner.isEmpty()
        && owner.size() < words.size()
        && new OwnAgencyMatcher(lexicon, context)
            .isOwnAgency(folded.text(owner.getFirst().start(), owner.getLast().end()));
  }

  /**
   * 收入 or 支出 if a phrase says only that, {@link AmountPhrase#BOTH_FLOWS} if it says both; otherwise
   * empty.
   */
  private String readFlow(List<ProseToken> window) {
    if (!window.isEmpty()
        && BOTH_FLOWS
            .matcher(folded.text(window.getFirst().start(), window.getLast().end()))
            .lookingAt()) {
      return AmountPhrase.BOTH_FLOWS;
    }
    for (int i = window.size() - 1; i >= 0; i--) {
      String word = folded.text(window.get(i).start(), window.get(i).end());
      String flow = NameBoundaryDetector.flowOfYear(word);
      if (!flow.isEmpty()) {
        return flow;
      }
      Matcher flowAfterStage = FLOW_AFTER_STAGE.matcher(word);
      if ((window.get(i).isWordOfClass(WordClass.STAGE)
              || window.get(i).isWordOfClass(WordClass.VERB))
          && flowAfterStage.find()) {
        return flowAfterStage.group("flow");
      }
    }
    return "";
  }
}
