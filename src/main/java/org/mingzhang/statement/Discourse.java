package org.mingzhang.statement;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Statement.Introduction;

/**
 * What is spoken of while the clauses of a section are read one after the other: the topic, the
 * lists that are open, the time of the sentence. Used by one reader on one thread.
 */
final class Discourse {
  InheritedContext context;
  final PhraseReader phrases;
  final List<Statement> statements = new ArrayList<>();
  private final ListStack lists;
  private final SubjectResolver subjects = new SubjectResolver(this);
  private final FrameResolver frames = new FrameResolver(this);
  private final Map<String, DiscourseTopic> known = new HashMap<>();
  private final Deque<Saved> brackets = new ArrayDeque<>();

  /** The clause that statements are made of. */
  Span clauseSpan = new Span("", 1, 0, 0);

  /** The account of a fund that was spoken of last: 全市支出 behind 一般公共预算收入 is that of its fund. */
  @Nullable Subject fundAccount;

  /** 收入 or 支出 if the rest of the sentence says so of what this clause speaks of; else empty. */
  String laterFlow = "";

  /** Whether the next clause adds to the amount of this one, which is no total then. */
  boolean nextClauseAdds;

  /** Whether the clause before says how many things there were, and no amount. */
  boolean afterCount;

  /** The rate that the clause behind says of the change of this one. */
  Token.@Nullable Numeral nextRate;

  /** Whether the clause is joined to the one before it: 小学650元、初中850元. */
  boolean coordinated;

  /** Whether the sentence adds up: 加上上年结转. */
  boolean addingUp;

  DiscourseTopic topic;
  private DiscourseTopic headTopic;
  @Nullable DiscourseTopic previousTopic;

  /** The last topic outside lists that is not an item of expenditure. */
  private @Nullable DiscourseTopic lastWhole;

  @Nullable Base base;
  @Nullable WordClass reason;
  boolean reasonContinues;

  /** Whether the reason stands before what it explains: 受债券发行较晚影响，城乡社区支出13.88亿元. */
  boolean reasonPrecedes;

  /** Whether the reason is a subordinate clause: 因培训增多，比上年增加1.5万元 tells the change behind it. */
  boolean reasonByConjunction;

  /** The words of the clause before within a list, where they name no account and no amount. */
  List<Token> unnamedWords = List.of();

  @Nullable Integer sentenceYear;
  @Nullable String sentencePeriod;
  @Nullable Stage sentenceStage;
  @Nullable Perimeter sentencePerimeter;

  /** Whether the section has told of an addition to a budget or a cut: 年中追加80万元. */
  boolean budgetAdjusted;

  @Nullable String itemAbove;

  /**
   * How many members of the last list the clause speaks of by their number: 3 of the first three,
   * -2 of the last two, 0 where it does not.
   */
  int referredMembers;

  /** Whether a heading within the text announced amounts per head. */
  boolean perHead;

  /** Whether a heading right before has a name that the chart does not have. */
  boolean unknownHeading;

  /** Whether values of 分别 in this sentence could not be given to what the sentence names. */
  boolean distributionFailed;

  /** What the sentence says before its colon, 一般公共预算：, which the flows behind it are of. */
  String sentenceHead = "";

  List<Integer> lastChanges = List.of();
  List<Subject> sentenceSubjects = new ArrayList<>();

  /** What the last sentence with amounts spoke of, in order. */
  List<Subject> previousSubjects = List.of();

  /** Lists of years that amounts were distributed over, by their length, the last of each. */
  final Map<Integer, List<Integer>> distributedYears = new HashMap<>();

  String countContext = "";
  Token.@Nullable Numeral unitHint;

  /** What a change is counted from. */
  record Base(Phrase phrase, @Nullable Quantity quantity) {}

  private record Saved(
      DiscourseTopic topic,
      @Nullable Integer year,
      @Nullable WordClass reason,
      @Nullable Base base,
      List<Integer> lastChanges) {}

  Discourse(InheritedContext context, PhraseReader phrases) {
    this.context = context;
    this.phrases = phrases;
    this.topic =
        new DiscourseTopic(context.subject() == null ? List.of() : List.of(context.subject()));
    this.headTopic = topic;
    this.lists = new ListStack(context.chart(), statements);
  }

