package org.mingzhang.statement.token;

import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.ChineseNumeralParser;

/**
 * Scans the mark of a list item at an offset of a folded text: 一、 (一) 1. (1) ① A. 一是 ——. Use it
 * only at the beginning of a line or clause. Levels 1 to 4 are those of official documents (GB/T
 * 9704); other marks have level 5, and 一是 and 第一 {@link #SENTENCE_PART_LEVEL}.
 */
public final class ListMarkScanner {
  private static final Pattern MARK =
      Pattern.compile(
          "(?<chapter>[一二三四五六七八九十]{1,3})、"
              + "|\\((?<part>[一二三四五六七八九十]{1,3})\\)、?"
              + "|(?<first>[一二三四五六七八九十]{1,2})是(?=[^0-9]|[\\d,.]+[万亿]?元用)"
              + "|第(?<ordinal>[一二三四五六七八九十]{1,2})，"
              + "|(?<item>\\d{1,2})(?:[.、](?!\\d)|。|[.、](?=20\\d\\d年)|(?<before>[.、]))"
              + "|\\((?<sub>\\d{1,2})\\)[、.]?"
              + "|(?<half>\\d{1,2})\\)"
              + "|(?<letter>[A-J])[.。、](?=[\\p{IsHan}“\"])"
              + "|(?<dash>[-—–]{2}|[●■◆★▪])(?=[\\p{IsHan}“\"])");

  /** Level of 一是 and 第一, which number parts of a sentence. */
  public static final int SENTENCE_PART_LEVEL = 6;

  /**
   * Number of characters in each of the Unicode series ①–⑳, ⑴–⒇ and ⒈–⒛, which follow one another.
   */
  private static final int NUMBERS_PER_SERIES = 20;

  /** The number of an item and the first character of its name. */
  private static final Pattern ITEM_NUMBER = Pattern.compile("\\d{1,2}[.、](?=\\p{IsHan})");

  private ListMarkScanner() {}

  /**
   * Whether the number of an item and the first character of its name start at an offset: 7.其他收入.
   * What precedes them is not looked at.
   */
  static boolean startsWithItemNumber(String text, int from) {
    return ITEM_NUMBER.matcher(text).region(from, text.length()).lookingAt();
  }

  /**
   * Scans the list mark that starts at an offset; null if none starts there.
   *
   * @param startsItem whether an item of the functional classification starts at an offset, so that
   *     digits after a full stop are its code: 1.2010301行政运行
   */
  static ProseToken.@Nullable ListMark scan(String text, int from, IntPredicate startsItem) {
    ProseToken.ListMark character = scanCharacter(text, from);
    if (character != null) {
      return character;
    }
    Matcher mark = MARK.matcher(text).region(from, text.length()).useTransparentBounds(true);
    if (!mark.lookingAt() || (mark.group("before") != null && !startsItem.test(mark.end()))) {
      return null;
    }
    String[] groups = {
      "chapter", "part", "item", "sub", "half", "letter", "first", "ordinal", "dash"
    };
    int[] levels = {1, 2, 3, 4, 4, 5, SENTENCE_PART_LEVEL, SENTENCE_PART_LEVEL, 5};
    for (int i = 0; i < groups.length; i++) {
      String numeral = mark.group(groups[i]);
      if (numeral != null) {
        return new ProseToken.ListMark(from, mark.end(), levels[i], parseOrdinal(numeral));
      }
    }
    return null;
  }

  /**
   * Scans a list mark that is one character; null if none is at an offset. Unicode has three series
   * one after the other: in circles (level 5), in brackets (4) and with a full stop (3).
   */
  private static ProseToken.@Nullable ListMark scanCharacter(String text, int from) {
    int ordinal = text.charAt(from) - '①';
    if (ordinal < 0 || ordinal >= 3 * NUMBERS_PER_SERIES) {
      return null;
    }
    return new ProseToken.ListMark(
        from, from + 1, 5 - ordinal / NUMBERS_PER_SERIES, ordinal % NUMBERS_PER_SERIES + 1);
  }

  private static int parseOrdinal(String numeral) {
    if (!Character.isLetterOrDigit(numeral.charAt(0))) {
      return 0;
    }
    if (numeral.charAt(0) >= 'A' && numeral.charAt(0) <= 'J') {
      return numeral.charAt(0) - 'A' + 1;
    }
    return Character.isDigit(numeral.charAt(0))
        ? Integer.parseInt(numeral)
        : ChineseNumeralParser.parse(numeral).orElse(0L).intValue();
  }
}
