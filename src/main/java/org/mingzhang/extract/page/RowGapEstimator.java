package org.mingzhang.extract.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Estimates how much white space separates the rows of a table without ruling lines: lines with
 * less white space between them are in one row. The result is half a font size unless the lines
 * inside wrapped cells are further apart: words below each other then have two distances, a
 * constant one between lines of a cell and a larger one between cells. Amounts below each other
 * always belong to different rows, so their distance is never that of lines in a cell; where it is
 * less than usual, rows are set closer.
 */
final class RowGapEstimator {
  /** Default row gap, in font sizes. */
  private static final float DEFAULT_ROW_GAP = 0.5f;

  /**
   * Minimum ratio of a line gap to the next smaller one of the table for the larger one to separate
   * cells. Used only if the gaps between amounts do not show the gap between cells.
   */
  private static final float MIN_GAP_RATIO = 1.3f;

  /** Gaps between lines count as equal up to this ratio and half a point more. */
  private static final float MAX_LINE_GAP_RATIO = 1.2f;

  /**
   * Maximum gap between lines of a cell in a table with closely set rows, as a fraction of the gap
   * between cells.
   */
  private static final float MAX_LINE_TO_CELL_GAP_RATIO = 0.7f;

  /**
   * Position of the threshold between the gap of lines (0) and the gap of cells (1). Gaps vary
   * because glyphs differ in height.
   */
  private static final float THRESHOLD_POSITION = 0.4f;

  /** Maximum gap between lines of a cell, as a fraction of the gap between amounts. */
  private static final float MAX_LINE_TO_AMOUNT_GAP_RATIO = 0.85f;

  /** Largest gap between lines of a cell, in font sizes. */
  private static final float MAX_LINE_GAP = 2.2f;

  /**
   * Minimum number of gaps that must be smaller than the gap of rows for them to be the gaps
   * between the lines of a cell.
   */
  private static final int MIN_LINE_GAPS = 2;

  /** Maximum number of lines below a word that are searched for the next word of its column. */
  private static final int MAX_LINES_BELOW = 6;

  /** Texts that fill a cell alone: a number, a dash, the name of a level. */
  private static final Pattern WHOLE_CELL =
      Pattern.compile("[-−≥≤=]?[￥¥]?\\d[\\d,]*(\\.\\d+%?|%)|.{2,}指标|[-—–]{1,2}|\\d{1,2}");

  private final List<Float> lineGaps = new ArrayList<>();
  private float smallestCellGap = Float.MAX_VALUE;

  private RowGapEstimator() {}

  /** Estimates the row gap of some lines, in points; 0 without lines. */
  static float estimate(List<TextLine> lines) {
    RowGapEstimator found = new RowGapEstimator();
    List<List<XInterval>> words = lines.stream().map(XInterval::splitIntoWords).toList();
    for (int i = 0; i < lines.size(); i++) {
      for (XInterval word : words.get(i)) {
        found.addGapBelow(lines, words, i, word);
      }
    }
    return found.rowGapThreshold(defaultRowGap(lines));
  }

  /** The default row gap, in points: half of the font size of the first line; 0 without lines. */
  static float defaultRowGap(List<TextLine> lines) {
    return lines.isEmpty() ? 0 : DEFAULT_ROW_GAP * lines.getFirst().glyphs().getFirst().fontSize();
  }

  /**
   * Records the gap between a word and the next one below it in its column, if there is one within
   * six lines.
   */
  private void addGapBelow(
      List<TextLine> lines, List<List<XInterval>> words, int lineIndex, XInterval upperWord) {
    for (int i = lineIndex + 1; i < Math.min(lines.size(), lineIndex + 1 + MAX_LINES_BELOW); i++) {
      XInterval down = words.get(i).stream().filter(upperWord::overlaps).findFirst().orElse(null);
      if (down == null) {
        continue;
      }
      float gap = lines.get(i).top() - lines.get(lineIndex).bottom();
      if (gap > 0) {
        lineGaps.add(gap);
        boolean cells =
            isWholeCell(lines.get(lineIndex), upperWord) && isWholeCell(lines.get(i), down);
        smallestCellGap = cells ? Math.min(smallestCellGap, gap) : smallestCellGap;
      }
      return;
    }
  }

  private static boolean isWholeCell(TextLine line, XInterval word) {
    return WHOLE_CELL.matcher(word.textOn(line)).matches();
  }

  private float rowGapThreshold(float defaultRowGap) {
    lineGaps.sort(null);
    float below = largestGapBelow(MAX_LINE_TO_AMOUNT_GAP_RATIO * smallestCellGap);
    if (below > defaultRowGap && areGapsSimilarUpTo(below) && smallestCellGap < Float.MAX_VALUE) {
      return below + THRESHOLD_POSITION * (smallestCellGap - below);
    }
    float best = defaultRowGap;
    float maximum = MIN_GAP_RATIO;
    for (int i = MIN_LINE_GAPS - 1; i + 1 < lineGaps.size(); i++) {
      float low = lineGaps.get(i);
      float high = lineGaps.get(i + 1);
      boolean lines =
          low > defaultRowGap * 0.9f
              && low < MAX_LINE_GAP / DEFAULT_ROW_GAP * defaultRowGap
              && low < smallestCellGap * 0.9f;
      if (lines && areGapsSimilarUpTo(low) && high / low > maximum) {
        maximum = high / low;
        best = Math.max(defaultRowGap, (low + high) / 2);
      }
    }
    return best > defaultRowGap || smallestCellGap > defaultRowGap ? best : thresholdForCloseRows();
  }

  /**
   * The threshold for rows set closer than usual, between the gap of rows and the gap of lines in a
   * cell.
   */
  private float thresholdForCloseRows() {
    return (largestGapBelow(MAX_LINE_TO_CELL_GAP_RATIO * smallestCellGap) + smallestCellGap) / 2;
  }

  /** The largest gap below a limit, in points; 0 if there is none. */
  private float largestGapBelow(float limit) {
    float low = 0;
    for (float gap : lineGaps) {
      low = gap < limit ? gap : low;
    }
    return low;
  }

  /** Whether all gaps up to the given one are about equal. */
  private boolean areGapsSimilarUpTo(float gap) {
    return gap <= lineGaps.getFirst() * MAX_LINE_GAP_RATIO + 0.5f;
  }
}
