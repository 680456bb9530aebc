package org.mingzhang.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.text.SearchNormalizer;

/**
 * A part of a query without operators or quotation marks, analyzed.
 *
 * @param text the text
 * @param pieces the normalized text between the years that it names
 * @param words words that a row must contain; filler words of questions (多少, 有哪些) are removed by
 *     {@link WordQueryFactory#analyze}
 * @param years years that it names
 */
record FreeText(String text, List<String> pieces, List<String> words, List<Year> years) {
  private static final Pattern YEAR =
      Pattern.compile(
          "(?<![\\d.,])(?<full>20[0-4]\\d)(?![\\d.,%亿万千百元人个])(?:年度|年)?"
              + "|(?<![\\d.,])(?<short>[0-4]\\d)(?:年度|年)(?![以来内期限])"
              + "|(?<han>二[〇零o0][〇零一二三四][〇零一二三四五六七八九])(?:年度|年)?");
  private static final String CHINESE_DIGITS = "〇一二三四五六七八九";

  /** Makes an immutable copy of the lists. */
  FreeText {
    pieces = List.copyOf(pieces);
    words = List.copyOf(words);
    years = List.copyOf(years);
  }

  /**
   * A year named in a query.
   *
   * @param value the year, for example 2023
   * @param spelling the form to search for in texts: 2023, or 23年 if that was typed
   */
  record Year(int value, String spelling) {}

  /** Segments a text into words. */
  @FunctionalInterface
  interface Tokenizer {
    List<String> words(String text);
  }

  /**
   * Analyzes a text. The years that it names, including a following 年 or 年度, are removed from
   * pieces and words; no filler words are removed.
   */
  static FreeText analyze(String text, Tokenizer tokenizer) {
    String folded = SearchNormalizer.fold(text);
    List<Year> years = new ArrayList<>();
    List<String> pieces = new ArrayList<>();
    List<String> words = new ArrayList<>();
    Matcher found = YEAR.matcher(folded);
    int end = 0;
    while (found.find()) {
      addPieceWithWords(folded.substring(end, found.start()), pieces, words, tokenizer);
      years.add(parseYear(found));
      end = found.end();
    }
    if (end == 0) {
      return new FreeText(text, pieces(folded), tokenizer.words(text), List.of());
    }
    addPieceWithWords(folded.substring(end), pieces, words, tokenizer);
    return new FreeText(text, pieces, words, years);
  }

  private static List<String> pieces(String folded) {
    return folded.isEmpty() ? List.of() : List.of(folded);
  }

  private static void addPieceWithWords(
      String piece, List<String> pieces, List<String> words, Tokenizer tokenizer) {
    if (!piece.isEmpty()) {
      pieces.add(piece);
      words.addAll(tokenizer.words(piece));
    }
  }

  private static Year parseYear(Matcher match) {
    if (match.group("full") != null) {
      return new Year(Integer.parseInt(match.group("full")), match.group("full"));
    }
    if (match.group("short") != null) {
      return new Year(2000 + Integer.parseInt(match.group("short")), match.group());
    }
    int value = 0;
    for (char digit :
        match.group("han").replace('零', '〇').replace('o', '〇').replace('0', '〇').toCharArray()) {
      value = 10 * value + (digit == '二' ? 2 : CHINESE_DIGITS.indexOf(digit));
    }
    return new Year(value, Integer.toString(value));
  }
}
