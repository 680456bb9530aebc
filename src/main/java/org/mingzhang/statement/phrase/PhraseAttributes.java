package org.mingzhang.statement.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.token.BudgetStages;
import org.mingzhang.statement.token.FoldedText;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.RelativePeriodResolver;
import org.mingzhang.text.PatternTable;

/**
 * The attributes of a phrase that are stated by the words around its name: time, stage, fund,
 * perimeter. Filled while one phrase is read.
 */
final class PhraseAttributes {
  /** Lexicon value of words for the document's own agency, which state no perimeter. */
  private static final String OWN_AGENCY = "OWN";

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(PhraseAttributes.class);
  private static final Pattern OWN_OFFICE = PATTERNS.get("own-office");
  private static final Pattern DISPOSAL_VERB = PATTERNS.get("disposal-verb");
  private static final Pattern YEAR_OF_DOCUMENT = PATTERNS.get("year-of-document");
  private static final Pattern INTENTION = PATTERNS.get("intention");
  private static final Pattern AFTER_YEAR_OF_ORIGIN = PATTERNS.get("after-year-of-origin");

  /** Maximum length of a verb before the year of the money or debt that it disposes of. */
  private static final int MAX_DISPOSAL_LENGTH = 8;

  private final FoldedText foldedText;
  private final InheritedContext context;
  private final int referenceYear;
  private final @Nullable String periodBefore;
  final List<Integer> years = new ArrayList<>();
  @Nullable Stage stage;
  @Nullable String period;
  @Nullable String basis;
  @Nullable Fund fund;
  final List<Fund> funds = new ArrayList<>();
  @Nullable Perimeter perimeter;
  @Nullable String perimeterWords;
  boolean isPerHead;
  boolean numbersAreDistributed;
  boolean hasRelativeYear;
  boolean isUnreadable;
  boolean followsSkippedName;

  /**
   * The attributes of a phrase of which nothing has been read.
   *
   * @param periodBefore the part of the year of the text before the phrase, or null
   */
  PhraseAttributes(
      FoldedText foldedText,
      InheritedContext context,
      int referenceYear,
      @Nullable String periodBefore) {
    this.foldedText = foldedText;
    this.context = context;
    this.referenceYear = referenceYear;
    this.periodBefore = periodBefore;
  }

  /** Adds the attribute that a token states, if any. */
  void addAttribute(ProseToken token) {
    if (token instanceof ProseToken.Time time && !isYearOfOrigin(time)) {
      years.addAll(yearsOf(time));
      period = time.period().isEmpty() ? period : time.period();
    } else if (token instanceof ProseToken.Word word) {
      addAttributeOfWord(word);
    } else if (AmountNameRangeFinder.statesInitialBudget(foldedText, token)) {
      addStage(Stage.INITIAL_BUDGET);
    }
  }

  /** The years that a time names; up to the reference year for 2022年以来, 2022年至今 and 2022年起. */
  private List<Integer> yearsOf(ProseToken.Time time) {
    return "来今起".indexOf(foldedText.text().charAt(time.end() - 1)) >= 0
            && time.years().getFirst() < referenceYear
        ? IntStream.rangeClosed(time.years().getFirst(), referenceYear).boxed().toList()
        : time.years();
  }

  /**
   * Adds a stage unless the present one is more exact: 完成预算资金 remains the result although 预算
   * follows, and 年初批复培训费预算 remains the initial budget.
   */
  private void addStage(Stage added) {
    boolean done = stage == Stage.EXECUTION && BudgetStages.isBudget(added);
    boolean exact = BudgetStages.isBudget(stage) && added == Stage.BUDGET;
    stage = done || exact ? stage : added;
  }

  /**
   * The perimeter for a value of the lexicon. Words for the document's own agency, and in documents
   * of agencies a word for their level (区级), state no perimeter, so that the present one remains.
   */
  private @Nullable Perimeter parsePerimeter(String value) {
    if (value.equals(Lexicon.LOWER_GOVERNMENTS)) {
      return parsePerimeter(Perimeter.GOVERNMENT.name());
    }
    return value.equals(OWN_AGENCY)
            || (value.equals("GOVERNMENT") && context.chart() != ChartOfAccounts.governments())
        ? perimeter
        : Perimeter.valueOf(value);
  }

  /**
   * Whether 本级 means the own office of an agency, and not a level of government that gives money:
   * 本级基本支出, but not 本级财政资金.
   */
  private boolean isOwnOffice(ProseToken.Word word) {
    return context.chart() != ChartOfAccounts.governments()
        && !context.textEvaluatesProjects()
        && OWN_OFFICE
            .matcher(foldedText.text())
            .region(word.start(), foldedText.text().length())
            .lookingAt();
  }

  /**
   * Whether a verb shows that an amount of a project is its budget. In other documents 安排 may also
   * precede expenditure.
   */
  private boolean isAllocation(ProseToken.Word word) {
    return context.textEvaluatesProjects()
        && (word.value().equals("ALLOCATED")
            || (word.value().equals("PAYER")
                && Stream.of("安排", "下达", "批复", "核定").anyMatch(foldedText.text(word)::contains)));
  }

