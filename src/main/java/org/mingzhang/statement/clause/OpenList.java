package org.mingzhang.statement.clause;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Closure;
import org.mingzhang.statement.Statement.ItemList;
import org.mingzhang.statement.Statement.ListIntroduction;
import org.mingzhang.statement.Subject;

/** An open list: its whole, and its parts so far. Used by one reader. */
final class OpenList {
  /**
   * Maximum number of preceding parts that are considered as the whole of a nested list or as the
   * subject of a rate.
   */
  private static final int MAX_PARTS_BACK = 8;

  final ListIntroduction introduction;

  /** The topic before the list, which is the whole that the list divides. */
  DiscourseTopic outerTopic;

  private final List<Statement> wholes;

  /** Level of the marks of its items; 0 for a list within a sentence. */
  final int level;

  final boolean inBrackets;
  private final List<ListPart> parts = new ArrayList<>();

  /** Whether a part has been named without an amount. */
  boolean hasPartWithoutAmount;

  /** Whether the text states that the list has more parts than it names: 等. */
  boolean hasUnnamedParts;

  /**
   * Whether the words that introduce the list open a sentence, in which case its whole is in an
   * earlier sentence.
   */
  boolean startsSentence;

  /** Whether its whole is an amount that is only planned, of which there is no fact. */
  boolean isWholePlanned;

  /** Whether an amount of the whole directly precedes the list, whose parts then have its stage. */
  boolean followsAmount;

  /** Whether the current item has no statement yet. */
  boolean awaitsPart;

  /** Whether a completion rate was stated for one of its parts. */
  boolean hasCompletionRate;

  /** The year that applied before the list; every item starts with it again. */
  @Nullable Integer yearBeforeList;

  /** Whether an amount after the parts says that they add up to the whole: 以上共计280万元. */
  boolean statesTotal;

  /** Whether a sentence has ended since the list began. */
  private boolean hasEndedSentence;

  /** The number of semicolons since the list began. */
  int semicolonCount;

  /** Subject of the current item. */
  @Nullable Subject itemSubject;

  /** Subject in the heading of the current item, （二）支出预算情况：, or null. */
  @Nullable Subject headingSubject;

  OpenList(ListIntroduction introduction, DiscourseTopic outer, List<Statement> wholes, int level) {
    this.introduction = introduction;
    this.outerTopic = outer;
    this.wholes = new ArrayList<>(wholes);
    this.level = level;
    this.inBrackets = introduction == ListIntroduction.BRACKETS;
  }

  /** The last parts of the list, at most {@link #MAX_PARTS_BACK}. */
  private List<ListPart> lastParts() {
    return parts.subList(Math.max(0, parts.size() - MAX_PARTS_BACK), parts.size());
  }

  /** Whether the list is within a sentence and not in brackets. */
  boolean isInline() {
    return level == 0 && !inBrackets;
  }

  /** Whether a rate after its parts may belong to the whole as well as to the last part. */
  boolean isRateAmbiguous() {
    return isInline() && !hasCompletionRate && memberSubjects().size() > 1;
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  void addPart(Statement part) {
    parts.add(new ListPart(part));
  }

  /**
   * Replaces a statement by a more complete version, either among the wholes or among the last
   * {@link #MAX_PARTS_BACK} parts.
   */
  void replace(Statement before, Statement now) {
    wholes.replaceAll(w -> w.equals(before) ? now : w);
    for (ListPart node : lastParts()) {
      if (node.statement().equals(before)) {
        node.replaceStatement(now);
      }
    }
  }

  /**
   * Adds the parts of an inner list that has ended to the member of this list that is its whole, if
   * that is one of the last {@link #MAX_PARTS_BACK} parts.
   */
  void absorbInnerList(OpenList inner) {
    for (ListPart node : lastParts()) {
      if (inner.wholes.contains(node.statement())) {
        node.addInnerParts(inner.parts);
      }
    }
  }

  /**
   * Whether the list has several parts within a sentence, no semicolon between them and one after
   * the last.
   */
  boolean isFollowedByFirstSemicolon() {
    return isInline() && semicolonCount == 1 && memberSubjects().size() > 1;
  }

  /** Ends a sentence. Returns whether it is the first to end in the list and had several parts. */
  boolean endFirstSentence() {
    boolean first = !hasEndedSentence;
    hasEndedSentence = true;
    return first && memberSubjects().size() > 1;
  }

  /** The subjects of its parts in order, without repetitions. */
  List<Subject> memberSubjects() {
    return ListPart.subjectsOf(parts);
  }

  /**
   * Replaces the whole by a topic to which the first part shows that the text returns. The list is
   * marked as incomplete, since the text need not repeat all parts of that topic.
   */
  void changeWhole(DiscourseTopic topic) {
    hasUnnamedParts = true;
    outerTopic = topic;
    wholes.clear();
    wholes.addAll(topic.statements());
  }

  /** Removes the whole, because the members are not its parts. */
  void clearWhole() {
    wholes.clear();
  }

  /** The direction of the whole if the whole is only an adjustment of a budget; otherwise null. */
  Statement.@Nullable Direction adjustmentDirectionOfWhole() {
    return !wholes.isEmpty()
            && wholes.stream()
                .allMatch(
                    w ->
                        w instanceof Statement.Change change
                            && DiscourseTopic.stageOf(change.operand()) == Stage.ADJUSTED_BUDGET)
        ? ((Statement.Change) wholes.getLast()).direction()
        : null;
  }

  /** The amounts of the parts, in 元. */
  private List<BigDecimal> amountsOfParts() {
    return ListPart.quantitiesOf(parts.stream().map(ListPart::statement))
        .map(Quantity::value)
        .toList();
  }

  /** Whether the parts add up to an amount and the text has stated no amount of the whole. */
  boolean isSummedUpBy(Quantity total) {
    List<BigDecimal> amounts = amountsOfParts();
    BigDecimal sum = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return amounts.size() > 1 && wholes.isEmpty() && sum.compareTo(total.value()) == 0;
  }

  /**
   * Whether the list is within a sentence, its parts add up to the last amount of the whole and are
   * the last statements of the section, and no change of the whole has been stated.
   *
   * @param minParts minimum number of parts
   */
  boolean hasJustDividedWhole(List<Statement> stated, int minParts) {
    List<BigDecimal> amounts = amountsOfParts();
    int from = stated.size() - parts.size();
    return isInline()
        && parts.size() >= minParts
        && amounts.size() == parts.size()
        && from >= 0
        && stated
            .subList(from, stated.size())
            .equals(parts.stream().map(ListPart::statement).toList())
        && wholes.stream().allMatch(Statement.Amount.class::isInstance)
        && findRepeatedWhole(amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add)) != null;
  }

