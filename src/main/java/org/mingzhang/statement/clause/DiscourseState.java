package org.mingzhang.statement.clause;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.ListIntroduction;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AccountNameResolver;
import org.mingzhang.statement.phrase.AccountRelations;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.phrase.AmountPhraseReader;
import org.mingzhang.statement.phrase.InheritedContext;
import org.mingzhang.statement.token.BudgetStages;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.statement.token.ListMarkScanner;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;

/**
 * The state that the clauses of a section share while they are read in order: inherited context,
 * topics, open lists and brackets, the sentence, and the statements so far. Used by one reader on
 * one thread.
 */
public final class DiscourseState {
  /** Minimum number of consecutive years of which an amount can be the total. */
  private static final int MIN_YEARS_OF_RANGE = 3;

  public InheritedContext context;
  AmountPhraseReader phraseReader;
  public final List<Statement> statements = new ArrayList<>();
  final StatedTopics statedTopics = new StatedTopics();
  final TopicTracker topics;
  final GovernmentLevelDetector governmentLevelDetector =
      new GovernmentLevelDetector(Lexicon.standard());
  final SentenceState sentence = new SentenceState();
  private final OpenListStack openLists;
  private final BracketStack brackets;

  /** Span of the clause that is being read; the statements read from it get this span. */
  Span clauseSpan = new Span("", 1, 0, 0);

  public ClauseContext clauseContext = ClauseContext.NONE;

  /** The mark before the clause; 、 joins it to the one before it: 小学650元、初中850元. */
  char markBefore;

  /**
   * Words of the preceding clause of the same list if they name neither an account nor an amount;
   * otherwise empty.
   */
  List<ProseToken> wordsWithoutName = List.of();

  /**
   * How many members of the last list the clause refers to: 3 for the first three (前三项), -2 for the
   * last two (后两项), 0 for none.
   */
  int referredMemberCount;

  /** Whether the section has stated an addition to a budget or a cut: 年中追加80万元. */
  boolean hasBudgetAdjustment;

  /** Whether a heading within the text says that amounts are per head. */
  boolean headingSaysPerHead;

  /** Whether the preceding heading has a name that the chart does not have. */
  boolean hasUnlistedHeading;

  /** The last list of years over which amounts were distributed, by its number of years. */
  final Map<Integer, List<Integer>> distributedYears = new HashMap<>();

  /**
   * The stage of the amounts of each year of {@link #distributedYears}, if the clause that lists
   * the years gives it.
   */
  final Map<Integer, Stage> stagesOfListedYears = new HashMap<>();

  /** The accounts over which 分别 has distributed amounts last; empty if it has not. */
  List<Subject> lastDistributedSubjects = List.of();

  /** The last year of a range of years for which the section states executed amounts; 0 if none. */
  int lastExecutedYear;

  /** The whole of the last list with its stage and time; null if they are uncertain or none. */
  @Nullable ListWhole lastListWhole;

  /** The unit of numbers without one, as a number of value one; null if no note gives it. */
  public ProseToken.@Nullable Numeral unitHint;

  public DiscourseState(InheritedContext context, AmountPhraseReader phraseReader) {
    this.context = context;
    this.phraseReader = phraseReader;
    this.openLists = new OpenListStack(context.chart(), statements);
    this.topics = new TopicTracker(context.chart(), openLists, statedTopics, context.subject());
    this.brackets = new BracketStack(topics, sentence, openLists);
  }

  /** The resolver of names for the chart of the context. */
  AccountNameResolver nameResolver() {
    return phraseReader.nameResolver();
  }

  AccountRelations relations() {
    return nameResolver().relations();
  }

  OpenListStack lists() {
    return openLists;
  }

  /** The brackets that are open. */
  BracketStack brackets() {
    return brackets;
  }

  DiscourseTopic topic() {
    return topics.currentTopic();
  }

  /**
   * Starts the text below a heading: ends the sentence, closes all lists and brackets, forgets the
   * year, and replaces the inherited context by that of the heading.
   */
  public void enterHeading(InheritedContext other) {
    endSentence();
    openLists.closeAll(false);
    brackets.clear();
    context = other;
    phraseReader = phraseReader.withContext(other);
    lastListWhole = null;
    sentence.previousNamedSubjects = List.of();
    sentence.year = null;
    sentence.forgetPeriods();
    hasBudgetAdjustment = false;
    lastDistributedSubjects = List.of();
    headingSaysPerHead = false;
    hasUnlistedHeading = false;
    topics.enterHeading(other.subject());
  }

