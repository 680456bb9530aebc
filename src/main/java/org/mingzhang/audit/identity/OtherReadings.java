package org.mingzhang.audit.identity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Section;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Quantity.Measure;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.Statement;
import org.mingzhang.text.Amounts;

/**
 * The amounts around a statement, any of which its words may mean: 增长30% may be counted from an
 * amount of the clause before. Nothing is concluded that does not hold in every reading, so a
 * number that agrees with another amount near it is not accused.
 */
public final class OtherReadings {
  /** Characters on either side of a statement in which its operands may stand. */
  private static final int REACH = 160;

  private static final Pattern MONEY =
      Pattern.compile(
          "(?<number>\\d(?:[\\d,，]|\\s(?=\\d)){0,24}(?:\\.\\d{1,12})?)\\s{0,4}(?<unit>[百千]?万?元|亿元)");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(?:\\.\\d{1,6})?");
  private static final Span NOWHERE = new Span("", 1, 0, 0);

  private final Precision precision;
  private final Map<String, TreeMap<Integer, Interval>> amounts = new HashMap<>();

  OtherReadings(List<Section> sections, Precision precision) {
    this.precision = precision;
    for (Section section : sections) {
      String text = section.text();
      TreeMap<Integer, Interval> found = new TreeMap<>();
      Matcher money = MONEY.matcher(text);
      while (money.find()) {
        found.put(money.start(), interval(money.group("number"), money.group("unit")));
      }
      amounts.put(section.path(), found);
    }
  }

  private Interval interval(String printed, String unit) {
    String digits = printed.replaceAll("[,，\\s]", "");
    BigDecimal scale = BigDecimal.ONE.scaleByPowerOfTen(Amounts.power(unit));
    return precision.interval(
        new Quantity(
            NOWHERE,
            digits,
            new BigDecimal(digits).multiply(scale),
            unit,
            Measure.MONEY,
            scale,
            true));
  }

  /** Whether the numbers of a change give the rate with another amount near it in place of one. */
  boolean explainRate(Span span, Comparison numbers, Interval rate) {
    Term amount = numbers.amount();
    Term now = numbers.now();
    Term before = numbers.before();
    for (Interval other : near(span)) {
      boolean asBase =
          amount != null
              ? isRate(amount.interval(), other, rate)
                  || isRate(amount.interval(), other.minus(amount.interval()), rate)
              : now != null && isRate(now.interval().minus(other), other, rate);
      boolean asNow =
          amount == null
              && before != null
              && isRate(other.minus(before.interval()), before.interval(), rate);
      if (asBase || asNow) {
        return true;
      }
    }
    return false;
  }

  /** Whether a part by some amount near it is the rate. */
  boolean explainRatio(Span span, Interval part, Interval rate) {
    return near(span).stream().anyMatch(whole -> isRate(part, whole, rate));
  }

  /**
   * Whether a stated share is that of the last amount before it by some amount near it.
   *
   * @param quote place of the words that state it, the amount and the rate among them
   * @param stated the rate as printed, with its sign of percent
   */
  public boolean explainShare(Span quote, String stated) {
    TreeMap<Integer, Interval> section = amounts.get(quote.section());
    Map.Entry<Integer, Interval> part = section == null ? null : section.lowerEntry(quote.end());
    String digits = stated.replaceAll("[%％\\s]", "");
    if (part == null || part.getKey() < quote.start() || !NUMBER.matcher(digits).matches()) {
      return false;
    }
    BigDecimal percent = new BigDecimal(digits);
    Quantity rate =
        new Quantity(NOWHERE, digits, percent, "%", Measure.PERCENT, BigDecimal.ONE, true);
    return explainRatio(quote, part.getValue(), precision.interval(rate));
  }

  /** Whether one of both values of a change and another amount near it differ by the amount. */
  boolean explainDifference(Span span, Interval now, Interval before, Interval amount) {
    return near(span).stream()
        .anyMatch(
            other ->
                (!other.equals(before) && now.minus(other).meets(amount))
                    || (!other.equals(now) && other.minus(before).meets(amount)));
  }

  /** Whether other amounts stand between a number and a rate, which then is hardly the number's. */
  boolean stepIn(Span number, Span rate) {
    TreeMap<Integer, Interval> section = amounts.get(rate.section());
    return section != null
        && number.section().equals(rate.section())
        && number.end() <= rate.start()
        && !section.subMap(number.end(), true, rate.start(), false).isEmpty();
  }

  private static boolean isRate(Interval part, Interval whole, Interval rate) {
    return whole.isPositive() && part.percentOf(whole).meets(rate);
  }

  private List<Interval> near(Span span) {
    TreeMap<Integer, Interval> section = amounts.get(span.section());
    return section == null
        ? List.of()
        : List.copyOf(
            section.subMap(span.start() - REACH, true, span.end() + REACH, true).values());
  }

  /** The numbers that a statement prints. */
  static List<Quantity> quantities(Statement statement) {
    List<Quantity> all = new ArrayList<>();
    switch (statement) {
      case Statement.Amount amount -> add(amount.of(), all);
      case Statement.Change change -> {
        add(change.of(), all);
        add(change.against(), all);
        add(change.amount(), all);
      }
      case Statement.Completion completion -> {
        add(completion.of(), all);
        add(completion.against(), all);
      }
      case Statement.Share share -> {
        add(share.part(), all);
        add(share.whole(), all);
      }
      case Statement.Same same -> {
        add(same.of(), all);
        add(same.against(), all);
      }
      default -> {}
    }
    return all;
  }

  private static void add(Operand operand, List<Quantity> all) {
    add(operand.quantity(), all);
  }

  private static void add(@Nullable Quantity quantity, List<Quantity> all) {
    if (quantity != null) {
      all.add(quantity);
    }
  }
}
