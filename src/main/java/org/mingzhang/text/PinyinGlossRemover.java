package org.mingzhang.text;

import java.util.regex.Pattern;

/**
 * Removes pinyin in brackets after an ideograph, which converters of scripts write for a character
 * with several readings: 學（xué）校. It is not text of the document and would split words that readers
 * search for.
 */
public final class PinyinGlossRemover {
  /** A syllable with a tone mark; without one, Latin letters in brackets may be an abbreviation. */
  private static final Pattern GLOSS =
      Pattern.compile(
          "(?<=\\p{IsHan})[（(](?=[a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])"
              + "[a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,6}[)）]");

  private PinyinGlossRemover() {}

  /** Returns the text without pinyin in brackets. */
  public static String remove(String text) {
    return text.indexOf('（') < 0 && text.indexOf('(') < 0
        ? text
        : GLOSS.matcher(text).replaceAll("");
  }
}
