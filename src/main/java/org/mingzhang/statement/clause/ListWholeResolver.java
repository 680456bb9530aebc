package org.mingzhang.statement.clause;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.text.PatternTable;

/**
 * Finds the whole of a list of parts if the amount just before the list is too small to be it,
 * 支出58.94万元，结余1.06万元。其中用于业务活动32.15万元、设备购置26.79万元, or is one of an earlier year:
 * 2022年三公经费预算6.2万元。2021年预算8万元，实际支出5.36万元。其中：…, or of another stage than the parts.
 */
final class ListWholeResolver {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ListWholeResolver.class);
  private static final Pattern REMAINING_FUNDS_NAME = PATTERNS.get("remainder");
  private static final Pattern SHARE_OF_FLOW = PATTERNS.get("share-of-flow");
  private static final Pattern REMAINDER_IN_NAME = PATTERNS.get("names-remainder");

  /** An amount and a sum that differ by less than the sum divided by this are equal but rounded. */
  private static final BigDecimal ROUNDING_DIVISOR = new BigDecimal("1000");

  private final DiscourseState discourse;

  ListWholeResolver(DiscourseState discourse) {
    this.discourse = discourse;
  }

  /**
   * Returns to the year of the titles if the topic has an amount of that year, its last amount is
   * one of an earlier year, and the parts do not add up to an amount of that earlier year. To be
   * called before the list is opened.
   */
  void returnToYearOfTitles() {
    Integer year = discourse.context.stageAndTime().year();
    List<BigDecimal> sums = discourse.clauseContext.sumsOfParts();
    Integer last = discourse.sentence.year;
    if (year == null || sums.isEmpty() || last == null || last >= year) {
      return;
    }
    DiscourseTopic topic = discourse.topic();
    if (!topic.hasAmountOfYear(year, null)
        || !topic.hasAmountOfYear(last, null)
        || (topic.hasAmountOfYear(last, sums.getLast())
            && !topic.hasAmountOfYear(year, sums.getLast()))) {
      return;
    }
    topic.moveOtherYearsToFront(year);
    discourse.sentence.year = year;
  }

  /**
   * Returns to the stage of the amount of the topic to which the parts add up, if amounts of other
   * stages follow it: 预算80万元，执行76万元。其中：中央资金50万元，省级资金30万元. Nothing changes if amounts of several
   * stages are that sum. To be called before the list is opened.
   */
  void returnToStageOfSum() {
    List<BigDecimal> sums = discourse.clauseContext.sumsOfParts();
    if (sums.size() < 2) {
      return;
    }
    List<Stage> stages =
        discourse.topic().statements().stream()
            .filter(Statement.Amount.class::isInstance)
            .map(s -> ((Statement.Amount) s).operand())
            .filter(
                o -> o.quantity() != null && o.quantity().value().compareTo(sums.getLast()) == 0)
            .flatMap(o -> o.stageAndTime().uniqueValue().map(StageAndTime::stage).stream())
            .distinct()
            .toList();
    if (stages.size() == 1) {
      discourse.sentence.stage = stages.getFirst();
    }
  }

  /**
   * Replaces the topic if its amounts are less than the parts that the clause announces, since it
   * then cannot be their whole. The topic becomes the last account of the section with an amount
   * equal to the first two or more parts together: 支出80万元。教育支出60万元；住房支出20万元。 其中：基本支出50万元，项目支出30万元.
   * If there is none, a topic that is a remainder is replaced by the last account with an amount
   * that is not less than the parts; an item that is less than the first part, by its account; and
   * the last part of a list, if the chart does not divide it, 货物6万元、服务20万元；其中：, by the whole of the
   * list. Must be called before the list is opened.
   *
   * @param isAfterSemicolon whether 其中 opens a part of a sentence
   */
  void replaceTooSmallTopic(boolean isAfterSemicolon) {
    DiscourseTopic topic = discourse.topic();
    List<BigDecimal> sums = discourse.clauseContext.sumsOfParts();
    OpenList list = discourse.lists().innermostList();
    boolean small =
        !sums.isEmpty()
            && (sums.size() == 1
                ? hasAmount(topic, sums.getFirst()) || hasOnlyAmountsBelow(topic, sums.getFirst())
                : !hasAmount(topic, sums.getLast()) && hasOnlyAmountsBelow(topic, sums.getLast()));
    if (!small || topic.subjects().size() != 1) {
      return;
    }
    Subject last = topic.subjects().getFirst();
    Optional<DiscourseTopic> equal =
        findLastTopic(t -> sums.stream().skip(1).anyMatch(sum -> hasAmount(t, sum)));
    if (equal.isPresent()) {
      discourse.topics.setCurrentTopic(equal.get());
    } else if (REMAINING_FUNDS_NAME.matcher(last.account()).find()) {
      findLastTopic(t -> !hasOnlyAmountsBelow(t, sums.getLast()))
          .ifPresent(discourse.topics::setCurrentTopic);
    } else if (last.item() != null && hasOnlyAmountsBelow(topic, sums.getFirst())) {
      Subject all = last.withAccountAndItem(last.account(), last.isInChart(), null);
      findLastTopic(
              t ->
                  t.subjects().getFirst().isSameAs(all) && !hasOnlyAmountsBelow(t, sums.getFirst()))
          .ifPresent(discourse.topics::setCurrentTopic);
    } else if (isAfterSemicolon
        && list != null
        && list.isFollowedByFirstSemicolon()
        && !hasParts(last)) {
      discourse.topics.returnToListWhole();
    }
  }

  /**
   * Changes the topic from revenue to expenditure, or the reverse, if both have been stated and the
   * shares in the sentence fit only the other one: 收入预算90万元，支出预算90万元。其中，财政拨款80万元，占收入预算的89%. Must be
   * called before the list is opened.
   *
   * @param sentence the text from the list to the end of the sentence
   */
  void changeToWholeOfShares(String sentence) {
    List<Subject> topic = discourse.topic().subjects();
    Matcher share = SHARE_OF_FLOW.matcher(sentence);
    if (topic.size() != 1 || topic.getFirst().item() != null || !share.find()) {
      return;
    }
    String flow = share.group("flow");
    if (!topic.getFirst().account().contains(flow)) {
      discourse
          .relations()
          .findCounterpart(topic.getFirst(), flow)
          .map(discourse.statedTopics::findBySubject)
          .ifPresent(discourse.topics::setCurrentTopic);
    }
  }

  /**
   * Replaces a topic that is a remainder, if the first part that the clause names is larger and is
   * no remainder itself, by the last account whose amount is not less than the part:
   * 支出90万元，年末结转6万元，其中修缮项目30万元. To be called before the list is opened.
   *
   * @param part first number of the clause, or null
   * @param name the words before it
   */
  void replaceSmallerRemainderTopic(ProseToken.@Nullable Numeral part, String name) {
    DiscourseTopic topic = discourse.topic();
    if (part != null
        && part.isMoney()
        && topic.subjects().size() == 1
        && REMAINING_FUNDS_NAME.matcher(topic.subjects().getFirst().account()).find()
        && !REMAINDER_IN_NAME.matcher(name).find()
        && hasOnlyAmountsBelow(topic, part.value())) {
      findLastTopic(t -> !hasOnlyAmountsBelow(t, part.value()))
          .ifPresent(discourse.topics::setCurrentTopic);
    }
  }

  /**
   * Makes the last account with an amount equal to the sum of the announced parts the topic, after
   * 支出98万元，其中财政拨款90万元，按经济分类：. False if there is none; the topic is then unchanged.
   */
  boolean changeToSumOfParts() {
    List<BigDecimal> sums = discourse.clauseContext.sumsOfParts();
    Optional<DiscourseTopic> divided =
        findLastTopic(topic -> !sums.isEmpty() && hasAmount(topic, sums.getLast()));
    divided.ifPresent(discourse.topics::setCurrentTopic);
    return divided.isPresent();
  }

  /** Whether the chart divides an account, so that a list after it names its parts. */
  private boolean hasParts(Subject subject) {
    return discourse.context.chart().accounts().stream()
        .anyMatch(a -> subject.account().equals(a.parentName()));
  }

  private Optional<DiscourseTopic> findLastTopic(Predicate<DiscourseTopic> condition) {
    return discourse.statedTopics.topicsWithStatements().stream()
        .filter(condition)
        .reduce((one, next) -> next);
  }

  private static boolean hasAmount(DiscourseTopic topic, BigDecimal value) {
    return amountsOf(topic)
        .anyMatch(a -> a.subtract(value).abs().multiply(ROUNDING_DIVISOR).compareTo(value) <= 0);
  }

  /** Whether all amounts of a topic are less than a sum; false for a topic without amounts. */
  private static boolean hasOnlyAmountsBelow(DiscourseTopic topic, BigDecimal sum) {
    List<BigDecimal> values = amountsOf(topic).toList();
    return !values.isEmpty() && values.stream().allMatch(v -> v.compareTo(sum) < 0);
  }

  private static Stream<BigDecimal> amountsOf(DiscourseTopic topic) {
    return ListPart.quantitiesOf(topic.statements().stream())
        .filter(q -> q.measure() == Quantity.Measure.MONEY)
        .map(Quantity::value);
  }
}
