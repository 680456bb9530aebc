package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import org.mingzhang.audit.check.PrintedNumbers;

/**
 * Whether the other numbers of a sentence confirm a number: as the sum of those beside it, the
 * difference or sum of two, a product, or by a printed rate.
 *
 * @param numbers the amounts and counts of the sentence, in reading order
 * @param rates its percentages as printed
 */
record SentenceArithmetic(List<BigDecimal> numbers, List<BigDecimal> rates) {
  /** Maximum number of numbers; relations within longer lists may hold by chance. */
  private static final int MAX_NUMBERS = 16;

  /** Minimum number of decimals of a rate that confirms its two amounts. */
  private static final int MIN_DECIMALS_OF_RATE = 1;

  /**
   * Whether a value in the place of one of the numbers agrees with the others.
   *
   * @param index the number that the value replaces
   */
  boolean confirms(BigDecimal value, int index) {
    return numbers.size() <= MAX_NUMBERS
        && (isSumOfNeighbors(value, index)
            || IntStream.range(0, numbers.size())
                .filter(i -> i != index)
                .anyMatch(i -> confirmsWith(value, index, i)));
  }

  private boolean isSumOfNeighbors(BigDecimal value, int index) {
    return isSum(value, numbers.subList(index + 1, numbers.size()))
        || isSum(value, numbers.subList(0, index).reversed());
  }

  /** Whether the first two or more of some numbers add up to a value. */
  private static boolean isSum(BigDecimal value, List<BigDecimal> successive) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int count = 1; count <= successive.size(); count++) {
      sum = sum.add(successive.get(count - 1));
      if (count > 1 && sum.compareTo(value) == 0) {
        return true;
      }
    }
    return false;
  }

  private boolean confirmsWith(BigDecimal value, int index, int second) {
    BigDecimal other = numbers.get(second);
    return rates.stream().anyMatch(rate -> isRateOf(rate, value, other))
        || IntStream.range(second + 1, numbers.size())
            .filter(i -> i != index)
            .mapToObj(numbers::get)
            .anyMatch(third -> isRelated(value, other, third));
  }

  private static boolean isRelated(BigDecimal value, BigDecimal other, BigDecimal third) {
    return value.compareTo(other.add(third)) == 0
        || value.compareTo(other.subtract(third).abs()) == 0
        || value.multiply(other).compareTo(third) == 0
        || value.multiply(third).compareTo(other) == 0
        || other.multiply(third).compareTo(value) == 0;
  }

  /** Whether a printed rate is one value in percent of the other, or the change between them. */
  private static boolean isRateOf(BigDecimal rate, BigDecimal value, BigDecimal other) {
    if (rate.scale() < MIN_DECIMALS_OF_RATE || value.signum() == 0 || other.signum() == 0) {
      return false;
    }
    BigDecimal share = PrintedNumbers.computePercentage(value, other);
    BigDecimal inverse = PrintedNumbers.computePercentage(other, value);
    BigDecimal whole = BigDecimal.TEN.movePointRight(1);
    return isPrinted(rate, share)
        || isPrinted(rate, inverse)
        || isPrinted(rate, share.subtract(whole).abs())
        || isPrinted(rate, inverse.subtract(whole).abs());
  }

  private static boolean isPrinted(BigDecimal rate, BigDecimal exact) {
    return exact.setScale(rate.scale(), RoundingMode.HALF_UP).compareTo(rate) == 0;
  }
}
