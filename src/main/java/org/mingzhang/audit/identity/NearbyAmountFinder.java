package org.mingzhang.audit.identity;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.LabeledNumber;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.Statement;
import org.mingzhang.text.PatternTable;

/**
 * Finds the amounts of money near a statement, any of which its words may refer to: 增长30% may be
 * the growth of an amount of the preceding clause. A number that agrees with a nearby amount is not
 * reported.
 */
final class NearbyAmountFinder {
  /**
   * Maximum number of characters before or after a statement in which its operands are searched
   * for.
   */
  private static final int MAX_OPERAND_DISTANCE = 160;

  private static final BigDecimal MAX_RELATIVE_ERROR = new BigDecimal("0.005");

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(NearbyAmountFinder.class);
  private static final Pattern CUT_WORDS = PATTERNS.get("budget-adjustment-words");
  private static final Pattern ADDITION_WORDS = PATTERNS.get("addition");

  private static final NavigableMap<Integer, Quantity> NO_AMOUNTS = Collections.emptyNavigableMap();

  private final PrintedPrecision precision;
  private final SectionTexts texts;
  private final Map<String, NavigableMap<Integer, Quantity>> amountsBySection = new HashMap<>();

  NearbyAmountFinder(
      List<SectionStatements> sections, SectionTexts texts, PrintedPrecision precision) {
    this.precision = precision;
    this.texts = texts;
    for (SectionStatements section : sections) {
      NavigableMap<Integer, Quantity> found = new TreeMap<>();
      section.numbers().stream()
          .filter(LabeledNumber::isMoney)
          .map(LabeledNumber::quantity)
          .forEach(q -> found.put(q.span().start(), q));
      amountsBySection.put(section.section().path(), found);
    }
  }

  private NavigableMap<Integer, Quantity> amountsOfSection(Span span) {
    return amountsBySection.getOrDefault(span.sectionPath(), NO_AMOUNTS);
  }

