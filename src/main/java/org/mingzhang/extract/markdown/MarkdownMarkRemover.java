package org.mingzhang.extract.markdown;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.mingzhang.extract.TextCleaner;

/** Removes the inline marks of Markdown and splits table rows. */
final class MarkdownMarkRemover {
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->");
  private static final Pattern IMAGE = Pattern.compile("!\\[([^\\]\\n]*)\\]\\([^)\\n]*\\)");
  private static final Pattern LINK =
      Pattern.compile("\\[([^\\]\\n]+)\\](\\([^)\\n]*\\)|\\[[^\\]\\n]*\\])");
  private static final Pattern LINE_BREAK_TAG = Pattern.compile("(?i)<br\\s*/?>");
  private static final Pattern HTML_TAG = Pattern.compile("</?[A-Za-z][^<>]*>");
  private static final Pattern DOUBLE_MARK =
      Pattern.compile("(\\*\\*|__|~~)(?=\\S)(.+?)(?<=\\S)\\1");
  private static final Pattern EMPHASIS =
      Pattern.compile("(?<![\\w*])([*_])(?=\\S)([^*_]+?)\\1(?![\\w*])");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /** A cell without text, or with a stray vertical stroke alone. */
  private static final Pattern BLANK_CELL = Pattern.compile("[丨|｜│┃║]?");

  private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\`*_{}\\[\\]()#+.!|>~-])");

  private MarkdownMarkRemover() {}

  /**
   * The text that a reader sees: marks, tags, comments and images are removed, links keep their
   * text, {@code <br>} becomes a line break, entities become the characters that they name.
   */
  static String removeMarks(String markedText) {
    String text = COMMENT.matcher(markedText).replaceAll("");
    text = IMAGE.matcher(text).replaceAll("");
    text = LINK.matcher(text).replaceAll("$1");
    text = LINE_BREAK_TAG.matcher(text).replaceAll("\n");
    text = HTML_TAG.matcher(text).replaceAll("");
    text = DOUBLE_MARK.matcher(text).replaceAll("$2");
    text = EMPHASIS.matcher(text).replaceAll("$2");
    text = CODE.matcher(text).replaceAll("$1");
    text = ESCAPE.matcher(text).replaceAll("$1");
    return Parser.unescapeEntities(text, false);
  }

  /**
   * The cells of a row of a pipe table, without marks; pipes at its ends are ignored, {@code \|} is
   * a pipe inside a cell.
   */
  static List<String> splitCells(String row) {
    String inner = row.strip();
    inner = inner.startsWith("|") ? inner.substring(1) : inner;
    inner = inner.endsWith("|") && !inner.endsWith("\\|") ? dropLastCharacter(inner) : inner;
    return Arrays.stream(inner.split("(?<!\\\\)\\|", -1))
        .map(cell -> TextCleaner.clean(removeMarks(cell)))
        .toList();
  }

  /**
   * The cells of a row that has more cells than the table has columns, without the excess blank
   * cells: first those at its end, then those at its beginning. Other rows are returned unchanged.
   */
  static List<String> dropExcessBlankCells(List<String> cells, int columnCount) {
    int from = 0;
    int to = cells.size();
    while (to > columnCount && BLANK_CELL.matcher(cells.get(to - 1)).matches()) {
      to--;
    }
    while (to - from > columnCount && BLANK_CELL.matcher(cells.get(from)).matches()) {
      from++;
    }
    return cells.subList(from, to);
  }

  private static String dropLastCharacter(String text) {
    return text.substring(0, text.length() - 1);
  }
}
