package org.mingzhang.web.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks mobile phone numbers. The text keeps its length, so that places found in it stay true.
 *
 * @param masked whether anything is masked
 */
public record PersonalData(boolean masked) {
  /** Eleven digits of mainland mobile numbers, alone. */
  private static final Pattern MOBILE =
      Pattern.compile("(?<![\\d.])(1[3-9]\\d)(\\d{4})(\\d{4})(?![\\d.])");

  /** The text with the middle of every number starred. */
  public String of(String text) {
    if (!masked || !hasElevenDigits(text)) {
      return text;
    }
    Matcher matcher = MOBILE.matcher(text);
    return matcher.find() ? matcher.replaceAll("$1****$3") : text;
  }

  /** Few texts have so many digits in a row; the others need no matcher. */
  private static boolean hasElevenDigits(String text) {
    int row = 0;
    for (int i = 0; i < text.length() && row < 11; i++) {
      char c = text.charAt(i);
      row = c >= '0' && c <= '9' ? row + 1 : 0;
    }
    return row == 11;
  }
}
