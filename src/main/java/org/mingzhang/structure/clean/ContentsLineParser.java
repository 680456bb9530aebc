package org.mingzhang.structure.clean;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TypographicSpaceRemover;

/** Splits possible entries of a contents page into numeral, title and page number. */
final class ContentsLineParser {
  /** The end of an entry: a leader with or without a page number, or a page number alone. */
  private static final Pattern LEADER_OR_PAGE_NUMBER =
      Pattern.compile(
          "(?:[…．.·‥\\s\\t]{2,}(?:[-—\\d\\s]{0,8}|[（(][-\\d\\s]{0,8}[）)])"
              + "|\\s+(?:[-—–]\\s*)?\\d{1,3}(?:\\s*[-—–])?"
              + "|[（(]\\d{1,3}[）)])\\s*$");
  private static final Pattern NUMERAL =
      Pattern.compile(
          "^(?:第[一二三四五六七八九十百]{1,3}(?:部分|章|节|编|篇)|[一二三四五六七八九十]{1,4}[、.．]"
              + "|[（(][一二三四五六七八九十\\d]{1,3}[）)]|\\d{1,2}[.．、]|附件\\d*[：:]?)");
  private static final Pattern BARE_NUMERAL =
      Pattern.compile("第\\s*[一二三四五六七八九十百]{1,3}\\s*(?:部分|章|节|编|篇)[：:]?\\s*");
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ContentsLineParser.class);
  private static final Pattern YEAR_AND_OWNER = PATTERNS.get("owner");

  /** A numbered entry that ends in a full stop. */
  private static final Pattern ENTRY_WITH_FULL_STOP =
      Pattern.compile(
          "(?:第.{1,3}部分|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[^。；，]{2,40}。\\s*");
  private static final int MAX_ENTRY_LENGTH = 60;

  private ContentsLineParser() {}

  /** Whether two lines are equal apart from white space. */
  static boolean equalsIgnoringSpace(String entry, String text) {
    return TypographicSpaceRemover.remove(entry).equals(TypographicSpaceRemover.remove(text));
  }

  /** Whether a line is short enough for an entry and is not a sentence. */
  static boolean mayBeEntry(String text) {
    return !text.isEmpty()
        && TypographicSpaceRemover.remove(text).length() <= MAX_ENTRY_LENGTH
        && (text.indexOf('。') < 0 || ENTRY_WITH_FULL_STOP.matcher(text).matches())
        && text.indexOf('；') < 0;
  }

  /**
   * An entry's title without numeral, page number and words that the body may omit: the year, 本部门
   * and 的.
   */
  static String titleKey(String text) {
    String tight = TypographicSpaceRemover.remove(withoutLeaderAndPageNumber(text));
    String title = NUMERAL.matcher(tight).replaceFirst("");
    return YEAR_AND_OWNER.matcher(title).replaceFirst("").replace("的", "");
  }

  /**
   * The text of a line; a numeral alone on its line is joined with the title on the next line.
   * Returns an empty string for a table and for an index after the last block.
   */
  static String entryText(List<Block> blocks, int index) {
    String line = lineText(blocks, index);
    return BARE_NUMERAL.matcher(line).matches()
        ? line + " " + lineText(blocks, index + 1).strip()
        : line;
  }

  /** Whether a line is a title whose numeral is alone on the preceding line. */
  static boolean isLabeledTitle(List<Block> blocks, int index) {
    return index > 0 && BARE_NUMERAL.matcher(lineText(blocks, index - 1)).matches();
  }

  private static String lineText(List<Block> blocks, int index) {
    return index < blocks.size() && blocks.get(index) instanceof TextBlock text ? text.text() : "";
  }

  /** A line without the leader and page number at its end. */
  static String withoutLeaderAndPageNumber(String text) {
    boolean endsInLetter = !text.isEmpty() && Character.isLetter(text.charAt(text.length() - 1));
    return endsInLetter ? text : LEADER_OR_PAGE_NUMBER.matcher(text).replaceFirst("");
  }

  /** Whether a line begins with a numeral. */
  static boolean startsWithNumeral(String text) {
    return NUMERAL.matcher(TypographicSpaceRemover.remove(text)).find();
  }

  /** The numeral at the start of a line, or an empty string. */
  static String leadingNumeral(String text) {
    Matcher matcher = NUMERAL.matcher(TypographicSpaceRemover.remove(text));
    return matcher.find() ? matcher.group() : "";
  }
}
