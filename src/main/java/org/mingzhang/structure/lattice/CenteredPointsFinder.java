package org.mingzhang.structure.lattice;

import java.util.List;
import java.util.stream.Stream;

/**
 * Finds points (分值) that stand on a line of their own between the lines of the wrapped cells of
 * their row.
 */
final class CenteredPointsFinder {
  private final List<Chunk> chunks;
  private final boolean[] centeredPoints;

  CenteredPointsFinder(List<Chunk> chunks, TextTableLayout layout, SegmentTexts texts) {
    this.chunks = chunks;
    this.centeredPoints = new boolean[chunks.size()];
    for (int i = 0; layout == TextTableLayout.STREAM && i < chunks.size(); i++) {
      centeredPoints[i] =
          chunks.get(i).separator() == Separator.LONE_LINE
              && texts.classes(i).contains(CellTextClass.POINTS);
    }
  }

  /**
   * Whether a chunk is points (分值) that are alone on their line, as if they were vertically
   * centered beside the wrapped cells of their row. False in other layouts than {@link
   * TextTableLayout#STREAM}.
   */
  boolean isCenteredPoints(int index) {
    return centeredPoints[index];
  }

  /**
   * The chunks of a segment, without the points (分值) of its row if these stand on a line of their
   * own between the row's other chunks.
   */
  List<Chunk> chunksWithoutPoints(int from, int to) {
    int points = pointsIndexWithin(from, to);
    return points < 0
        ? chunks.subList(from, to)
        : Stream.concat(
                chunks.subList(from, points).stream(), chunks.subList(points + 1, to).stream())
            .toList();
  }

  /**
   * Index of the chunk with the row's points if it is between the first and the last chunk of a
   * segment; otherwise -1.
   */
  int pointsIndexWithin(int from, int to) {
    for (int i = from + 1; i + 1 < to; i++) {
      if (isCenteredPoints(i)) {
        return i;
      }
    }
    return -1;
  }
}
