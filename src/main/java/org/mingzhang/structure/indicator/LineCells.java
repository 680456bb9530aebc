package org.mingzhang.structure.indicator;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cells of lines that hold the cells of rows parted by blanks: what a blank or the end of a
 * line tore apart and only makes sense as one is put together again, such as dates, brackets and
 * names of levels. Confined to one thread.
 */
final class LineCells {
  private static final int MOST_PIECES = 3;
  private static final int MOST_BRACKET = 24;
  private static final Pattern DATE =
      Pattern.compile(
          "(?<=(?<!\\d)\\d{4}) (?=年)|(?<=(?<![\\d.])\\d{1,2}) (?=[月日])|(?<=[年月]) (?=\\d{1,2}"
              + " ?[月日])");
  private static final Pattern QUANTITY =
      Pattern.compile("([≥≤＝=><＞＜]{0,2}\\d[\\d.,]*) (\\p{IsHan}[^，。；\\d]{0,5})");
  private static final Pattern BLANK = Pattern.compile(" ");
  private static final Pattern MIXED = Pattern.compile("\\d\\p{IsHan}|\\p{IsHan}\\d");
  private static final Pattern POINTS = Pattern.compile("[（(]\\d{1,3}(?:\\.\\d)?分?[）)]");

  private final List<String> cells = new ArrayList<>();
  private final BitSet opening = new BitSet();
  private final boolean spaced;

  /** Takes the lines of rows. */
  LineCells(List<FlowLine> lines) {
    this.spaced = spaced(lines);
    for (FlowLine line : lines) {
      boolean points = POINTS.matcher(line.tight()).matches();
      if (points && !cells.isEmpty() && !FlowTable.points(cells.getLast())) {
        cells.set(cells.size() - 1, cells.getLast() + line.tight());
      } else if (!FlowTable.unused(line) && !line.tight().isEmpty()) {
        add(line);
      }
    }
    joinNames();
  }

  /** The cells in reading order. */
  List<String> cells() {
    return cells;
  }

  /** The cells that open a line. */
  BitSet opening() {
    return opening;
  }

  /** Whether a blank stands wherever digits and characters meet, as typesetting puts it. */
  boolean spaced() {
    return spaced;
  }

  /** Whether it does so in all of these lines. */
  static boolean spaced(List<FlowLine> lines) {
    return lines.stream()
        .flatMap(line -> line.words().stream())
        .noneMatch(word -> MIXED.matcher(word).find());
  }

  /** The cells that are alone on their line. */
  BitSet alone() {
    BitSet alone = new BitSet();
    for (int i = 0; i < cells.size(); i++) {
      alone.set(i, opening.get(i) && (i + 1 == cells.size() || opening.get(i + 1)));
    }
    return alone;
  }

  private void add(FlowLine line) {
    String text = String.join(" ", FlowTable.unlabelled(line.words()));
    String dated = DATE.matcher(text).replaceAll("");
    Matcher quantity = QUANTITY.matcher(dated);
    dated = quantity.matches() ? quantity.group(1) + quantity.group(2) : dated;
    boolean first = true;
    for (String word : BLANK.split(dated, -1)) {
      if (!cells.isEmpty() && closes(cells.getLast(), word)) {
        cells.set(cells.size() - 1, cells.getLast() + word);
      } else if (!word.isEmpty()) {
        opening.set(cells.size(), first);
        cells.add(word);
      }
      first = false;
    }
  }

  /** Whether a word closes the bracket that the cell before it left open. */
  private static boolean closes(String cell, String word) {
    int open = Math.max(cell.lastIndexOf('（'), cell.lastIndexOf('('));
    int close = Math.max(cell.lastIndexOf('）'), cell.lastIndexOf(')'));
    return open > close
        && cell.length() - open < MOST_BRACKET
        && word.matches("[^（(]{0,12}[）)].{0,6}");
  }

  /** Names of levels and signs in words that narrow columns broke. */
  private void joinNames() {
    List<String> torn = List.copyOf(cells);
    BitSet opened = (BitSet) opening.clone();
    cells.clear();
    opening.clear();
    for (int i = 0; i < torn.size(); ) {
      int pieces = pieces(torn, opened, i);
      opening.set(cells.size(), opened.get(i));
      cells.add(String.join("", torn.subList(i, i + pieces)));
      i += pieces;
    }
  }

  /** Number of pieces of the name that begins at a cell; 1 where none does. */
  private static int pieces(List<String> torn, BitSet opened, int at) {
    StringBuilder whole = new StringBuilder(torn.get(at));
    for (int n = 1; n < MOST_PIECES && at + n < torn.size() && opened.get(at + n); n++) {
      String next = torn.get(at + n);
      boolean two = n == 1 && known(torn.get(at)) && known(next);
      boolean indicator = n == 1 && torn.get(at).endsWith("指") && next.equals("标");
      whole.append(next);
      if (indicator || (known(whole.toString()) && !two)) {
        return n + 1;
      }
    }
    return 1;
  }

  private static boolean known(String name) {
    return LevelWords.first(name) || LevelWords.second(name) || SignWords.is(name);
  }
}