  /**
   * Whether the stated rate follows if a nearby amount replaces one of the numbers of a change. No
   * other amount is its base if the words of the change state that: 比上年的20亿元增长17%.
   */
  boolean canExplainRate(Span span, ChangeNumbers numbers, ComputedInterval rate) {
    IdentityTerm amount = numbers.amount();
    IdentityTerm now = numbers.now();
    IdentityTerm before = numbers.valueBefore();
    boolean baseStated =
        before != null
            && before.printed().span().sectionPath().equals(span.sectionPath())
            && before.printed().span().start() >= span.start()
            && before.printed().span().end() <= span.end();
    for (ComputedInterval other : findOtherAmountsNear(span, now, before)) {
      boolean asBase =
          amount != null
              ? agreesWithRate(amount.interval(), other, rate)
                  || agreesWithRate(amount.interval(), other.minus(amount.interval()), rate)
              : now != null
                  && !baseStated
                  && agreesWithRate(now.interval().minus(other), other, rate);
      boolean asNow =
          amount == null
              && before != null
              && agreesWithRate(other.minus(before.interval()), before.interval(), rate);
      if (asBase || asNow) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a nearby amount explains that a change is not the difference of its two values: the
   * difference is right with that amount in place of one of the values, or that amount is an
   * opposite change that accounts for the rest: 调增支出21,350万元，同时压减2,130万元. No amount replaces the
   * values of two years that stand right before the change: 接待费1.4万元，上年5.2万元，减少3.8万元.
   *
   * @param isOfTwoYears whether the two values are of different years
   */
  boolean canExplainDifference(Span span, NumberRelation difference, boolean isOfTwoYears) {
    List<Span> printed = difference.terms().stream().map(t -> t.printed().span()).toList();
    boolean decided =
        isOfTwoYears
            && printed.getFirst().end() <= printed.get(1).start()
            && printed.get(1).end() <= printed.getLast().start()
            && texts.areInOneSentence(printed.getFirst(), printed.getLast())
            && !hasOtherAmountBetween(
                printed.getFirst(), printed.getLast(), Set.of(printed.get(1)));
    ComputedInterval now = difference.terms().getFirst().interval();
    ComputedInterval before = difference.terms().get(1).interval();
    ComputedInterval amount = difference.terms().getLast().interval();
    ComputedInterval excess = amount.minus(now.minus(before));
    ComputedInterval opposite = amount.isPositive() ? excess : excess.negate();
    Pattern turned = amount.isPositive() ? CUT_WORDS : ADDITION_WORDS;
    return (!decided
            && findOtherAmountsNear(span, difference.terms().getFirst(), difference.terms().get(1))
                .stream()
                .filter(other -> !other.equals(before) && !other.equals(now))
                .anyMatch(
                    other ->
                        now.minus(other).intersects(amount)
                            || other.minus(before).intersects(amount)))
        || (opposite.isPositive()
            && findAmountsNear(span).stream()
                .filter(q -> narrowInterval(q).intersects(opposite))
                .anyMatch(q -> turned.matcher(texts.textBefore(q.span())).find()));
  }

  /**
   * The spans of nearby amounts that are the difference between the part and its whole, or another
   * nearby amount with which it was compared before: 预算20万元，支出15万元，结余5万元;
   * 年初预算10万元，调整为20万元，支出15万元。与年初预算比，多支5万元.
   */
  Set<Span> findSpansOfDifferences(Span span, IdentityTerm part, IdentityTerm whole) {
    List<Quantity> near = findAmountsNear(span);
    Set<BigDecimal> differences =
        Stream.concat(Stream.of(whole.value()), near.stream().map(Quantity::value))
            .map(other -> other.subtract(part.value()).abs().stripTrailingZeros())
            .collect(Collectors.toUnmodifiableSet());
    return near.stream()
        .filter(q -> differences.contains(q.value().stripTrailingZeros()))
        .map(Quantity::span)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Whether other amounts are between a number and a rate, so that the rate probably does not
   * belong to the number.
   *
   * @param excluded spans of amounts that are ignored
   */
  boolean hasOtherAmountBetween(Span number, Span rate, Set<Span> excluded) {
    return number.sectionPath().equals(rate.sectionPath())
        && number.end() <= rate.start()
        && amountsOfSection(rate).subMap(number.end(), true, rate.start(), false).keySet().stream()
            .anyMatch(at -> excluded.stream().noneMatch(b -> b.start() <= at && at < b.end()));
  }

  /** Whether a rate is the percentage that a part is of a whole. */
  static boolean agreesWithRate(
      ComputedInterval part, ComputedInterval whole, ComputedInterval rate) {
    return whole.isPositive() && part.percentOf(whole).intersects(rate);
  }

  /**
   * Finds the amounts near a change that differ from its current value. An amount that repeats the
   * current value, such as an expenditure that equals the revenue, cannot be the previous value.
   */
  private List<ComputedInterval> findOtherAmountsNear(
      Span span, @Nullable IdentityTerm now, @Nullable IdentityTerm before) {
    return findAmountsNear(span).stream()
        .filter(q -> !isPrintedAtLocationOf(q, before))
        .filter(q -> now == null || q.value().compareTo(now.value()) != 0)
        .map(this::narrowInterval)
        .toList();
  }

  /**
   * The interval of an amount, limited to half a percent to either side of it. Otherwise a whole
   * number such as 9万元, whose interval is 8.5 to 9.5, would explain too many rates.
   */
  ComputedInterval narrowInterval(Quantity amount) {
    ComputedInterval printed = precision.toInterval(amount);
    BigDecimal slack = amount.value().abs().multiply(MAX_RELATIVE_ERROR);
    return new ComputedInterval(
        printed.low().max(amount.value().subtract(slack)),
        printed.high().min(amount.value().add(slack)));
  }

  /** Whether an amount is printed at the location of a term. */
  private static boolean isPrintedAtLocationOf(Quantity amount, @Nullable IdentityTerm term) {
    return term != null && term.printed().span().start() == amount.span().start();
  }

  /**
   * The amounts that begin at most {@link #MAX_OPERAND_DISTANCE} characters before a span, in it,
   * or after it up to that distance and the end of its sentence, in reading order.
   */
  List<Quantity> findAmountsNear(Span span) {
    int end = Math.min(span.end() + MAX_OPERAND_DISTANCE, texts.sentenceEnd(span));
    int from = Math.min(span.start() - MAX_OPERAND_DISTANCE, end);
    return List.copyOf(amountsOfSection(span).subMap(from, true, end, true).values());
  }

  List<Quantity> findAmountsInRestOfSentence(Span span) {
    int end = texts.sentenceEnd(span);
    return end <= span.end()
        ? List.of()
        : List.copyOf(amountsOfSection(span).subMap(span.end(), true, end, false).values());
  }

  /**
   * The amounts of a statement, without its rate; empty for kinds of statements other than amounts,
   * changes, completions, shares and unchanged amounts.
   */
  static List<Quantity> quantitiesOf(Statement statement) {
    List<Operand> operands =
        switch (statement) {
          case Statement.Amount amount -> List.of(amount.operand());
          case Statement.Change change ->
              List.of(
                  change.operand(), change.base(), Operand.UNKNOWN.withQuantity(change.amount()));
          case Statement.Completion completion -> List.of(completion.operand(), completion.base());
          case Statement.Share share -> List.of(share.part(), share.whole());
          case Statement.Unchanged same -> List.of(same.operand(), same.base());
          default -> List.of();
        };
    return operands.stream().flatMap(o -> Stream.ofNullable(o.quantity())).toList();
  }
}
