package org.mingzhang.text;

import java.util.Optional;
import java.util.OptionalLong;

/** Parses non-negative integers in Chinese numerals, with units up to 千. */
public final class ChineseNumeralParser {
  private static final String DIGITS = "〇一二三四五六七八九";

  private ChineseNumeralParser() {}

  /**
   * Parses a numeral: 十五 is 15, 三百零二 is 302, 二〇二四 is 2024. The order of units is not checked, a
   * last digit always counts as ones (一百五 is 105), and more than 18 digits may overflow.
   *
   * @return the number; empty if the text is empty or has other characters
   */
  public static Optional<Long> parse(String text) {
    OptionalLong value =
        text.matches("[〇零一二三四五六七八九]{2,}") ? parseDigits(text) : parseDigitsWithUnits(text);
    return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
  }

  private static OptionalLong parseDigits(String text) {
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      value = value * 10 + digit(c);
    }
    return OptionalLong.of(value);
  }

  private static OptionalLong parseDigitsWithUnits(String text) {
    long sum = 0;
    long pending = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int digit = digit(c);
      long weight = unitValue(c);
      if (digit >= 0) {
        pending = digit;
      } else if (weight > 0) {
        sum += (pending < 0 ? 1 : pending) * weight;
        pending = 0;
      } else {
        return OptionalLong.empty();
      }
    }
    return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(sum + Math.max(pending, 0));
  }

  private static int digit(char c) {
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
