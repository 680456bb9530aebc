package org.mingzhang.text;

import java.util.Optional;

/** Parses non-negative integers in Chinese numerals, with units up to 千. */
public final class ChineseNumeralParser {
  private static final int MAX_DIGITS = 18;
  private static final String DIGITS = "〇一二三四五六七八九";

  private ChineseNumeralParser() {}

  /**
   * Parses a numeral: 十五 is 15, 三百零二 is 302, 一百五 is 150, 二〇二四 is 2024.
   *
   * @return the number; empty if the text is not one, such as 十十 or the estimate 二三十, or has more
   *     than 18 digits
   */
  public static Optional<Long> parse(String text) {
    return text.matches("[〇零一二三四五六七八九]{2,}") ? parseDigits(text) : parseDigitsWithUnits(text);
  }

  private static Optional<Long> parseDigits(String text) {
    if (text.length() > MAX_DIGITS) {
      return Optional.empty();
    }
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      value = value * 10 + digitValue(text.charAt(i));
    }
    return Optional.of(value);
  }

  private static Optional<Long> parseDigitsWithUnits(String text) {
    long sum = 0;
    long pending = -1;
    long unit = Long.MAX_VALUE;
    boolean afterZero = false;
    for (int i = 0; i < text.length(); i++) {
      int digit = digitValue(text.charAt(i));
      long next = unitValue(text.charAt(i));
      boolean misplaced = digit < 0 ? next == 0 || next >= unit : pending >= 0;
      if (misplaced) {
        return Optional.empty();
      }
      if (digit > 0) {
        pending = digit;
      } else if (digit < 0) {
        sum += (pending < 0 ? 1 : pending) * next;
        unit = next;
        pending = -1;
      }
      afterZero = digit == 0 || (digit > 0 && afterZero);
    }
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(sum + Math.max(pending, 0) * weightOfLastDigit(unit, afterZero));
  }

  /** The weight of a digit after the last unit: 10 in 一百五, 1 in 一百零五, 十五 and 五. */
  private static long weightOfLastDigit(long unit, boolean isAfterZero) {
    return isAfterZero || unit == Long.MAX_VALUE ? 1 : Math.max(1, unit / 10);
  }

  private static int digitValue(char c) {
    return c == '零' ? 0 : c == '两' ? 2 : DIGITS.indexOf(c);
  }

  private static long unitValue(char c) {
    return switch (c) {
      case '十' -> 10;
      case '百' -> 100;
      case '千' -> 1000;
      default -> 0;
    };
  }
}