  /**
   * The last amount of the whole if it is an amount, in 元, that is printed after the parts or is
   * their sum: 以上共计280万元; otherwise null.
   */
  @Nullable Operand findRepeatedWhole(BigDecimal total) {
    return wholes.reversed().stream()
        .filter(Statement.Amount.class::isInstance)
        .map(s -> ((Statement.Amount) s).operand())
        .limit(1)
        .filter(o -> o.quantity() != null && o.quantity().value().compareTo(total) == 0)
        .findFirst()
        .orElse(null);
  }

  /**
   * Subject of the first whole that has exactly one, otherwise the only subject of the topic before
   * the list; null if there is neither.
   */
  @Nullable Subject wholeSubject() {
    return wholes.stream()
        .flatMap(whole -> ListPart.subjectOf(whole).stream())
        .findFirst()
        .orElse(outerTopic.subjects().size() == 1 ? outerTopic.subjects().getFirst() : null);
  }

  /**
   * Stage and time of the whole, which its parts inherit: the ones of its latest statement at the
   * preferred stage, if that has the year of the latest statement; otherwise of the latest
   * statement. The latest statement also takes precedence if it directly precedes the list in the
   * same sentence, or if it is an adjusted budget and a budget is preferred. Null if the whole has
   * no statement with a certain stage and time.
   */
  @Nullable StageAndTime stageAndTimeOfWhole(@Nullable Stage preferred) {
    List<StageAndTime> stageAndTimes =
        wholes.stream()
            .map(ListPart::operandOf)
            .filter(Objects::nonNull)
            .flatMap(operand -> operand.stageAndTime().uniqueValue().stream())
            .toList();
    if (stageAndTimes.isEmpty()) {
      return null;
    }
    StageAndTime latest = stageAndTimes.getLast();
    boolean adjusted = latest.stage() == Stage.ADJUSTED_BUDGET && preferred == Stage.BUDGET;
    if (adjusted || (followsAmount && !startsSentence)) {
      return latest;
    }
    return stageAndTimes.reversed().stream()
        .filter(f -> f.stage() == preferred && Objects.equals(f.year(), latest.year()))
        .findFirst()
        .orElse(latest);
  }

  boolean isWholeAdjustedBudget() {
    StageAndTime whole = stageAndTimeOfWhole(null);
    return whole != null && whole.stage() == Stage.ADJUSTED_BUDGET;
  }

  /**
   * The wholes that are not on an adjusted basis, or all wholes if there are none. The parts that a
   * new sentence lists belong to the reported amount and not to the adjusted amount before them:
   * 支出150万元。剔除专项后，支出为140万元。其中：基本支出….
   */
  private List<Statement> wholesOfOneBasis() {
    List<Statement> reported = wholes.stream().filter(w -> !isAdjusted(w)).toList();
    return reported.isEmpty() ? wholes : reported;
  }

  private static boolean isAdjusted(Statement whole) {
    Operand operand = ListPart.operandOf(whole);
    return operand != null
        && operand.stageAndTime().uniqueValue().filter(StageAndTime::hasAdjustedBasis).isPresent();
  }

  /**
   * The list as statements: one for each kind, stage and time of its parts, in the order of the
   * first part.
   *
   * @param isTextCutOff whether the text ends before the list does
   */
  List<ItemList> toListStatements(boolean isTextCutOff) {
    Closure closure =
        hasPartWithoutAmount
            ? Closure.PART_WITHOUT_AMOUNT
            : isTextCutOff ? Closure.CUT_OFF : hasUnnamedParts ? Closure.OPEN : Closure.CLOSED;
    return new ItemListBuilder(parts, startsSentence ? wholesOfOneBasis() : wholes)
        .build(statesTotal ? ListIntroduction.CONSISTS_OF : introduction, closure);
  }
}