  ListStack lists() {
    return lists;
  }

  /** A heading within the section: what follows inherits from it. */
  void enterHeading(InheritedContext other) {
    endSentence();
    lists.closeAll(false);
    brackets.clear();
    context = other;
    frames.forgetWhole();
    previousSubjects = List.of();
    sentenceYear = null;
    sentencePeriod = null;
    budgetAdjusted = false;
    perHead = false;
    unknownHeading = false;
    topic = new DiscourseTopic(other.subject() == null ? List.of() : List.of(other.subject()));
    headTopic = topic;
    lastWhole = null;
  }

  /** A sentence that begins with words and a colon: 一般公共预算：收入决算18.63亿元. */
  void startHeadedSentence(String name) {
    if (context.chart().find(name + "收入").isPresent()
        && context.chart().find(name + "支出").isPresent()) {
      sentenceHead = name;
      topic = new DiscourseTopic(List.of());
      headTopic = topic;
    }
  }

  /** The end of a sentence: what was carried over within it is forgotten. */
  void endSentence() {
    lists.closeInline();
    base = null;
    reason = null;
    reasonContinues = false;
    reasonPrecedes = false;
    lastChanges = List.of();
    previousSubjects = sentenceSubjects.isEmpty() ? previousSubjects : sentenceSubjects;
    sentenceSubjects = new ArrayList<>();
    sentencePerimeter = null;
    sentenceStage = null;
    previousTopic = null;
    countContext = "";
    distributionFailed = false;
    sentenceHead = "";
    addingUp = false;
    if (brackets.isEmpty()) {
      topic = headTopic;
    }
  }

  void openBracket() {
    brackets.push(new Saved(topic, sentenceYear, reason, base, lastChanges));
    lists.open(new ListScope(Introduction.BRACKETS, topic, topic.statements(), 0));
  }

  /** The changes made right before the bracket that is open. */
  List<Integer> bracketChanges() {
    return brackets.isEmpty() ? List.of() : brackets.getFirst().lastChanges();
  }

  void closeBracket() {
    if (!brackets.isEmpty()) {
      Saved saved = brackets.pop();
      lists.closeBracket();
      topic = saved.topic();
      sentenceYear = saved.year();
      reason = saved.reason();
      base = saved.base();
      lastChanges = saved.lastChanges();
    }
  }

  /** The mark of a list item. */
  void startItem(Token.Bullet bullet) {
    if (bullet.level() >= BulletScanner.IN_SENTENCE) {
      reasonContinues |= reason != null;
      return;
    }
    brackets.clear();
    endSentence();
    List<Statement> wholes = unknownHeading ? List.of() : statementsOfWhole(headTopic);
    unknownHeading = false;
    ListScope scope = lists.openItem(bullet.level(), headTopic, wholes);
    if (scope.isEmpty() && !scope.awaitsPart) {
      scope.year = sentenceYear;
    } else {
      sentenceYear = scope.year;
    }
    scope.awaitsPart = true;
    scope.itemSubject = null;
    scope.headingSubject = null;
    topic = scope.outer;
    headTopic = topic;
  }

  /** Opens a list within a sentence whose whole is the topic. */
  void openList(Introduction introduction) {
    ListScope scope = new ListScope(introduction, topic, statementsOfWhole(topic), 0);
    frames.rememberWhole(scope);
    lists.open(new ListScope(introduction, topic, statementsOfWhole(topic), 0));
    lastChanges = List.of();
  }

  /** Closes the lists of the sentence and speaks of its head again. */
  void returnToHead() {
    lists.closeInline();
    topic = headTopic;
  }

  /** Speaks of what is divided anew, 按支出用途划分：; an item told before is not what is divided. */
  void returnToDividedWhole() {
    returnToHead();
    DiscourseTopic divided = lastWhole;
    if (isItem(topic) && divided != null) {
      topic = divided;
      headTopic = divided;
    }
  }

  private static boolean isItem(DiscourseTopic of) {
    return of.subjects().size() == 1 && of.subjects().getFirst().item() != null;
  }

  /** Closes the lists of the sentence and speaks of what the first of them is a list of. */
  void returnToListWhole() {
    topic = lists.wholeOfSentence(topic);
    lists.closeInline();
  }

