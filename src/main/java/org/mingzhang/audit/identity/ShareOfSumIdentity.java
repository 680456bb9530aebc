package org.mingzhang.audit.identity;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.statement.LabeledNumber;
import org.mingzhang.statement.Quantity;
import org.mingzhang.text.PatternTable;

/**
 * Checks the share of several amounts together, where words state the number of the amounts and
 * name their whole: 项目支出300万元，其中道路120万元，桥梁90万元，二者合计占项目支出的70%. The parts are the last amounts of the
 * sentence, or the first behind the whole where the words say so (前两项).
 */
record ShareOfSumIdentity(PrintedPrecision precision, RatioIdentity ratios) {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ShareOfSumIdentity.class);
  private static final Pattern SHARE_LABEL = PATTERNS.get("share-of-sum");
  private static final Pattern EXCLUDED_PART_LABEL = PATTERNS.get("no-counted-part");
  private static final Pattern BARE_TOTAL = PATTERNS.get("bare-total");
  private static final Pattern NESTED_PART_LABEL = PATTERNS.get("nested-part");
  private static final Pattern WORDS_AFTER_WHOLE = PATTERNS.get("whole-end");

  /**
   * The result for a rate; empty if the rate is no share of several amounts, or if its parts or its
   * whole are uncertain.
   *
   * @param before the amounts of money of the paragraph before it
   */
  List<IdentityResult> check(LabeledNumber rate, List<LabeledNumber> before) {
    Matcher label = SHARE_LABEL.matcher(rate.label());
    if (rate.isMoney() || !label.matches()) {
      return List.of();
    }
    List<LabeledNumber> own =
        before.stream().filter(n -> n.sentenceNumber() == rate.sentenceNumber()).toList();
    int count = PrintedNumbers.parseCount(label.group("count"));
    if (count < 2 || own.size() < count) {
      return List.of();
    }
    List<LabeledNumber> wholes =
        before.stream().filter(n -> endsWithName(n.label(), label.group("whole"))).toList();
    List<LabeledNumber> parts =
        label.group("first") == null
            ? own.subList(own.size() - count, own.size())
            : findFirstParts(own, wholes, count);
    wholes = wholes.stream().filter(n -> !parts.contains(n)).toList();
    return parts.isEmpty()
            || wholes.size() != 1
            || parts.stream().anyMatch(p -> !isPart(p, parts))
            || mayBeNested(parts, wholes.getFirst(), before)
        ? List.of()
        : ratios.checkShareOfSum(rate, wholes.getFirst(), toSum(parts));
  }

  /**
   * The first amounts of a sentence behind its whole; empty if there are fewer:
   * 支出合计100万元，其中基本支出60万元、 项目支出30万元、经营支出10万元，前两项合计占本年支出的90%.
   */
  private static List<LabeledNumber> findFirstParts(
      List<LabeledNumber> sentence, List<LabeledNumber> wholes, int count) {
    int from = wholes.size() == 1 ? sentence.indexOf(wholes.getFirst()) + 1 : 0;
    return from + count > sentence.size() ? List.of() : sentence.subList(from, from + count);
  }

  /**
   * Whether a label ends with the name of a whole. The names of most parts also end with 支出 or 收入,
   * so a label that ends with one of these words names a total only if no other word qualifies it.
   */
  private static boolean endsWithName(String label, String name) {
    String words = WORDS_AFTER_WHOLE.matcher(label).replaceFirst("");
    return words.endsWith(name)
        && !EXCLUDED_PART_LABEL.matcher(words).find()
        && (!BARE_TOTAL.matcher(name).matches() || BARE_TOTAL.matcher(words).matches());
  }

  private static boolean isPart(LabeledNumber part, List<LabeledNumber> parts) {
    LabeledNumber first = parts.getFirst();
    return !EXCLUDED_PART_LABEL.matcher(part.label()).find()
        && part.bracketDepth() == first.bracketDepth()
        && part.quantity().unit().equals(first.quantity().unit());
  }

  /** Whether an amount may be a part of a part: 道路120万元，其中路灯20万元，桥梁90万元，两项合计…. */
  private static boolean mayBeNested(
      List<LabeledNumber> parts, LabeledNumber whole, List<LabeledNumber> before) {
    int first = before.indexOf(parts.getFirst());
    return parts.stream().skip(1).anyMatch(p -> NESTED_PART_LABEL.matcher(p.label()).find())
        || (NESTED_PART_LABEL.matcher(parts.getFirst().label()).find()
            && (first == 0 || !before.get(first - 1).equals(whole)));
  }

  private IdentityTerm toSum(List<LabeledNumber> parts) {
    List<Quantity> amounts = parts.stream().map(LabeledNumber::quantity).toList();
    Quantity first = amounts.getFirst();
    BigDecimal value =
        amounts.stream().map(Quantity::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    Quantity sum =
        new Quantity(
            first.span().extendToEndOf(amounts.getLast().span()),
            value.divide(first.scale()).toPlainString(),
            value,
            first.unit(),
            first.measure(),
            first.scale(),
            true);
    return new IdentityTerm(
        sum, value, ComputedInterval.sumOf(amounts.stream().map(precision::toInterval)));
  }
}
