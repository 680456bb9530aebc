package org.mingzhang.extract.plain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mingzhang.extract.TextCleaner;

/**
 * Removes what a page break puts between two rows of one table in plain text: page number, running
 * head, caption with a mark of continuation, strokes of a ruling, and the header that is printed
 * again. The break is recognized by its page number or by the mark of continuation. It is kept if a
 * text in it may be the caption of another table, or if it is uncertain that the row below belongs
 * to the same table. A note above the page number is kept as a line, unless the break is below a
 * total. Confined to one thread and one text.
 */
final class PageBreakRemover {
  private static final Pattern STROKE = Pattern.compile("[丨|｜│┃║_`'~^·.]{1,3}");
  private static final Pattern BARE_PAGE_NUMBER = Pattern.compile("\\d{1,4}");

  /** A page number with dashes on both sides or in words: - 5 -, 第5页，共12页. */
  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "[-—–－_~]+\\s*\\d{1,4}\\s*[-—–－_~]+"
              + "|第\\s*\\d{1,4}\\s*页(?:\\s*[，,/]?\\s*共\\s*\\d{1,4}\\s*页)?"
              + "|共\\s*\\d{1,4}\\s*页\\s*[，,/]?\\s*第\\s*\\d{1,4}\\s*页");

  private static final Pattern CONTINUATION_MARK =
      Pattern.compile("[（(]?续(?:表|上表|前)?[一二三四五\\d]{0,2}[）)]?$");

  /** Part of a text that may be the caption of a table, or a label with its value above one. */
  private static final Pattern CAPTION = Pattern.compile("[表：:]|续");

  private static final Pattern UNIT = Pattern.compile("单位[:：].{0,12}元");

  private static final Pattern CELL_GAP = Pattern.compile("\\t|\\s*[|｜│┃║]\\s*|[ \\u3000]+");

  /** The beginning of the last row of a form: 总分, 合计. */
  private static final Pattern TOTAL = Pattern.compile("[总合]\\s*[分计]");

  private static final Pattern SEPARATOR = Pattern.compile("[\\t|｜│┃║]");
  private static final Pattern RUN_OF_BLANKS = Pattern.compile("\\S[ \\u3000]{3,}\\S");

  /** A cell with a number, perhaps with a comparison sign before it and a unit behind it. */
  private static final Pattern NUMBER =
      Pattern.compile("[≥≤＞＜=><]?-?(?!(?:19|20)\\d\\d(?:年|$))\\d[\\d,]*(?:\\.\\d+)?\\D{0,4}");

  private static final int MIN_ROW_CELLS = 3;
  private static final int MAX_HEADER_LINES = 5;

  /** Maximum number of lines of a page break that are not blank, without the repeated header. */
  private static final int MAX_BREAK_LINES = 6;

  private final List<String> lines;

  /** Index of the first line with each text, for all lines above the current one. */
  private final Map<String, Integer> firstIndexes = new HashMap<>();

  private PageBreakRemover(List<String> lines) {
    this.lines = lines;
  }

  /**
   * The lines without page breaks between rows of tables, and without the bars beside page numbers.
   * Notes above a removed page number are kept.
   */
  static List<String> remove(List<String> lines) {
    return new PageBreakRemover(lines).removeAll();
  }

  private List<String> removeAll() {
    List<String> kept = new ArrayList<>(lines.size());
    int at = 0;
    while (at < lines.size()) {
      String text = withoutStrokes(at);
      kept.add(PAGE_NUMBER.matcher(text).matches() ? text : lines.get(at));
      firstIndexes.putIfAbsent(text, at);
      int next = isRow(at) ? endOfBreak(at + 1) : at + 1;
      lines.subList(at + 1, next).stream().filter(TextTable::isNote).forEach(kept::add);
      at = next;
    }
    return kept;
  }

  /**
   * Index of the first row below the page break that begins at a line; the index of the line itself
   * if none begins there.
   */
  private int endOfBreak(int from) {
    boolean numbered = false;
    boolean numberedCertainly = false;
    boolean mayBeginTable = false;
    int count = 0;
    int at = from;
    for (; at < lines.size() && !isRow(at) && count <= MAX_BREAK_LINES; at++) {
      String text = withoutStrokes(at);
      if (lines.get(at).equals("\f")) {
        return from;
      }
      if (!numbered
          && TextTable.isNote(text)
          && !TOTAL.matcher(withoutStrokes(from - 1)).lookingAt()) {
        continue;
      }
      boolean number = PAGE_NUMBER.matcher(text).matches();
      boolean bare = BARE_PAGE_NUMBER.matcher(text).matches();
      boolean continued = isContinuedCaption(text);
      numberedCertainly |= number;
      numbered |= number || bare || continued;
      count += lines.get(at).isBlank() ? 0 : 1;
      if (number || bare || continued || isStroke(at)) {
        continue;
      }
      boolean known = firstIndexes.containsKey(text);
      if (!known && (!numbered || CAPTION.matcher(text).find())) {
        return from; // the rest of a row, or the caption of another table
      }
      mayBeginTable |= !known || UNIT.matcher(text).find();
    }
    if (!numbered || at == lines.size() || !isRow(at)) {
      return from;
    }
    int below = endOfRepeatedHeader(at);
    boolean sameTable = below > at || (numberedCertainly && !mayBeginTable && hasNumber(at));
    return sameTable ? below : from;
  }

  private boolean isContinuedCaption(String text) {
    String caption = CONTINUATION_MARK.matcher(text).replaceFirst("");
    return !caption.equals(text) && (caption.isEmpty() || firstIndexes.containsKey(caption));
  }

  /**
   * Index after the lines, from a given line on, that repeat the header of a table above, one of
   * whose lines has {@link #MIN_ROW_CELLS} titles; the index of the given line if it begins no
   * repeated header.
   */
  private int endOfRepeatedHeader(int from) {
    Integer header = firstIndexes.get(withoutStrokes(from));
    if (header == null || hasNumber(from)) {
      return from;
    }
    int count = 0;
    boolean titles = false;
    while (count < MAX_HEADER_LINES
        && header + count < from
        && from + count < lines.size()
        && isRow(from + count)
        && withoutStrokes(header + count).equals(withoutStrokes(from + count))) {
      titles |= filledCells(from + count).size() >= MIN_ROW_CELLS;
      count++;
    }
    return titles ? from + count : from;
  }

  /**
   * Whether a line has at least {@link #MIN_ROW_CELLS} cells, which may be empty. Rows aligned by
   * runs of blanks do not count, since their page breaks may be inside of a row.
   */
  private boolean isRow(int index) {
    String line = lines.get(index);
    return !line.isBlank()
        && (SEPARATOR.matcher(line).find() || !RUN_OF_BLANKS.matcher(line).find())
        && CELL_GAP.splitAsStream(line).limit(MIN_ROW_CELLS).count() == MIN_ROW_CELLS
        && !filledCells(index).isEmpty()
        && !isStroke(index)
        && !PAGE_NUMBER.matcher(withoutStrokes(index)).matches();
  }

  private List<String> filledCells(int index) {
    return Arrays.stream(CELL_GAP.split(lines.get(index)))
        .map(TextCleaner::clean)
        .filter(cell -> !cell.isEmpty() && !STROKE.matcher(cell).matches())
        .toList();
  }

  private boolean hasNumber(int index) {
    return filledCells(index).stream().anyMatch(cell -> NUMBER.matcher(cell).matches());
  }

  private boolean isStroke(int index) {
    String text = lines.get(index).strip();
    return text.isEmpty() || STROKE.matcher(text).matches();
  }

  /** The text of a line without white space and bars at its ends. */
  private String withoutStrokes(int index) {
    String line = lines.get(index);
    int start = 0;
    int end = line.length();
    while (start < end && isBlankOrBar(line.charAt(start))) {
      start++;
    }
    while (end > start && isBlankOrBar(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(start, end);
  }

  private static boolean isBlankOrBar(char c) {
    return Character.isWhitespace(c) || "丨|｜│┃║".indexOf(c) >= 0;
  }
}
