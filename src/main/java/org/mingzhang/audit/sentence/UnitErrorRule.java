package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.model.Section;
import org.mingzhang.statement.LabeledNumber;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Amount;
import org.mingzhang.statement.Statement.ItemList;
import org.mingzhang.text.PatternTable;

/**
 * Reports amounts whose unit is probably wrong: a change, revenue or expenditure in 元 in a
 * paragraph whose other amounts are all in 万元, and an item of an enumeration whose neighbors have
 * another unit and numbers of about the same size, or which in another unit is exactly the amount
 * missing in a sum beside it or in its list. A number much greater than all others is assumed to be
 * in 元 on purpose: 2860500元 beside 31.45万元.
 */
public final class UnitErrorRule implements Rule {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(UnitErrorRule.class);
  private static final Pattern CHECKED_AMOUNT_LABEL = PATTERNS.get("checked-amount-label");
  private static final Pattern BALANCE_LABEL = PATTERNS.get("balance");
  private static final Pattern NON_ITEM_LABEL = PATTERNS.get("no-item");

  /** Number of successive amounts that are compared with each other. */
  private static final int COMPARED_AMOUNT_COUNT = 3;

  /** Number of amounts beside one in another unit of which two may add up to its number. */
  private static final int MAX_ADDED = 12;

  private static final int MIN_DIGITS_OF_SUM = 4;

  /** Maximum ratio of a number with a wrong unit to the greatest other number. */
  private static final BigDecimal MAX_RATIO_TO_OTHERS = new BigDecimal(100);

  @Override
  public List<CheckResult> check(AuditedDocument document) {
    List<CheckResult> checks = new ArrayList<>();
    for (SectionStatements section : document.statements()) {
      int before = checks.size();
      Map<Integer, List<LabeledNumber>> paragraphs =
          section.numbers().stream()
              .filter(LabeledNumber::isMoney)
              .collect(Collectors.groupingBy(LabeledNumber::paragraphIndex));
      for (List<LabeledNumber> amounts : paragraphs.values()) {
        findAmountInWrongUnit(document, amounts)
            .map(
                slip ->
                    createFinding(
                        "unit-slip", section.section(), slip.quantity(), slip.span(), "万元"))
            .or(() -> findItemInWrongUnit(section.section(), amounts))
            .ifPresent(checks::add);
      }
      if (checks.size() == before) {
        for (Statement statement : section.statements()) {
          if (statement instanceof ItemList list) {
            findPartInWrongUnit(section.section(), list).ifPresent(checks::add);
          }
        }
      }
    }
    return checks;
  }

  /**
   * Reports the only part of a list of which another unit makes the parts add up to the whole:
   * 执行数76.93万元，其中：培训41.20万元，采购98300元，补助25.90元. Empty if they add up as printed, if several parts
   * could be it, or if an amount is missing.
   */
  private static Optional<CheckResult> findPartInWrongUnit(Section section, ItemList list) {
    List<Quantity> amounts =
        Stream.concat(
                Stream.ofNullable(list.whole()),
                list.parts().stream().map(Statement.Part::statement))
            .flatMap(s -> Stream.ofNullable(s instanceof Amount a ? a.operand().quantity() : null))
            .filter(q -> q.measure() == Quantity.Measure.MONEY)
            .toList();
    List<Quantity> parts = amounts.subList(Math.min(1, amounts.size()), amounts.size());
    if (list.whole() == null || parts.size() < 2 || parts.size() < list.parts().size()) {
      return Optional.empty();
    }
    BigDecimal lacking =
        parts.stream()
            .map(Quantity::value)
            .reduce(amounts.getFirst().value(), BigDecimal::subtract);
    List<Quantity> found =
        parts.stream()
            .filter(q -> q.isUnitPrinted() && q.value().signum() > 0 && lacking.signum() != 0)
            .filter(q -> q.unit().equals("元") || q.unit().equals("万元"))
            .filter(
                q -> {
                  int power = q.unit().equals("元") ? 4 : -4;
                  return q.value().scaleByPowerOfTen(power).compareTo(lacking.add(q.value())) == 0;
                })
            .toList();
    return found.stream()
        .filter(q -> found.size() == 1)
        .map(
            q -> {
              Span clause = list.parts().get(parts.indexOf(q)).statement().span();
              String other = q.unit().equals("元") ? "万元" : "元";
              return createFinding("unit-slip/sum", section, q, clause, other);
            })
        .findFirst();
  }

  /**
   * The only amount in 元, if all others are in 万元 and its number is not much greater than theirs. A
   * balance, which may really be that small, is returned only if the document elsewhere states the
   * same number in 万元.
   */
  private static Optional<LabeledNumber> findAmountInWrongUnit(
      AuditedDocument document, List<LabeledNumber> amounts) {
    List<LabeledNumber> others =
        amounts.stream().filter(n -> n.quantity().unit().equals("万元")).toList();
    BigDecimal greatest =
        others.stream().map(UnitErrorRule::printedNumber).reduce(BigDecimal.ZERO, BigDecimal::max);
    return amounts.stream()
        .filter(n -> n.quantity().unit().equals("元") && printedNumber(n).signum() != 0)
        .filter(n -> !others.isEmpty() && others.size() == amounts.size() - 1)
        .filter(
            n ->
                CHECKED_AMOUNT_LABEL.matcher(n.label()).find()
                    || isBalanceConfirmedInWan(n, document)
                    || isSumOfTwo(printedNumber(n), others))
        .filter(n -> printedNumber(n).compareTo(greatest.multiply(MAX_RATIO_TO_OTHERS)) <= 0)
        .findFirst();
  }

