package org.mingzhang.structure.lattice.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.structure.lattice.PerformanceFormTitles;
import org.mingzhang.text.PatternTable;

/**
 * Recognizes lines that hold performance forms without separators between cells: the whole form on
 * one line, all rows on the line below the titles or without titles, or one row per line.
 */
final class UnseparatedFormDetector {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(UnseparatedFormDetector.class);
  private static final Pattern UNSEPARATED_TITLES = PATTERNS.get("titles");

  private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000\\u00a0]+");

  private static final Pattern ROWS_START = PATTERNS.get("rows");

  private static final int MIN_LEVELS = 4;

  private static final Pattern LEVEL_TITLES = PATTERNS.get("level-titles");
  private static final int MIN_TITLES = 4;

  private static final Pattern FIRST_ROW_START = PATTERNS.get("first-row");

  /** The title of points followed by a name, optionally with its full points. */
  private static final Pattern POINTS_TITLE_BEFORE_NAME =
      Pattern.compile("得分.*\\p{IsHan}{2}(?:[（(]\\d{1,3}分[）)])?$");

  private static final Pattern NUMBERS_BEFORE_NAME =
      Pattern.compile("(?:\\d{1,3}(?:\\.\\d{1,2})?\\s+){1,2}\\p{IsHan}");
  private static final int MIN_BROKEN_LINES = 3;

  private static final Pattern PART_HEADING =
      Pattern.compile("[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]+部分|附件");
  private static final Pattern ANY_DIGIT = Pattern.compile("\\d");

  /** Maximum length of a row, in characters, including remarks. */
  private static final int MAX_ROW_LENGTH = 160;

  /**
   * Maximum number of consecutive lines without a digit among the rows. Such lines are ends of
   * wrapped cells, or rows with targets in words.
   */
  private static final int MAX_LINES_WITHOUT_DIGIT = 2;

  private UnseparatedFormDetector() {}

  /** Whether a line contains a whole form without separators, judged by the titles in it. */
  static boolean isWholeForm(String line) {
    return UNSEPARATED_TITLES.matcher(line).find();
  }

  /** Whether a line contains the titles of a form and the next line all its rows. */
  static boolean hasTitlesAboveRows(String line, String nextLine) {
    return nextLine.contains("指")
        && isTitleLine(line)
        && holdsSeveralRows(LineText.removeBlanks(nextLine));
  }

  /**
   * Index after the last row below a line of titles, if each row is a line without separators; the
   * index of the titles if there are no rows.
   */
  static int endOfRows(List<String> lines, int titleLine) {
    int end = titleLine;
    if (titleLine + 1 >= lines.size()
        || !FIRST_ROW_START.matcher(LineText.removeBlanks(lines.get(titleLine + 1))).lookingAt()
        || !isTitleLine(lines.get(titleLine))) {
      return titleLine;
    }
    for (int at = titleLine + 1;
        at < lines.size() && at <= end + MAX_LINES_WITHOUT_DIGIT + 1;
        at++) {
      String line = LineText.removeBlanks(lines.get(at));
      if (line.length() > MAX_ROW_LENGTH
          || line.endsWith("。")
          || PART_HEADING.matcher(line).lookingAt()) {
        break;
      }
      end = ANY_DIGIT.matcher(line).find() ? at : Math.max(end, titleLine);
    }
    return end == titleLine ? titleLine : end + 1;
  }

  /**
   * Index after the last line of a form whose lines were broken before each number, so that all
   * lines below the line of titles begin with points: {@code …得分 部门决策(25分) 目标任务(15分) 相关性(5分)},
   * {@code 5 明确性(5分)}. The index of the titles if there are no such lines.
   */
  static int endOfBrokenLines(List<String> lines, int titleLine) {
    if (titleLine + 1 == lines.size()
        || !NUMBERS_BEFORE_NAME.matcher(lines.get(titleLine + 1)).lookingAt()) {
      return titleLine;
    }
    String tight =
        lines.get(titleLine).contains("级") ? LineText.removeBlanks(lines.get(titleLine)) : "";
    Matcher header = LEVEL_TITLES.matcher(tight);
    if (!header.find()
        || !POINTS_TITLE_BEFORE_NAME.matcher(tight.substring(header.start())).find()) {
      return titleLine;
    }
    int end = titleLine + 1;
    while (end < lines.size() && NUMBERS_BEFORE_NAME.matcher(lines.get(end)).lookingAt()) {
      end++;
    }
    return end > titleLine + MIN_BROKEN_LINES ? end : titleLine;
  }

  /** Whether a line contains the column titles of a form without separators. */
  private static boolean isTitleLine(String line) {
    if (!line.contains("级") || BLANKS.matcher(line.strip()).results().limit(2).count() > 1) {
      return false;
    }
    String tight = LineText.removeBlanks(line);
    Matcher header = LEVEL_TITLES.matcher(tight);
    return header.find()
        && PerformanceFormTitles.splitIntoTitles(tight, header.start()).size() >= MIN_TITLES;
  }

  /** Whether a line contains the rows of a form without its titles. */
  static boolean isUntitledForm(String line) {
    if (!line.contains("指")) {
      return false;
    }
    String tight = LineText.removeBlanks(line);
    return holdsSeveralRows(tight) && !tight.contains("级指标");
  }

  /** Whether a text contains the names of several levels and therefore more than one row. */
  private static boolean holdsSeveralRows(String unspacedLine) {
    return ROWS_START.matcher(unspacedLine).find()
        && UnseparatedFormSplitter.LEVEL_NAME
                .matcher(unspacedLine)
                .results()
                .limit(MIN_LEVELS)
                .count()
            == MIN_LEVELS;
  }
}
