package org.mingzhang.structure.lattice.text;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.mingzhang.model.TextBlock;

/**
 * Normalizes characters that optical character recognition prints in place of those of a table, so
 * that its numbers and separators can be read: {@code １，２８５．５０％}, {@code 78.OO}, {@code 公安 丨
 * 6318.42}, {@code 》30天}. The length of a line is kept. Stateless.
 */
final class RecognizedTextNormalizer {
  private static final Pattern FULL_WIDTH_NUMBER = Pattern.compile("[０-９](?:[０-９．，]*[０-９])?％?");

  /**
   * A number that contains the letter O in place of a zero or l in place of a one. It begins with a
   * digit, with O. or with l. Letters beside it would show that it is a code.
   */
  private static final Pattern NUMBER_WITH_LETTER =
      Pattern.compile(
          "(?<![\\w.])(?:\\d|[Oo](?=\\.\\d)|l(?=[Ool]*\\d))[\\dOol]*(?:[,.][\\dOol]+)*(?![A-Za-z\\d])");

  /** A character of the shape of a bar, alone between blanks or at the end of a line. */
  private static final Pattern BAR = Pattern.compile("(?<=^|\\s)[丨∣︱￨¦](?=\\s|$)");

  /** A character of the shape of a bar, wherever it stands. */
  private static final Pattern ANY_BAR = Pattern.compile("[丨∣︱￨¦]");

  /** All characters of the shape of a bar, printed and recognized ones. */
  private static final String BAR_SHAPES = "丨∣︱￨¦|｜│";

  /** A closing or opening quotation mark of titles without its other half, before a number. */
  private static final Pattern LONE_QUOTATION_MARK =
      Pattern.compile("》(?=\\s?\\d)(?<!《[^》]{0,60}》)|《(?=\\s?\\d)(?![^《]*》)");

  private RecognizedTextNormalizer() {}

  /**
   * A line with ASCII digits, vertical bars and comparison signs in place of the characters that
   * resemble them.
   */
  static String normalize(String line) {
    String text =
        FULL_WIDTH_NUMBER
            .matcher(line)
            .replaceAll(number -> Normalizer.normalize(number.group(), Normalizer.Form.NFKC));
    Pattern bar = isRuled(text) ? ANY_BAR : BAR;
    text = bar.matcher(text).replaceAll("|");
    text =
        LONE_QUOTATION_MARK.matcher(text).replaceAll(mark -> mark.group().equals("》") ? "≥" : "≤");
    return text.indexOf('O') < 0 && text.indexOf('o') < 0 && text.indexOf('l') < 0
        ? text
        : NUMBER_WITH_LETTER
            .matcher(text)
            .replaceAll(number -> number.group().replaceAll("[Oo]", "0").replace('l', '1'));
  }

  /** Whether a line begins or ends with a bar and has at least one further bar. */
  private static boolean isRuled(String line) {
    String text = line.strip();
    return !text.isEmpty()
        && (isBar(text.charAt(0)) || isBar(text.charAt(text.length() - 1)))
        && text.chars().filter(c -> isBar((char) c)).count() > 1;
  }

  private static boolean isBar(char character) {
    return BAR_SHAPES.indexOf(character) >= 0;
  }

  /** The block with its text normalized; the block itself if nothing changes. */
  static TextBlock normalize(TextBlock block) {
    String text = normalize(block.text());
    return text.equals(block.text()) ? block : block.withText(text);
  }
}