  /**
   * Whether a number is the sum of two of the amounts beside it, which have another unit:
   * 下达2532.6万元，上年结余46.3万元，全年可用资金2578.9元. Only the first amounts are tried; numbers of few digits
   * may be sums by chance.
   */
  private static boolean isSumOfTwo(BigDecimal number, List<LabeledNumber> others) {
    List<BigDecimal> tried =
        others.stream().limit(MAX_ADDED).map(UnitErrorRule::printedNumber).distinct().toList();
    return number.stripTrailingZeros().precision() >= MIN_DIGITS_OF_SUM
        && tried.stream()
            .map(number::subtract)
            .anyMatch(
                rest ->
                    rest.signum() > 0
                        && tried.stream().anyMatch(n -> n.compareTo(rest) == 0)
                        && rest.add(rest).compareTo(number) != 0);
  }

  /**
   * Whether an amount in 元 is labeled as a balance and a fact of the document has the same number
   * in 万元.
   */
  private static boolean isBalanceConfirmedInWan(LabeledNumber amount, AuditedDocument document) {
    BigDecimal meant = amount.quantity().value().scaleByPowerOfTen(4);
    return BALANCE_LABEL.matcher(amount.label()).find()
        && document.disclosure().facts().stream().anyMatch(f -> f.value().compareTo(meant) == 0);
  }

  /**
   * Reports the first item whose unit differs from the unit of the two other items in a run of
   * three amounts of a sentence.
   */
  private static Optional<CheckResult> findItemInWrongUnit(
      Section section, List<LabeledNumber> amounts) {
    for (int from = 0; from + COMPARED_AMOUNT_COUNT <= amounts.size(); from++) {
      for (LabeledNumber slip : amounts.subList(from, from + COMPARED_AMOUNT_COUNT)) {
        List<LabeledNumber> others =
            new ArrayList<>(amounts.subList(from, from + COMPARED_AMOUNT_COUNT));
        others.remove(slip);
        String unit = others.getFirst().quantity().unit();
        if (!unit.equals(slip.quantity().unit())
            && !NON_ITEM_LABEL.matcher(slip.label()).find()
            && others.stream().allMatch(n -> n.quantity().unit().equals(unit))
            && (others.stream().allMatch(n -> haveSimilarMagnitude(n, slip))
                || addsUpInOtherUnit(others, slip))) {
          return Optional.of(
              createFinding("unit-slip/item", section, slip.quantity(), slip.span(), unit));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Whether the first of two amounts in one unit is the sum of the second and of the number in
   * another unit, so that this number is in their unit too: 支出50万元，用于大厅改造30.00万元，终端购置20.00元.
   */
  private static boolean addsUpInOtherUnit(List<LabeledNumber> others, LabeledNumber slip) {
    LabeledNumber whole = others.getFirst();
    LabeledNumber part = others.getLast();
    return whole.sentenceNumber() == part.sentenceNumber()
        && part.sentenceNumber() == slip.sentenceNumber()
        && PrintedNumbers.countDecimals(slip.quantity().printed()) > 1
        && printedNumber(slip).signum() > 0
        && printedNumber(part).signum() > 0
        && printedNumber(whole).compareTo(printedNumber(part).add(printedNumber(slip))) == 0;
  }

  private static boolean haveSimilarMagnitude(LabeledNumber one, LabeledNumber other) {
    BigDecimal number = printedNumber(one);
    BigDecimal same = printedNumber(other);
    return one.sentenceNumber() == other.sentenceNumber()
        && !NON_ITEM_LABEL.matcher(one.label()).find()
        && PrintedNumbers.countDecimals(one.quantity().printed())
            == PrintedNumbers.countDecimals(other.quantity().printed())
        && number.compareTo(same.multiply(BigDecimal.TEN)) < 0
        && same.compareTo(number.multiply(BigDecimal.TEN)) < 0;
  }

  private static BigDecimal printedNumber(LabeledNumber amount) {
    return amount.quantity().value().divide(amount.quantity().scale()).abs();
  }

  private static CheckResult createFinding(
      String message, Section section, Quantity slip, Span clause, String likelyUnit) {
    Span number = slip.span();
    int page = clause.page();
    return FindingDraft.create(
            message, FindingDraft.locationOf(section, page, clause.start(), number.end()))
        .setNumbers(
            FindingDraft.locationOf(section, page, number.start(), number.end()).quote(),
            likelyUnit)
        .toResult(likelyUnit, slip.unit());
  }
}
