package org.mingzhang.statement.clause;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Direction;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AccountRelations;
import org.mingzhang.statement.token.BudgetStages;
import org.mingzhang.statement.token.ProseToken;

/**
 * Decides whether a change or rate that follows a list and names no subject is about the last part
 * or about a whole: 收入9,842.10万元，其中财政拨款9,650.87万元、其他191.23万元；比上年8,975.64万元增加866.46万元. The change or
 * rate belongs to the only candidate (the current topic or the whole of an open list) whose amounts
 * agree with it; if none or several agree, to the whole that the list divides, otherwise to the
 * current topic.
 */
final class TopicDisambiguator {
  private final DiscourseState discourse;

  TopicDisambiguator(DiscourseState discourse) {
    this.discourse = discourse;
  }

  /**
   * Chooses the topic to which a change without a subject belongs. If the sentence has just stated
   * the same amount of the counterpart, the result is a new topic of both.
   *
   * @param rate the rate of the same change, or null
   */
  DiscourseTopic chooseTopicOfChange(
      Quantity change, Direction direction, ProseToken.@Nullable Numeral rate) {
    DiscourseTopic topic = topicBeforePerHeadAmount(change);
    Quantity before =
        discourse.sentence.comparisonBase == null
            ? null
            : discourse.sentence.comparisonBase.quantity();
    BigDecimal signed = direction == Direction.DECREASE ? change.value().negate() : change.value();
    boolean fitsAny = change.value().signum() == 0;
    DiscourseTopic otherSide = findPrecedingTopic(topic);
    if (otherSide != null && hasSameAmountAsCounterpart(topic, otherSide)) {
      return discourse.topics.mergeTopicsOf(
          Stream.of(otherSide, topic).map(t -> t.subjects().getFirst()).toList());
    }
    if (before == null && rate == null) {
      return direction == Direction.INCREASE
          ? findTopicNotBelowIncrease(topic, change)
          : dividedWholeIfCurrent(topic);
    }
    if (fitsAny || direction == Direction.UNSPECIFIED) {
      return topic;
    }
    List<DiscourseTopic> agreeing = new ArrayList<>();
    for (DiscourseTopic candidate : discourse.lists().topicAndEnclosingWholes(topic)) {
      Quantity now = latestAmount(candidate);
      boolean agrees =
          now != null
              && (before == null || isDifferenceOf(now, before, signed, change.unitInLastPlace()))
              && (rate == null || hasGrowthRate(now, signed, rate));
      if (agrees && candidate == topic) {
        return topic;
      }
      if (agrees) {
        agreeing.add(candidate);
      }
    }
    return agreeing.size() == 1 ? agreeing.getFirst() : dividedWholeIfCurrent(topic);
  }