  /**
   * Keeps the name before the colon that opens a sentence, which completes a later 收入 or 支出:
   * 一般公共预算：收入决算18.63亿元. The topic then has no subject. Names for which the chart does not have both
   * revenue and expenditure are ignored.
   */
  void rememberLeadingName(String name) {
    if (context.chart().find(name + "收入").isPresent()
        && context.chart().find(name + "支出").isPresent()) {
      sentence.leadingName = name;
      topics.setNextSentenceTopic(new DiscourseTopic(List.of()));
    }
  }

  /**
   * Ends a sentence and the lists in it. If the sentence is about a single part, 其中：出国费决算18.62万元。,
   * that part is the topic of the next sentence: 比上年增加3.10万元.
   */
  void endSentence() {
    OpenList list = openLists.innermostList();
    if (list != null
        && list.isInline()
        && list.startsSentence
        && list.memberSubjects().size() == 1
        && topic().subjects().equals(list.memberSubjects())) {
      topics.setNextSentenceTopic(topic());
    }
    openLists.closeSentenceLists();
    sentence.endSentence();
    topics.endSentence(!brackets.isEmpty());
  }

  /**
   * Returns to the whole of a numbered list whose items all stand in the sentence that ends:
   * 专项资金100万元，用于：①清淤60万元；②修复40万元。 An amount of the next sentence without a name, 已支付90万元, is not of
   * the last item. The list stays open, since further items may follow.
   */
  void returnToWholeOfNumberedList() {
    OpenList list = openLists.innermostList();
    if (list != null && list.level > 0 && list.endFirstSentence()) {
      topics.setNextSentenceTopic(list.outerTopic);
    }
  }

  /**
   * Starts an item of a list by its mark. The mark ends the sentence and restores the topic and the
   * year before the list, except for marks such as 一是, which only continue a reason. A list that
   * begins with a later item has no whole, since what precedes it may be the first item.
   */
  void startItem(ProseToken.ListMark listMark) {
    if (listMark.level() >= ListMarkScanner.SENTENCE_PART_LEVEL) {
      sentence.reasonContinues |= sentence.reasonClass != null;
      return;
    }
    brackets.clear();
    topics.endLabeledProject();
    endSentence();
    DiscourseTopic head = topics.nextSentenceTopic();
    List<Statement> wholes =
        hasUnlistedHeading || listMark.ordinal() > 1 ? List.of() : topics.statementsOf(head);
    hasUnlistedHeading = false;
    OpenList scope = openLists.getOrOpenListAtLevel(listMark.level(), head, wholes);
    if (scope.isEmpty() && !scope.awaitsPart) {
      scope.yearBeforeList = sentence.year;
    } else {
      sentence.year = scope.yearBeforeList;
    }
    scope.awaitsPart = true;
    scope.itemSubject = null;
    scope.headingSubject = null;
    topics.setNextSentenceTopic(scope.outerTopic);
  }

  /**
   * Opens a list within a sentence; its whole is the topic. Later numbers do not complete earlier
   * changes.
   */
  void openList(ListIntroduction introduction) {
    OpenList scope = new OpenList(introduction, topic(), topics.statementsOf(topic()), 0);
    scope.isWholePlanned = sentence.isLastAmountPlanned;
    scope.followsAmount = topics.isLastAmountOf(topic(), statements);
    lastListWhole = ListWhole.ofList(scope, context).orElse(lastListWhole);
    openLists.openList(scope);
    sentence.lastChangeIndices = List.of();
  }

  /**
   * Ends the section: closes all open lists.
   *
   * @param isTextCutOff whether the text ends before the section does
   */
  public void endSection(boolean isTextCutOff) {
    openLists.closeAll(isTextCutOff);
  }

  /**
   * Makes subjects the topic and returns it; a topic with the same subjects and funds is kept.
   * Closes the lists of the sentence to which a single subject cannot belong.
   */
  DiscourseTopic changeTopic(List<Subject> subjects) {
    if (subjects.size() == 1) {
      openLists.closeListsOfCounterpart(subjects.getFirst());
    }
    if (topics.changeSubjects(subjects)) {
      sentence.lastChangeIndices = List.of();
    }
    return topics.currentTopic();
  }

