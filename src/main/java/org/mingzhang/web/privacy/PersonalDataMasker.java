package org.mingzhang.web.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks mobile phone numbers. The length of a text does not change, so that offsets remain valid.
 *
 * @param isEnabled whether numbers are masked
 */
public record PersonalDataMasker(boolean isEnabled) {
  /** A mobile number of mainland China: eleven digits that are not part of a longer number. */
  private static final Pattern MOBILE =
      Pattern.compile("(?<![\\d.])(1[3-9]\\d)(\\d{4})(\\d{4})(?![\\d.])");

  /**
   * Replaces the four middle digits of every mobile phone number by asterisks; other numbers are
   * left unchanged.
   */
  public String mask(String text) {
    if (!isEnabled || !hasElevenDigits(text)) {
      return text;
    }
    Matcher matcher = MOBILE.matcher(text);
    return matcher.find() ? matcher.replaceAll("$1****$3") : text;
  }

  /**
   * Whether a text has eleven digits in a row. A fast test, so that the regular expression is not
   * needed for most texts.
   */
  private static boolean hasElevenDigits(String text) {
    int row = 0;
    for (int i = 0; i < text.length() && row < 11; i++) {
      char c = text.charAt(i);
      row = c >= '0' && c <= '9' ? row + 1 : 0;
    }
    return row == 11;
  }
}
