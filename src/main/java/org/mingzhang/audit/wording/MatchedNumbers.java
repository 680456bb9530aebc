package org.mingzhang.audit.wording;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.audit.check.StatedRate;
import org.mingzhang.audit.check.StatedSum;
import org.mingzhang.text.PatternTable;

/**
 * The arithmetic of a wording: what the numbers in the named groups of a match must be to each
 * other. The groups are those that {@link ErroneousWording.Condition} describes for each check.
 *
 * @param draft the finding that is completed if the numbers contradict each other
 */
record MatchedNumbers(MatchResult match, FindingDraft draft) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(MatchedNumbers.class);
  private static final Pattern WORD_OF_INCREASE = PATTERNS.get("word-of-increase");

  private BigDecimal number(String group) {
    return PrintedNumbers.parse(match.group(group));
  }

  private boolean isIncrease(String group) {
    return WORD_OF_INCREASE.matcher(match.group(group)).lookingAt();
  }

  /** {@code rate} is {@code part} in percent of the whole, for each of several parts. */
  CheckResult checkRate() {
    return ListedNumbers.read(match, "part").check(this::checkRateOf);
  }

  private CheckResult checkRateOf(BigDecimal part) {
    StatedRate rate = new StatedRate(number("rate"), part, readWhole(part));
    return rate.whole().signum() <= 0 || rate.agrees(true)
        ? CheckResult.AGREES
        : rate.createFinding(draft);
  }

  /** The whole that a part is compared with, which may be stated as a distance from the part. */
  private BigDecimal readWhole(BigDecimal part) {
    if (match.namedGroups().containsKey("whole")) {
      return number("whole");
    }
    return match.group("less") == null ? part.subtract(number("more")) : part.add(number("less"));
  }

  /** Percentages, or numbers with the unit of the group {@code unit}, add up to 100. */
  CheckResult checkSumIsHundred(List<BigDecimal> weights) {
    StatedSum sum = new StatedSum(HUNDRED, weights);
    String unit = match.namedGroups().containsKey("unit") ? match.group("unit") : "%";
    return sum.addsUpExactly()
        ? CheckResult.AGREES
        : draft
            .setNumbers(sum.sum() + unit, HUNDRED + unit)
            .setFormula(sum.formatTerms(), sum.sum(), HUNDRED)
            .toResult(sum.sum() + unit, HUNDRED + unit);
  }

  /**
   * {@code rate} is how many times {@code whole} is contained in {@code part}, or in the increase
   * from {@code whole} to {@code part} if {@code more} matched.
   */
  CheckResult checkMultiple() {
    BigDecimal before = number("whole");
    BigDecimal now = number("part");
    boolean ofIncrease = match.namedGroups().containsKey("more");
    BigDecimal part = ofIncrease ? now.subtract(before) : now;
    BigDecimal stated = number("rate");
    if (before.signum() <= 0) {
      return CheckResult.undecided("nothing-before");
    }
    BigDecimal exact = part.divide(before, MathContext.DECIMAL64);
    BigDecimal rounding = toleranceOf(now, before).add(PrintedNumbers.halfUnitInLastPlace(stated));
    if (exact.subtract(stated).abs().compareTo(rounding) <= 0) {
      return CheckResult.AGREES;
    }
    String right = exact.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    String terms = ofIncrease ? "(" + now + " − " + before + ")" : now.toPlainString();
    return draft
        .setNumbers(stated + "倍", right + "倍")
        .setFormula(terms + " ÷ " + before, right + "倍", stated + "倍")
        .toResult(right + "倍", stated + "倍");
  }

  /** {@code rate} is the mean of numbers, of which there are {@code count}. */
  CheckResult checkMean(List<BigDecimal> numbers) {
    if (numbers.size() != PrintedNumbers.parseCount(match.group("count"))) {
      return CheckResult.undecided("parts-may-not-be-all");
    }
    BigDecimal stated = number("rate");
    StatedSum sum = new StatedSum(stated, numbers);
    BigDecimal count = BigDecimal.valueOf(numbers.size());
    BigDecimal mean = sum.sum().divide(count, MathContext.DECIMAL64);
    BigDecimal lastDigit = PrintedNumbers.halfUnitInLastPlace(stated).multiply(BigDecimal.TWO);
    String right = mean.setScale(2, RoundingMode.HALF_UP).toPlainString();
    return mean.subtract(stated).abs().compareTo(lastDigit) <= 0
        ? CheckResult.AGREES
        : draft
            .setNumbers(stated, right)
            .setFormula("(" + sum.formatTerms() + ") ÷ " + count, right, stated)
            .toResult(right, stated);
  }

  /** {@code rate} is the rate of a change by {@code part} to {@code whole}, or to several. */
  CheckResult checkGrowth() {
    return ListedNumbers.read(match, "whole").check(this::checkGrowthTo);
  }

  private CheckResult checkGrowthTo(BigDecimal now) {
    boolean increase = isIncrease("way");
    BigDecimal amount = number("part");
    BigDecimal base = increase ? now.subtract(amount) : now.add(amount);
    if (match.namedGroups().containsKey("before")) {
      BigDecimal before = number("before");
      if (base.subtract(before).abs().compareTo(toleranceOf(now, before, amount)) > 0) {
        return reportDifference(now, before);
      }
      if (match.group("rate") == null) {
        return CheckResult.AGREES;
      }
      base = before;
    }
    if (base.signum() <= 0) {
      return CheckResult.undecided("nothing-before");
    }
    StatedRate rate = new StatedRate(number("rate"), amount, base);
    if (increase == isIncrease("rated") && rate.agrees(false)) {
      return CheckResult.AGREES;
    }
    String right = (increase ? "增长" : "下降") + rate.computedText();
    String printed = match.group("rated") + rate.printedText();
    return draft
        .setNumbers(printed, right)
        .setFormulaPattern("%s ÷ %s → %s，文中写 %s", amount, base, right, printed)
        .toResult(right, printed);
  }

  /** The deviation of a sum that rounding explains; none for whole numbers. */
  private static BigDecimal toleranceOf(BigDecimal... numbers) {
    return Stream.of(numbers)
        .filter(n -> n.scale() > 0)
        .map(PrintedNumbers::halfUnitInLastPlace)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private CheckResult reportDifference(BigDecimal now, BigDecimal before) {
    BigDecimal difference = now.subtract(before);
    String unit = match.group("unit");
    String right = (difference.signum() < 0 ? "减少" : "增加") + difference.abs() + unit;
    String printed = match.group("way") + match.group("part") + unit;
    return draft
        .setNumbers(printed, right)
        .setFormulaPattern("%s − %s → %s，文中写 %s", now, before, right, printed)
        .toResult(right, printed);
  }

  /** {@code part} is not more than {@code whole}. */
  CheckResult checkLimit() {
    return checkLimit(number("whole"));
  }

  /** {@code part} is not more than a limit. */
  CheckResult checkLimit(BigDecimal whole) {
    BigDecimal part = number("part");
    return part.compareTo(whole) <= 0
        ? CheckResult.AGREES
        : draft
            .setNumbers(part, "≤ " + whole.toPlainString())
            .setFormulaPattern("%s > %s", part, whole)
            .toResult();
  }
}
