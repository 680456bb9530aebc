package org.mingzhang.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.text.SearchNormalizer;

/**
 * A stretch of typed text without operators or quotation marks, analyzed.
 *
 * @param text the text
 * @param pieces its parts apart from the years, in normal form
 * @param words the words that a row must contain; words of asking (多少, 有哪些) are left out
 * @param years the years that it names
 */
record TypedText(String text, List<String> pieces, List<String> words, List<Year> years) {
  private static final Pattern YEAR =
      Pattern.compile(
          "(?<![\\d.,])(?<full>20[0-4]\\d)(?![\\d.,%亿万千百元人个])(?:年度|年)?"
              + "|(?<![\\d.,])(?<short>[0-4]\\d)(?:年度|年)(?![以来内期限])"
              + "|(?<han>二[〇零o0][〇零一二三四][〇零一二三四五六七八九])(?:年度|年)?");
  private static final String DIGITS = "〇一二三四五六七八九";

  /** Copies the lists. */
  TypedText {
    pieces = List.copyOf(pieces);
    words = List.copyOf(words);
    years = List.copyOf(years);
  }

  /**
   * A year that was named.
   *
   * @param value the year, 2023
   * @param written what stands for it in a text: 2023, or 23年 where that was typed
   */
  record Year(int value, String written) {}

  /** Splits text into words. */
  @FunctionalInterface
  interface Splitter {
    List<String> words(String text);
  }

  /** Reads a run. */
  static TypedText of(String text, Splitter splitter) {
    String folded = SearchNormalizer.fold(text);
    List<Year> years = new ArrayList<>();
    List<String> pieces = new ArrayList<>();
    List<String> words = new ArrayList<>();
    Matcher found = YEAR.matcher(folded);
    int at = 0;
    while (found.find()) {
      addPiece(folded.substring(at, found.start()), pieces, words, splitter);
      years.add(year(found));
      at = found.end();
    }
    if (at == 0) {
      return new TypedText(text, pieces(folded), splitter.words(text), List.of());
    }
    addPiece(folded.substring(at), pieces, words, splitter);
    return new TypedText(text, pieces, words, years);
  }

  private static List<String> pieces(String folded) {
    return folded.isEmpty() ? List.of() : List.of(folded);
  }

  private static void addPiece(
      String piece, List<String> pieces, List<String> words, Splitter splitter) {
    if (!piece.isEmpty()) {
      pieces.add(piece);
      words.addAll(splitter.words(piece));
    }
  }

  private static Year year(Matcher found) {
    if (found.group("full") != null) {
      return new Year(Integer.parseInt(found.group("full")), found.group("full"));
    }
    if (found.group("short") != null) {
      return new Year(2000 + Integer.parseInt(found.group("short")), found.group());
    }
    int value = 0;
    for (char digit :
        found.group("han").replace('零', '〇').replace('o', '〇').replace('0', '〇').toCharArray()) {
      value = 10 * value + (digit == '二' ? 2 : DIGITS.indexOf(digit));
    }
    return new Year(value, Integer.toString(value));
  }
}
