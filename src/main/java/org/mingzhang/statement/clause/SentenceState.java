package org.mingzhang.statement.clause;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.token.WordClass;

/**
 * The state that clauses pass on to later clauses of the same sentence. {@link #endSentence()}
 * resets it except for the year, the part of the year, {@link #previousNamedSubjects} and the base
 * with which the changes of the last sentence are compared. Used by one reader.
 */
final class SentenceState {
  /** The year of the following amounts that state none; null as long as none has been stated. */
  @Nullable Integer year;

  /**
   * The year of a clause without a number that opens the sentence; amounts of the sentence that
   * state neither year nor account have this year: 2022年因疫情未出国，支出为0万元. Null if there is none.
   */
  @Nullable Integer openingYear;

  /** The part of the year that the amounts are of, from the last phrase that states one. */
  private @Nullable String period;

  /** The part of the year of the first amount of the section. */
  private @Nullable String firstPeriod;

  /** Whether an amount has been stated since the last heading. */
  private boolean statesAmount;

  /** Whether the amounts of the sentence are of several parts of the year. */
  private boolean statesSeveralPeriods;

  /** The last part of the year of the previous sentence if it states several; otherwise null. */
  private @Nullable String previousPeriod;

  /**
   * The range of years that a clause of the sentence announces, 2021—2023年，; empty if there is
   * none.
   */
  List<Integer> yearRange = List.of();

  /** The stage of the following amounts that state none, if a clause without an amount gives it. */
  @Nullable Stage stage;

  /**
   * Basis of the amounts after a clause that states only that, 剔除该因素后， or 按可比口径计算，; null if there
   * is none.
   */
  @Nullable String basis;

  /** Perimeter of the amounts, from the last phrase that states one. */
  @Nullable Perimeter perimeter;

  /** The body other than the document's own to which the amounts belong, or null. */
  @Nullable String otherBody;

  /** The last fund that a phrase of the sentence names. */
  @Nullable Fund fund;

  /** The words for the perimeter in the phrase that stated it: 全市, 县级. */
  @Nullable String perimeterWords;

  /**
   * The name before the colon that opens the sentence, 一般公共预算：, to which a later 收入 or 支出 belongs.
   * Empty if there is none.
   */
  String leadingName = "";

  /** What the next change is compared with; null if no clause has stated it. */
  @Nullable ComparisonBase comparisonBase;

  /** The second of two bases that an amount equals, 与年初预算和上年均持平; null if there is one. */
  @Nullable ComparisonBase secondBase;

  /** What the changes of the last sentence are compared with; null if it states none. */
  private @Nullable ComparisonBase previousBase;

  /** Whether the last number that is no rate is one of things and not of money: 接待12批次, 增加2期. */
  boolean countsThings;

  /** The kind of reason or purpose that is open: {@code CAUSE} or {@code PURPOSE}; null if none. */
  @Nullable WordClass reasonClass;

  /** What the last change that the open reason states is compared with; null if there is none. */
  @Nullable ComparisonBase baseOfReason;

  /** Whether the reason extends over several clauses or list items. */
  boolean reasonContinues;

  /**
   * Whether the preceding clause is 其中： and belongs to the reason for a change, so that the next
   * names are parts of the reason and not of the amount.
   */
  boolean reasonNamesParts;

  /** Whether the reason precedes what it explains: 受债券发行较晚影响，城乡社区支出13.88亿元. */
  boolean reasonPrecedes;

  /** Whether the reason is a subordinate clause, which a change may follow: 因培训增多，比上年增加1.5万元. */
  boolean reasonIsSubordinateClause;

  /**
   * Indices, among the statements of the section, of the latest changes; a growth rate that follows
   * (增长5%) is added to them.
   */
  List<Integer> lastChangeIndices = List.of();

  /**
   * Subjects that the clauses of this sentence name with their amounts or changes, in order,
   * including repetitions.
   */
  List<Subject> namedSubjects = new ArrayList<>();

  /**
   * The last subject of the paragraph that words for a territory or a level of government precede:
   * 全区一般公共预算收入; null if there is none.
   */
  @Nullable Subject lastSubjectOfTerritory;