  /**
   * Speaks again of what had a budget before something without one was named:
   * 预算80万元，执行76万元，结余4万元，执行率95%.
   */
  void returnToBudgetedTopic() {
    DiscourseTopic previousSubjects = previousTopic;
    if (previousSubjects != null && !topic.hasBudget() && previousSubjects.hasBudget() && !topic.isCharted()) {
      topic = previousSubjects;
    }
  }

  /** The text ends. */
  void endText(boolean cutOff) {
    lists.closeAll(cutOff);
  }

  private List<Statement> statementsOfWhole(DiscourseTopic of) {
    if (!of.statements().isEmpty() || of.subjects().size() != 1) {
      return of.statements();
    }
    DiscourseTopic previousTopic = known.get(key(of.subjects().getFirst()));
    return previousTopic == null ? List.of() : previousTopic.statements();
  }

  /** What this section has said of a subject before; null where it has said nothing. */
  @Nullable DiscourseTopic knownTopic(Subject subject) {
    return known.get(key(subject));
  }

  /** All that this section has said something of. */
  Collection<DiscourseTopic> knownTopics() {
    return known.values();
  }

  private static String key(Subject subject) {
    return subject.account() + "|" + subject.item() + "|" + subject.entity();
  }

  /** Speaks of other subjects from now on, unless they are the same. */
  DiscourseTopic changeTopic(List<Subject> subjects) {
    if (!same(topic.subjects(), subjects)) {
      previousTopic = topic;
      topic = new DiscourseTopic(subjects);
      lastChanges = List.of();
    }
    if (subjects.size() == 1 && isOfFund(subjects.getFirst())) {
      fundAccount = subjects.getFirst();
    }
    if (subjects.size() == 1) {
      String item = subjects.getFirst().item();
      itemAbove = item != null && item.contains("/") ? item : itemAbove;
    }
    if (lists.isOutsideSentenceList()) {
      headTopic = topic;
      lastWhole = isItem(topic) ? lastWhole : topic;
    }
    return topic;
  }

  /** Whether an account has a fund by its name: 一般公共预算收入, not 收入总计. */
  private boolean isOfFund(Subject subject) {
    return subject.charted()
        && subject.item() == null
        && context.chart().account(subject.account()).flatMap(Account::fund).isPresent();
  }

  private static boolean same(List<Subject> a, List<Subject> b) {
    if (a.size() != b.size() || a.isEmpty()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!a.get(i).sameAs(b.get(i)) || a.get(i).fund() != b.get(i).fund()) {
        return false;
      }
    }
    return true;
  }

  /** Whether a phrase names something itself. */
  static boolean namesSubject(Phrase phrase) {
    return !phrase.subjects().isEmpty() || phrase.fund() != null || phrase.perimeter() != null;
  }

  /** The subjects of a phrase, else those carried over; none where nothing is spoken of. */
  List<Subject> resolveSubjects(Phrase phrase) {
    return subjects.resolve(phrase);
  }

  /** Stage and time of an amount. */
  Frame resolveFrame(Phrase phrase, @Nullable Integer year) {
    return frames.resolve(phrase, year);
  }

  /** Adds a statement of the topic, and puts it into the lists that it is a part of. */
  void addStatement(Statement statement, DiscourseTopic of, Subject subject, boolean own) {
    statements.add(statement);
    of.add(statement);
    if (of.subjects().size() == 1) {
      known.put(key(of.subjects().getFirst()), of);
    }
    lists.addPart(statement, subject, own);
  }

  /** The year that 本年 and 上年 are counted from; 0 where it is not known. */
  int referenceYear() {
    Integer inherited = context.frame().year();
    return sentenceYear != null ? sentenceYear : inherited != null ? inherited : 0;
  }

  /** What tokens say; 全年预算 is the adjusted budget where an adjustment was told before. */
  Phrase readPhrase(List<Token> tokens) {
    Phrase said = phrases.read(tokens, itemAbove, referenceYear());
    boolean full = budgetAdjusted && tokens.stream().anyMatch(BudgetStages::isFullBudget);
    return full ? said.withStage(Stage.ADJUSTED_BUDGET) : said;
  }
}