  /**
   * The whole of a topic of several subjects whose different amounts add up to it, since one number
   * without 各 or 均 is the change of the whole: 三公经费12万元，运行费、接待费分别为8万元和4万元，比上年增加1万元. The topic
   * itself if its section states no such whole.
   */
  DiscourseTopic wholeOfDistributedAmounts(DiscourseTopic topic) {
    if (topic.subjects().size() < 2 || latestAmount(topic) != null) {
      return topic;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (Subject subject : topic.subjects()) {
      Operand amount = topic.findLatestAmount(subject, true);
      if (amount == null || amount.quantity() == null) {
        return topic;
      }
      sum = sum.add(amount.quantity().value());
    }
    BigDecimal total = sum;
    return discourse.statedTopics.topicsWithStatements().stream()
        .filter(t -> isEqual(latestAmount(t), total))
        .reduce((first, last) -> last)
        .orElse(topic);
  }

  /**
   * The whole that a list has just divided, if the topic is the current one; otherwise the topic.
   */
  private DiscourseTopic dividedWholeIfCurrent(DiscourseTopic topic) {
    return topic == discourse.topic() ? discourse.topics.dividedWholeOrCurrentTopic() : topic;
  }

  /**
   * Chooses the topic to which the rate of a change without a subject belongs: the topic or
   * enclosing whole whose latest amount differs from the amount of the base by this rate; otherwise
   * the whole that the list divides, or the current topic if there is none.
   */
  DiscourseTopic chooseTopicOfRate(ProseToken.Numeral rate, Direction direction) {
    SentenceState.ComparisonBase base = discourse.sentence.comparisonBase;
    Quantity before = base == null ? null : base.quantity();
    for (DiscourseTopic candidate : discourse.lists().topicAndEnclosingWholes(discourse.topic())) {
      Quantity now = latestAmount(candidate);
      if (now != null && before != null && now.value().compareTo(before.value()) != 0) {
        BigDecimal change = now.value().subtract(before.value());
        if ((change.signum() < 0) == (direction == Direction.DECREASE)
            && hasGrowthRate(now, change, rate)) {
          return candidate;
        }
      }
    }
    return discourse.topics.dividedWholeOrCurrentTopic();
  }

  /**
   * The topic of an increase: the nearest whole of a list of which the topic is the last part, if
   * the increase is more than the part and not more than the whole. 预算收入358.31万元，其中一般公共预算358.31万元、
   * 政府性基金0万元，较上年增加9.18万元.
   */
  private DiscourseTopic findTopicNotBelowIncrease(DiscourseTopic topic, Quantity increase) {
    if (!isLess(latestAmount(topic), increase)) {
      return dividedWholeIfCurrent(topic);
    }
    return discourse.lists().topicAndEnclosingWholes(topic).stream()
        .filter(whole -> latestAmount(whole) != null && !isLess(latestAmount(whole), increase))
        .findFirst()
        .orElse(topic);
  }

  private static boolean isEqual(@Nullable Quantity amount, BigDecimal value) {
    return amount != null && amount.value().compareTo(value) == 0;
  }

  private static boolean isLess(@Nullable Quantity amount, Quantity other) {
    return amount != null
        && amount.measure() == other.measure()
        && amount.value().compareTo(other.value()) < 0;
  }

  /**
   * The topic before the current one in the sentence; if the sentence has stated nothing yet, the
   * topic of the last subject but one of the sentence before. Null if there is none.
   */
  private @Nullable DiscourseTopic findPrecedingTopic(DiscourseTopic topic) {
    DiscourseTopic previous = discourse.topics.previousTopic();
    List<Subject> before = discourse.sentence.previousNamedSubjects;
    boolean opens =
        previous == null
            && discourse.sentence.namedSubjects.isEmpty()
            && discourse.sentence.subjectsOfAmounts.isEmpty()
            && before.size() > 1
            && topic.subjects().equals(List.of(before.getLast()));
    return opens ? discourse.statedTopics.findBySubject(before.get(before.size() - 2)) : previous;
  }

  /**
   * Whether the text has just stated the same amount for the other side of the accounts, so that a
   * change belongs to both: 收入总计100万元，支出总计100万元，比上年增加5万元.
   */
  private boolean hasSameAmountAsCounterpart(DiscourseTopic topic, DiscourseTopic previous) {
    Quantity own = latestAmount(topic);
    Quantity other = latestAmount(previous);
    return own != null
        && other != null
        && own.value().compareTo(other.value()) == 0
        && !isStatedInLaterSentence(topic.subjects().getFirst(), previous.subjects().getFirst())
        && AccountRelations.areCounterparts(
            previous.subjects().getFirst(), topic.subjects().getFirst());
  }

  /**
   * Whether the sentence states the amount of one side and an earlier sentence that of the other,
   * so that a change belongs to one side only: 收入预算100万元。支出预算100万元，比上年增加5万元.
   */
  private boolean isStatedInLaterSentence(Subject side, Subject other) {
    List<Subject> stated = discourse.sentence.subjectsOfAmounts;
    return stated.stream().anyMatch(side::isSameAs) && stated.stream().noneMatch(other::isSameAs);
  }

  /**
   * The current topic, or the topic before it if the current one ends with an amount per head and
   * the change has a larger unit: 城乡低保金586万元，人均月补助200元，较上年增加38万元.
   */
  private DiscourseTopic topicBeforePerHeadAmount(Quantity change) {
    DiscourseTopic topic = discourse.topic();
    boolean larger =
        topic.endsWithPerHeadAmount()
            && !topic.statements().isEmpty()
            && topic.statements().getLast() instanceof Statement.PerHead perHead
            && perHead.operand().quantity() != null
            && perHead.operand().quantity().scale().compareTo(change.scale()) < 0;
    DiscourseTopic previous = discourse.topics.previousTopic();
    return larger && previous != null && !previous.endsWithPerHeadAmount() ? previous : topic;
  }

  /**
   * Chooses the topic of a result: the whole of a list if the last part had a budget smaller than
   * the result, 预算120万元，其中市级资金80万元、区级资金40万元，实际支出113.40万元. A result greater than every budget
   * belongs to the outermost whole, and so does an adjusted budget greater than every budget.
   */
  DiscourseTopic chooseTopicOfResult(Quantity result, boolean isAdjustedBudget) {
    DiscourseTopic topic = discourse.topic();
    if (!isLess(latestAmountIfBudget(topic), result)) {
      return topic;
    }
    List<DiscourseTopic> budgeted =
        discourse.lists().topicAndEnclosingWholes(topic).stream()
            .filter(t -> latestAmountIfBudget(t) != null)
            .toList();
    return budgeted.stream()
        .filter(t -> !isLess(latestAmountIfBudget(t), result))
        .findFirst()
        .map(whole -> isAdjustedBudget ? topic : whole)
        .orElse(budgeted.getLast());
  }

  /**
   * The latest amount of a topic if it is a budget; null if it is not, or if the topic has several
   * subjects.
   */
  private static @Nullable Quantity latestAmountIfBudget(DiscourseTopic topic) {
    if (topic.subjects().size() != 1 || !topic.hasBudget()) {
      return null;
    }
    Operand latest = topic.findLatestAmount(topic.subjects().getFirst(), true);
    return latest != null && BudgetStages.isBudget(DiscourseTopic.stageOf(latest))
        ? latest.quantity()
        : null;
  }

  /**
   * Whether an increase exceeds the latest amount of the topic and so belongs to another topic:
   * …对个人和家庭的补助33.00万元。较上年预算增加204.70万元.
   */
  boolean exceedsLatestAmountOfTopic(Quantity change, Direction direction) {
    return direction == Direction.INCREASE && isLess(latestAmount(discourse.topic()), change);
  }

  /**
   * The topic of the section whose amounts agree with both a change and its rate; an empty topic if
   * there is none, if there are several, or if {@code rate} is null.
   */
  DiscourseTopic findTopicMatchingChange(Quantity change, ProseToken.@Nullable Numeral rate) {
    List<DiscourseTopic> growing =
        discourse.statedTopics.topicsWithStatements().stream()
            .filter(
                candidate -> {
                  Quantity now = latestAmount(candidate);
                  return rate != null && now != null && hasGrowthRate(now, change.value(), rate);
                })
            .toList();
    return growing.size() == 1 ? growing.getFirst() : new DiscourseTopic(List.of());
  }

  /**
   * Chooses the topic of a completion rate: the whole of a list if the last part has no budget and
   * the result of the whole is this percentage of its budget.
   *
   * @param budget the budget printed next to the rate, which is used instead of a budget stated
   *     earlier; or null
   */
  DiscourseTopic chooseTopicOfCompletion(ProseToken.Numeral rate, @Nullable Quantity budget) {
    DiscourseTopic topic = discourse.topic();
    if (budget == null ? topic.hasBudget() : isCompletedAtRate(topic, budget, rate)) {
      return topic;
    }
    return discourse.lists().topicAndEnclosingWholes(topic).stream()
        .filter(
            t -> budget == null ? isCompletedAtRate(t, rate) : isCompletedAtRate(t, budget, rate))
        .findFirst()
        .orElseGet(() -> budget == null ? topic : discourse.topics.dividedWholeOrCurrentTopic());
  }

  /**
   * The first of the topic and the enclosing wholes whose amount is a percentage of another amount;
   * null if there is none.
   */
  @Nullable DiscourseTopic findTopicOfShare(ProseToken.Numeral rate, Quantity whole) {
    return discourse.lists().topicAndEnclosingWholes(discourse.topic()).stream()
        .filter(t -> isCompletedAtRate(t, whole, rate))
        .findFirst()
        .orElse(null);
  }

  private static boolean isCompletedAtRate(
      DiscourseTopic topic, Quantity budget, ProseToken.Numeral rate) {
    Quantity done = latestAmount(topic);
    return done != null && isPercentageOf(done.value(), budget.value(), rate);
  }

  private static boolean isCompletedAtRate(DiscourseTopic topic, ProseToken.Numeral rate) {
    Quantity done = latestAmount(topic);
    return done != null
        && topic.subjects().size() == 1
        && BudgetStages.BUDGET_STAGES.stream()
            .map(s -> topic.findAmountAtStage(topic.subjects().getFirst(), s))
            .anyMatch(
                budget ->
                    budget != null
                        && budget.quantity() != null
                        && isPercentageOf(done.value(), budget.quantity().value(), rate));
  }

  /** The latest amount of a topic; of several subjects, the one that they share: 收支总预算. */
  private static @Nullable Quantity latestAmount(DiscourseTopic topic) {
    List<@Nullable Quantity> latest = new ArrayList<>();
    for (Subject subject : topic.subjects()) {
      Operand amount = topic.findLatestAmount(subject, true);
      latest.add(amount == null ? null : amount.quantity());
    }
    return latest.stream().distinct().count() == 1 ? latest.getFirst() : null;
  }

  /**
   * Whether a change is the difference of two amounts, up to one unit of the last printed digit of
   * the least precise of the three.
   */
  private static boolean isDifferenceOf(
      Quantity now, Quantity before, BigDecimal change, BigDecimal unitInLastPlace) {
    BigDecimal gap = now.value().subtract(before.value()).subtract(change).abs();
    return gap.compareTo(now.unitInLastPlace().max(before.unitInLastPlace()).max(unitInLastPlace))
        <= 0;
  }

  /**
   * Whether the size of a change, as a percentage of the amount before it, is the printed rate when
   * rounded or truncated to the digits of the rate.
   */
  private static boolean hasGrowthRate(Quantity now, BigDecimal change, ProseToken.Numeral rate) {
    BigDecimal before = now.value().subtract(change);
    return isPercentageOf(change.abs(), before, rate);
  }

  private static boolean isPercentageOf(
      BigDecimal part, BigDecimal whole, ProseToken.Numeral rate) {
    if (whole.signum() <= 0) {
      return false;
    }
    int point = rate.printed().indexOf('.');
    int decimals = point < 0 ? 0 : rate.printed().length() - point - 1;
    BigDecimal percent = part.movePointRight(2).divide(whole, MathContext.DECIMAL64);
    BigDecimal printedRate = rate.value().abs();
    return percent.setScale(decimals, RoundingMode.HALF_UP).compareTo(printedRate) == 0
        || percent.setScale(decimals, RoundingMode.DOWN).compareTo(printedRate) == 0;
  }
}