  /** Whether a word says that an amount was approved and so is a budget: 人大会议批准的, 县人大批准. */
  private boolean isApproval(ProseToken.Word word) {
    return word.value().equals(AmountNameRangeFinder.RELATIVE_CLAUSE_END)
        || AmountNameRangeFinder.findApprovingBody(foldedText, word)
            == AmountNameRangeFinder.ApprovingBody.ASSEMBLY;
  }

  /** Whether a word denotes the cost of the project that the text is about, or its plan. */
  private boolean isPlanOfProject(ProseToken.Word word) {
    return context.textEvaluatesProjects() && (word.isTotalProjectCost() || word.isPlannedAmount());
  }

  private boolean isAdjustmentWord(ProseToken.Word word) {
    return foldedText.text().startsWith("调", word.start());
  }

  /** Adds the whole year as the time if a word states it: 全年, 全年支出. */
  private void addTimeIfWholeYear(ProseToken.Word word) {
    period = foldedText.text(word).startsWith("全年") ? StageAndTime.WHOLE_YEAR : period;
  }

  /** Adds the year of the titles if an agency's budget says what it intends to do: 拟购置. */
  private void addYearIfIntended(ProseToken.Word word) {
    Integer titled = context.stageAndTime().year();
    if (years.isEmpty()
        && titled != null
        && BudgetStages.isBudget(context.stageAndTime().stage())
        && context.chart() != ChartOfAccounts.governments()
        && INTENTION.matcher(foldedText.text(word)).lookingAt()) {
      years.add(titled);
    }
  }

  /**
   * Whether a year is the one from which money was carried over, 上年度结转工程款, and not the year of the
   * amount.
   */
  private boolean isCarryoverSourceYear(ProseToken.Word word) {
    return foldedText.text().startsWith("结转", word.end())
        || foldedText.text().startsWith("结余", word.end());
  }

  /**
   * Whether an earlier year is the year in which money was left over or a debt arose, after a verb
   * that disposes of the money, and not the year of the amount: 收回2023年结余资金, 支付2022年工程尾款.
   */
  private boolean isYearOfOrigin(ProseToken.Time time) {
    String text = foldedText.text();
    return time.years().stream().allMatch(year -> year < referenceYear)
        && DISPOSAL_VERB
            .matcher(text)
            .region(Math.max(0, time.start() - MAX_DISPOSAL_LENGTH), time.start())
            .results()
            .anyMatch(verb -> verb.end() == time.start())
        && AFTER_YEAR_OF_ORIGIN.matcher(text).region(time.end(), text.length()).lookingAt();
  }

  /**
   * The year to which a relative word such as 上年 refers: the year of the titles for 本年 and 今年 in an
   * agency's budget, also after a sentence on the year before; otherwise the reference year. 0 if
   * it is not known.
   */
  private int yearFromWhichIsCounted(ProseToken.Word word) {
    Integer titled = context.stageAndTime().year();
    return titled != null
            && BudgetStages.isBudget(context.stageAndTime().stage())
            && context.chart() != ChartOfAccounts.governments()
            && YEAR_OF_DOCUMENT.matcher(foldedText.text(word)).lookingAt()
        ? titled
        : referenceYear;
  }

  private void addAttributeOfWord(ProseToken.Word word) {
    if (period == null && context.chart() == ChartOfAccounts.governments()) {
      period = RelativePeriodResolver.resolve(foldedText.text(word), periodBefore);
    }
    switch (word.type()) {
      case STAGE -> addStage(BudgetStages.parse(word.value()));
      case CHANGED_TO -> stage = isAdjustmentWord(word) ? Stage.ADJUSTED_BUDGET : stage;
      case YEAR -> {
        if (isCarryoverSourceYear(word)) {
          return;
        }
        hasRelativeYear |= years.isEmpty();
        int from = yearFromWhichIsCounted(word);
        if (from > 0 && years.isEmpty()) {
          years.add(from + Integer.parseInt(word.value()));
        }
      }
      case PERIOD -> period = foldedText.text(word);
      case COMPARISON_BASIS -> basis = word.value();
      case FUND -> {
        fund = Fund.valueOf(word.value());
        funds.add(fund);
      }
      case SCOPE -> {
        perimeter = isOwnOffice(word) ? Perimeter.UNIT : parsePerimeter(word.value());
        perimeterWords = word.value().equals(OWN_AGENCY) ? perimeterWords : foldedText.text(word);
        addTimeIfWholeYear(word);
      }
      case VERB -> {
        stage = stage == null && isAllocation(word) ? Stage.BUDGET : stage;
        addTimeIfWholeYear(word);
      }
      case LINK -> stage = stage == null && isApproval(word) ? Stage.BUDGET : stage;
      case PLAN -> {
        stage = stage == null && isPlanOfProject(word) ? Stage.BUDGET : stage;
        addYearIfIntended(word);
      }
      case PER_HEAD -> isPerHead = true;
      case RESPECTIVELY, EQUALLY -> numbersAreDistributed = true;
      default -> {}
    }
  }
}