  /** Subjects of all amounts of this sentence, including amounts that it names only by 收入 or 支出. */
  List<Subject> subjectsOfAmounts = new ArrayList<>();

  /** {@link #namedSubjects} of the last sentence that had any. */
  List<Subject> previousNamedSubjects = List.of();

  /** The last words that named what is counted; later counts of the sentence may omit them. */
  String countedThingWords = "";

  /**
   * Whether the things that the sentence counts are bought: from a word for a purchase on, until a
   * word says that things are held.
   */
  boolean countsPurchases;

  /**
   * The kinds of posts (行政, 事业) that the sentence has counted since it last counted the staff;
   * empty string for posts of all kinds.
   */
  final Set<String> kindsOfPosts = new HashSet<>();

  /** The year that the last count of the sentence states; null if none does. */
  @Nullable Integer yearOfCount;

  /** Whether a balance brought forward stands before a budget of the sentence that it adds to. */
  boolean balancePrecedesBudget;

  /** Whether the last count of the sentence whose words named an account was one of devices. */
  boolean countsDevices;

  /**
   * Stage and time of the last count of the sentence that states a stage, if that is a budget;
   * otherwise null.
   */
  @Nullable StageAndTime stageAndTimeOfPlannedCount;

  /** Whether values after 分别 could not be assigned to the subjects that the sentence names. */
  boolean distributionFailed;

  /**
   * The kind of percentages that a clause has announced for the names in the next clauses,
   * 三项所占比重依次为：; null if none.
   */
  @Nullable WordClass announcedRateClass;

  /** The subject of the last amount if it is not the topic of what follows; otherwise null. */
  @Nullable Subject lastNonTopicSubject;

  /** Whether the last amount is only planned, so that it becomes no fact. */
  boolean isLastAmountPlanned;

  /** Whether a clause announces all purposes of an amount, 安排用于：, and not only the main ones. */
  boolean listsAllPurposes;

  /** Whether the sentence has stated a change. */
  boolean statesChange;

  /** Whether the amounts of the current list are the amounts of the parts of a change. */
  boolean listsPartsOfChange;

  /** Whether the sentence adds up amounts to a total: 加上上年结转. */
  boolean isAddingUp;

  /** What a change is compared with: the phrase that names it, and its amount if printed. */
  record ComparisonBase(AmountPhrase phrase, @Nullable Quantity quantity) {}

  /** The part of the year that holds for amounts that state none, or null. */
  @Nullable String period() {
    return period;
  }

  /** Sets the part of the year of the following amounts; null changes nothing. */
  void setPeriodIfStated(@Nullable String stated) {
    period = stated == null ? period : stated;
  }

  /**
   * Sets the part of the year for the rest of the sentence, when a clause without a number states
   * another part after amounts of an earlier one: 前三季度支出50万元，第四季度加快支付，支出20万元.
   */
  void changePeriod(@Nullable String stated) {
    if (period != null && stated != null && !stated.equals(period)) {
      statesSeveralPeriods = true;
      period = stated;
    }
  }

  /**
   * As {@link #setPeriodIfStated}, for a phrase with an amount: also records whether the sentence
   * states several parts of the year and, if it may apply to the section, the part of the year of
   * the first amount.
   *
   * @param stated the part of the year of the phrase; null if it states none
   * @param mayHoldForSection whether amounts of later sentences may be of the same part of the year
   */
  void setPeriodOfAmount(@Nullable String stated, boolean mayHoldForSection) {
    statesSeveralPeriods |= stated != null && period != null && !stated.equals(period);
    setPeriodIfStated(stated);
    firstPeriod = statesAmount || !mayHoldForSection ? firstPeriod : period;
    statesAmount = true;
  }

  /**
   * Makes the last part of the year of the previous sentence that of this sentence, which lists
   * parts of its last amount: 9月支出2亿元，1-9月支出18亿元。其中：教育支出6亿元.
   */
  void continuePreviousPeriod() {
    changePeriod(previousPeriod);
  }

  /**
   * Forgets, for the next paragraph, the subject stated for a territory, and returns to the part of
   * the year with which the section began.
   */
  void endParagraph() {
    lastSubjectOfTerritory = null;
    period = statesAmount ? firstPeriod : period;
  }

