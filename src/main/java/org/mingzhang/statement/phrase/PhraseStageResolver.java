package org.mingzhang.statement.phrase;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.token.BudgetStages;
import org.mingzhang.statement.token.FoldedText;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.statement.token.WordTrie;
import org.mingzhang.text.PatternTable;

/**
 * Decides the stage of a phrase that states none with a word for a stage, from its names and its
 * other words.
 */
final class PhraseStageResolver {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(PhraseStageResolver.class);
  private static final Pattern BUDGET_IN_NAME = PATTERNS.get("budget-in-name");
  private static final Pattern SPENT_BY_NOW = PATTERNS.get("spent-money");
  private static final Pattern NOT_PLANNED = PATTERNS.get("money-not-planned");
  private static final Pattern FUND_OF_LEVEL = PATTERNS.get("fund-of-level");
  private static final Pattern ALL_PROJECT_MONEY = PATTERNS.get("all-project-money");

  /** The ending of words for the allocation of money to another body. */
  private static final String ALLOCATED = "下达";

  private final FoldedText foldedText;
  private final Lexicon lexicon;
  private final InheritedContext context;

  PhraseStageResolver(FoldedText foldedText, Lexicon lexicon, InheritedContext context) {
    this.foldedText = foldedText;
    this.lexicon = lexicon;
    this.context = context;
  }

  /**
   * The stage of a phrase; null if it has none.
   *
   * @param words the words of the phrase
   * @param found the accounts that they name
   * @param stated the stage that a word of the phrase states; null if none does
   */
  @Nullable Stage resolve(
      List<ProseToken> words, List<ResolvedName> found, @Nullable Stage stated) {
    Stage stage = stated;
    for (ResolvedName one : found) {
      if (one.stage() != null
          && (stage == null || (stage == Stage.EXECUTION && isResult(one.stage())))) {
        stage = one.stage();
      }
    }
    if (stage != null) {
      return stage;
    }
    if ((found.size() == 1 && statesBudget(found.getFirst().subject()))
        || isAllocatedFund(words, found)) {
      return Stage.BUDGET;
    }
    if (found.isEmpty() && saysSpent(words)) {
      return Stage.EXECUTION;
    }
    return isPlannedMoneyOfProject(words, found) ? Stage.BUDGET : null;
  }

  private static boolean isResult(@Nullable Stage stage) {
    return stage != null && !BudgetStages.isBudget(stage);
  }

  /** Whether the name of an account says that its amounts are budgets: 预留政府采购项目预算金额. */
  private static boolean statesBudget(Subject subject) {
    return subject.isInChart()
        && subject.item() == null
        && BUDGET_IN_NAME.matcher(subject.printedName()).find();
  }

  /**
   * Whether a phrase says that a fund which the chart does not have was allocated. An allocation is
   * no spending: 省财政厅提前下达我县彩票公益金, 补助资金下达. In the reports of governments it is revenue.
   */
  private boolean isAllocatedFund(List<ProseToken> words, List<ResolvedName> found) {
    return context.chart() != ChartOfAccounts.governments()
        && found.size() == 1
        && !found.getFirst().subject().isInChart()
        && found.getFirst().subject().account().endsWith(UnlistedAccountReader.FUND_SUFFIX)
        && words.stream().anyMatch(word -> foldedText.text(word).endsWith(ALLOCATED));
  }

  /**
   * Whether a phrase, in a text that evaluates projects only, names all the money of a project,
   * 项目资金共计16万元, or a fund with the level that gives it, 省级造林补助资金120万元, so that the amount, without
   * a word for spending, was planned or allotted.
   */
  private boolean isPlannedMoneyOfProject(List<ProseToken> words, List<ResolvedName> found) {
    String text = textOf(words);
    if (!context.textEvaluatesProjects() || NOT_PLANNED.matcher(text).find()) {
      return false;
    }
    return found.stream()
            .allMatch(f -> f.subject().account().equals(AccountNameResolver.NAMED_PROJECT_FUNDING))
        ? ALL_PROJECT_MONEY.matcher(text).find()
        : found.size() == 1
            && !found.getFirst().subject().isInChart()
            && FUND_OF_LEVEL.matcher(text).find();
  }

  private String textOf(List<ProseToken> words) {
    return foldedText.text(words.getFirst().start(), words.getLast().end());
  }

  /** Whether a phrase says that money of the topic was spent by now: 资金已支出, 已支付资金. */
  private boolean saysSpent(List<ProseToken> words) {
    return SPENT_BY_NOW.matcher(textOf(words)).matches();
  }

  /**
   * The stage in a name that follows a number of parts, where the parts are named before the
   * number: 购置、运行、接待三项支出预算分别为; null if there is none.
   */
  @Nullable Stage findAfterPartCount(List<ProseToken> words, List<ProseToken> named) {
    int end = named.isEmpty() ? Integer.MAX_VALUE : named.getLast().end();
    return words.stream()
        .filter(t -> t.start() >= end && t instanceof ProseToken.Name)
        .flatMap(t -> Stream.ofNullable(stageAtEnd(foldedText.text(t))))
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
          && !word.value().isName()) {
        return BudgetStages.parse(word.value().value());
      }
    }
    return null;
  }
}
