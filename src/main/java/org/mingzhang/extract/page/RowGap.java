package org.mingzhang.extract.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The white space from which on two lines of a table without ruling lines are of two rows. It is
 * half a font size unless the lines of wrapped cells stand further apart: then what stands below
 * each other has two distances, that of lines in a cell, always the same, and that of cells, which
 * is more. Amounts below each other are of two rows, so that their distance is never the first;
 * where it is less than usual, rows stand closer.
 */
final class RowGap {
  /** White space, in font sizes, that parts rows where nothing says otherwise. */
  private static final float USUAL_GAP = 0.5f;

  /** How much larger the distance of cells is, at least, than that of lines in a cell. */
  private static final float MIN_GAP_RATIO = 1.3f;

  /** How much the distances of lines in cells may differ. */
  private static final float MAX_LINE_GAP_RATIO = 1.2f;

  /** Part of the distance of rows that stand close which lines in a cell do not reach. */
  private static final float CLOSE_ROW_SHARE = 0.7f;

  /** Where between the distances of lines and of cells rows part: glyphs are not all as high. */
  private static final float THRESHOLD_POSITION = 0.4f;

  /** Part of the distance of amounts that lines in a cell do not reach. */
  private static final float AMOUNT_GAP_SHARE = 0.85f;

  /** Largest distance of lines in a cell, in font sizes. */
  private static final float MAX_LINE_GAP = 2.2f;

  /** Fewest pairs of lines in cells. */
  private static final int MIN_PAIRS = 2;

  /** Lines below a word among which the next word of its column is looked for. */
  private static final int LINES_BELOW = 6;

  /** What is whole in one line of a cell: a number, the name of a level. */
  private static final Pattern WHOLE_CELL =
      Pattern.compile("[-−≥≤=]?[￥¥]?\\d[\\d,]*(\\.\\d+%?|%)|.{2,}指标|[-—–]{1,2}|\\d{1,2}");

  private final List<Float> gaps = new ArrayList<>();
  private float leastOfCells = Float.MAX_VALUE;

  private RowGap() {}

  /** The white space in points that parts the rows of some lines. */
  static float of(List<TextLine> lines) {
    RowGap found = new RowGap();
    List<List<XInterval>> words = lines.stream().map(XInterval::words).toList();
    for (int i = 0; i < lines.size(); i++) {
      for (XInterval word : words.get(i)) {
        found.addGapBelow(lines, words, i, word);
      }
    }
    return found.threshold(usual(lines));
  }

  /** The white space that parts rows where nothing says otherwise. */
  static float usual(List<TextLine> lines) {
    return lines.isEmpty() ? 0 : USUAL_GAP * lines.getFirst().glyphs().getFirst().size();
  }

  private void addGapBelow(List<TextLine> lines, List<List<XInterval>> words, int at, XInterval up) {
    for (int i = at + 1; i < Math.min(lines.size(), at + 1 + LINES_BELOW); i++) {
      XInterval down = words.get(i).stream().filter(up::overlaps).findFirst().orElse(null);
      if (down == null) {
        continue;
      }
      float gap = lines.get(i).top() - lines.get(at).bottom();
      if (gap > 0) {
        gaps.add(gap);
        boolean cells = isWholeCell(lines.get(at), up) && isWholeCell(lines.get(i), down);
        leastOfCells = cells ? Math.min(leastOfCells, gap) : leastOfCells;
      }
      return;
    }
  }

  private static boolean isWholeCell(TextLine line, XInterval word) {
    return WHOLE_CELL.matcher(word.textOn(line)).matches();
  }

  private float threshold(float usual) {
    gaps.sort(null);
    float below = largestBelow(AMOUNT_GAP_SHARE * leastOfCells);
    if (below > usual && areEvenUpTo(below) && leastOfCells < Float.MAX_VALUE) {
      return below + THRESHOLD_POSITION * (leastOfCells - below);
    }
    float best = usual;
    float most = MIN_GAP_RATIO;
    for (int i = MIN_PAIRS - 1; i + 1 < gaps.size(); i++) {
      float low = gaps.get(i);
      float high = gaps.get(i + 1);
      boolean lines =
          low > usual * 0.9f && low < MAX_LINE_GAP / USUAL_GAP * usual && low < leastOfCells * 0.9f;
      if (lines && areEvenUpTo(low) && high / low > most) {
        most = high / low;
        best = Math.max(usual, (low + high) / 2);
      }
    }
    return best > usual || leastOfCells > usual ? best : closeRowGap();
  }

  /** Where rows stand closer than usual: between their distance and that of lines in a cell. */
  private float closeRowGap() {
    return (largestBelow(CLOSE_ROW_SHARE * leastOfCells) + leastOfCells) / 2;
  }

  /** The largest distance that is less than another, 0 where none is. */
  private float largestBelow(float limit) {
    float low = 0;
    for (float gap : gaps) {
      low = gap < limit ? gap : low;
    }
    return low;
  }

  /** Whether all distances up to one are about the same. */
  private boolean areEvenUpTo(float gap) {
    return gap <= gaps.getFirst() * MAX_LINE_GAP_RATIO + 0.5f;
  }
}