  /**
   * Whether years are consecutive, at least three, so that an amount is the total of these years:
   * 2021—2023年累计完成58,214万元. Two years may be those of a school year.
   */
  static boolean areConsecutiveYears(List<Integer> years) {
    return years.size() >= MIN_YEARS_OF_RANGE
        && years.getLast() - years.getFirst() == years.size() - 1;
  }

  /** Whether a phrase names a subject, a fund or a perimeter itself. */
  static boolean namesSubject(AmountPhrase phrase) {
    return !phrase.subjects().isEmpty() || phrase.fund() != null || phrase.perimeter() != null;
  }

  /**
   * Adds a statement to the section, to its topic and to the lists of which it is a part. If it is
   * an amount of the whole of the last list, its stage and time become those that later parts
   * inherit.
   *
   * @param namesSubjectItself whether the clause names the subject itself
   */
  void addStatement(
      Statement statement, DiscourseTopic topic, Subject subject, boolean namesSubjectItself) {
    statements.add(statement);
    if (statement instanceof Statement.Amount amount && lastListWhole != null) {
      lastListWhole = lastListWhole.withStageAndTimeOf(amount, subject);
    }
    topics.addStatement(statement, topic);
    openLists.addPart(statement, subject, namesSubjectItself);
  }

  /**
   * Forgets, for the next paragraph, a year after the one that the document of a department is
   * about, since it is the year of a plan: 2023年计划投入余下的165万元.
   */
  void forgetYearAfterReport() {
    Integer own = context.stageAndTime().year();
    if (context.chart() != ChartOfAccounts.governments()
        && own != null
        && sentence.year != null
        && sentence.year > own) {
      sentence.year = null;
    }
  }

  /** The year from which 本年 and 上年 are counted; 0 if it is not known. */
  int referenceYear() {
    Integer inherited = context.stageAndTime().year();
    return sentence.year != null ? sentence.year : inherited != null ? inherited : 0;
  }

  /**
   * Reads tokens as a phrase. 全年预算 is the adjusted budget if the section has stated an adjustment
   * or the account's 年初预算 before. The amount to which an amount per head was raised is also per
   * head.
   */
  AmountPhrase readPhrase(List<ProseToken> tokens) {
    String period = sentence.period() == null ? context.stageAndTime().period() : sentence.period();
    AmountPhrase read = phraseReader.read(tokens, topics.itemPath(), referenceYear(), period);
    AmountPhrase phrase = read.basis() == null ? read.withBasis(sentence.basis) : read;
    boolean perHead =
        topic().endsWithPerHeadAmount()
            && phrase.subjects().isEmpty()
            && tokens.stream().anyMatch(t -> t.isWordOfClass(WordClass.CHANGED_TO));
    if (perHead) {
      // The new value of an amount per head is per head as well: 人均补助标准由89元提高到94元.
      return phrase.withPerHead();
    }
    boolean full =
        tokens.stream().anyMatch(BudgetStages::isFullYearBudget)
            && (hasBudgetAdjustment || wasInitialBudgetStated(phrase));
    return full ? phrase.withStage(Stage.ADJUSTED_BUDGET) : phrase;
  }

  /** Whether the initial budget of the only account of a phrase, or of the topic, was stated. */
  private boolean wasInitialBudgetStated(AmountPhrase phrase) {
    List<Subject> named = phrase.subjects();
    DiscourseTopic stated =
        named.isEmpty()
            ? topic()
            : named.size() == 1 ? statedTopics.findBySubject(named.getFirst()) : null;
    return stated != null && stated.hasAmountAtStage(Stage.INITIAL_BUDGET);
  }

  /**
   * Whether the account of a subject is a number of things, such as 公务用车保有量, so that no amount of
   * money or change in money can belong to it.
   */
  boolean isNumberOfThings(Subject subject) {
    return subject.isInChart()
        && context
            .chart()
            .findAccount(subject.account())
            .filter(account -> account.nature() == Account.Nature.COUNT)
            .isPresent();
  }
}
