package org.mingzhang.structure.lattice;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The texts of segments, joined from those of their chunks, and the classes of these texts. Both
 * are memoized. Confined to one thread and one table.
 */
final class SegmentTexts {
  private static final Pattern LATIN = Pattern.compile("[A-Za-z]");

  private final List<Chunk> chunks;
  private final int maxChunks;
  private final Segment[] segments;

  /**
   * Creates the texts of the segments of a table.
   *
   * @param chunks the chunks of the table
   * @param maxChunks maximum number of chunks of a segment
   */
  SegmentTexts(List<Chunk> chunks, int maxChunks) {
    this.chunks = chunks;
    this.maxChunks = maxChunks;
    this.segments = new Segment[chunks.size() * maxChunks];
  }

  /** Index of a segment among all segments of the table. */
  int segmentIndex(int from, int to) {
    return from * maxChunks + to - from - 1;
  }

  /** Number of segment indices, which begin at 0. */
  int segmentIndexCount() {
    return segments.length;
  }

  /** The memoized text and classes of a segment. */
  private static final class Segment {
    private final String text;
    private @Nullable Set<CellTextClass> textClasses;

    Segment(String text) {
      this.text = text;
    }

    Set<CellTextClass> textClasses() {
      if (textClasses == null) {
        textClasses = CellTextClassifier.classify(text.replace(" ", ""));
      }
      return textClasses;
    }
  }

  private Segment cachedSegment(int from, int to) {
    int key = segmentIndex(from, to);
    Segment known = segments[key];
    if (known == null) {
      known = new Segment(joinTexts(from, to));
      segments[key] = known;
    }
    return known;
  }

  /**
   * The text of the chunks of a segment, joined by a blank between two Latin letters and by nothing
   * otherwise.
   */
  String text(int from, int to) {
    return cachedSegment(from, to).text;
  }

  private String joinTexts(int from, int to) {
    StringBuilder text = new StringBuilder(chunks.get(from).text());
    for (int i = from + 1; i < to; i++) {
      String next = chunks.get(i).text();
      boolean latin =
          LATIN.matcher(text.substring(text.length() - 1)).matches()
              && LATIN.matcher(next.substring(0, 1)).matches();
      text.append(latin ? " " : "").append(next);
    }
    return text.toString();
  }

  /** The classes of the text of a segment without its blanks. */
  Set<CellTextClass> classes(int from, int to) {
    return cachedSegment(from, to).textClasses();
  }

  /** The classes of the text of a chunk without its blanks. */
  Set<CellTextClass> classes(int index) {
    return classes(index, index + 1);
  }
}