  /** Forgets the parts of the year, at a heading. */
  void forgetPeriods() {
    period = null;
    firstPeriod = null;
    previousPeriod = null;
    statesAmount = false;
  }

  /**
   * Takes over the base of the change in the previous sentence for the parts of that change, if the
   * current sentence states no base: 比上年增长6.46%。其中：事业收入减少17.04万元. The amount of that base is not
   * taken over, since it is not the amount of the parts.
   */
  void inheritBaseOfPreviousSentence() {
    if (comparisonBase == null && previousBase != null && namedSubjects.isEmpty()) {
      comparisonBase = new ComparisonBase(previousBase.phrase().withSubjects(List.of()), null);
    }
  }

  /** Returns an action that restores what a bracket in the sentence changes only for itself. */
  Runnable saveForBracket() {
    Integer savedYear = year;
    WordClass savedReason = reasonClass;
    Stage savedStage = stage;
    String savedBasis = basis;
    ComparisonBase savedBase = comparisonBase;
    List<Integer> savedChanges = lastChangeIndices;
    String savedCount = countedThingWords;
    Integer savedYearOfCount = yearOfCount;
    Fund savedFund = fund;
    Perimeter savedPerimeter = perimeter;
    String savedWords = perimeterWords;
    return () -> {
      year = savedYear;
      reasonClass = savedReason;
      stage = savedStage;
      basis = savedBasis;
      comparisonBase = savedBase;
      lastChangeIndices = savedChanges;
      countedThingWords = savedCount;
      yearOfCount = savedYearOfCount;
      fund = savedFund;
      perimeter = savedPerimeter;
      perimeterWords = savedWords;
    };
  }

  /** Keeps the fund and perimeter that a phrase states for the following clauses. */
  void rememberFundAndPerimeter(AmountPhrase phrase) {
    if (phrase.fund() != null) {
      fund = phrase.fund();
    }
    if (phrase.perimeter() != null) {
      perimeter = phrase.perimeter();
      perimeterWords = phrase.perimeterWords();
    }
  }

  /** Forgets the perimeter, at the end of a sentence and at a semicolon. */
  void clearPerimeter() {
    perimeter = null;
    perimeterWords = null;
  }

  /** Sets the year of the rest of the sentence if a phrase states a year by its number. */
  void setYearIfStated(AmountPhrase phrase) {
    if (phrase.years().size() == 1 && !phrase.hasRelativeYear()) {
      year = phrase.years().getFirst();
    }
  }

  /**
   * Resets the state that applies to one sentence only, and makes its subjects, if it has any,
   * {@link #previousNamedSubjects}. After a sentence with several parts of the year, the part of
   * the year of the section's first amount applies again.
   */
  void endSentence() {
    previousPeriod = statesSeveralPeriods ? period : null;
    period = statesSeveralPeriods ? firstPeriod : period;
    statesSeveralPeriods = false;
    openingYear = null;
    yearRange = List.of();
    previousBase = statesChange ? comparisonBase : null;
    comparisonBase = null;
    secondBase = null;
    countsThings = false;
    reasonClass = null;
    baseOfReason = null;
    reasonContinues = false;
    reasonPrecedes = false;
    reasonNamesParts = false;
    lastChangeIndices = List.of();
    previousNamedSubjects = namedSubjects.isEmpty() ? previousNamedSubjects : namedSubjects;
    namedSubjects = new ArrayList<>();
    subjectsOfAmounts = new ArrayList<>();
    clearPerimeter();
    otherBody = null;
    fund = null;
    stage = null;
    basis = null;
    countedThingWords = "";
    countsPurchases = false;
    kindsOfPosts.clear();
    yearOfCount = null;
    balancePrecedesBudget = false;
    countsDevices = false;
    stageAndTimeOfPlannedCount = null;
    distributionFailed = false;
    leadingName = "";
    isAddingUp = false;
    listsPartsOfChange = false;
    statesChange = false;
    isLastAmountPlanned = false;
    lastNonTopicSubject = null;
    listsAllPurposes = false;
    announcedRateClass = null;
  }
}
