package org.mingzhang.statement.clause;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Statement;
import org.mingzhang.text.PatternTable;

/**
 * Finds the whole of a list of parts if the amount just before the list is not the whole but its
 * remainder: 支出58.94万元，结余1.06万元。 其中用于业务活动32.15万元、设备购置26.79万元.
 */
final class ListWholeResolver {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ListWholeResolver.class);
  private static final Pattern REMAINDER = PATTERNS.get("remainder");

  private final DiscourseState discourse;

  ListWholeResolver(DiscourseState discourse) {
    this.discourse = discourse;
  }

  /**
   * Returns to the account before the topic if the topic is what is left of it and less than the
   * parts together: to the one with an amount equal to their sum, otherwise to the last one with an
   * amount that is not less. Does nothing if there is none. To be called before the list is opened.
   */
  void returnFromRemainderToWhole() {
    DiscourseTopic topic = discourse.topic();
    BigDecimal sum = discourse.clauseContext.sumOfParts();
    if (sum == null
        || topic.subjects().size() != 1
        || !REMAINDER.matcher(topic.subjects().getFirst().account()).find()
        || !isLess(topic, sum)) {
      return;
    }
    DiscourseTopic found = null;
    for (DiscourseTopic candidate : discourse.topics.topicsWithStatements()) {
      if (hasAmount(candidate, sum)
          || (!isLess(candidate, sum) && (found == null || !hasAmount(found, sum)))) {
        found = candidate;
      }
    }
    if (found != null) {
      discourse.topics.setCurrentTopic(found);
    }
  }

  /**
   * Makes the last account with an amount equal to the sum of the announced parts the topic, after
   * 支出98万元，其中财政拨款90万元，按经济分类：. False if there is none; the topic is then unchanged.
   */
  boolean changeToSumOfParts() {
    BigDecimal sum = discourse.clauseContext.sumOfParts();
    Optional<DiscourseTopic> divided =
        discourse.topics.topicsWithStatements().stream()
            .filter(topic -> sum != null && hasAmount(topic, sum))
            .reduce((one, next) -> next);
    divided.ifPresent(discourse.topics::setCurrentTopic);
    return divided.isPresent();
  }

  private static boolean hasAmount(DiscourseTopic topic, BigDecimal value) {
    return topic.statements().stream().anyMatch(s -> isAmount(s, value));
  }

  private static boolean isAmount(Statement statement, BigDecimal value) {
    Quantity quantity = quantityOf(statement);
    return quantity != null && quantity.value().compareTo(value) == 0;
  }

  /** Whether all amounts of a topic are less than a sum; false for a topic without amounts. */
  private static boolean isLess(DiscourseTopic topic, BigDecimal sum) {
    List<BigDecimal> values =
        topic.statements().stream()
            .map(ListWholeResolver::quantityOf)
            .filter(q -> q != null && q.measure() == Quantity.Measure.MONEY)
            .map(Quantity::value)
            .toList();
    return !values.isEmpty() && values.stream().allMatch(v -> v.compareTo(sum) < 0);
  }

  private static @Nullable Quantity quantityOf(Statement statement) {
    return statement instanceof Statement.Amount amount ? amount.operand().quantity() : null;
  }
}
