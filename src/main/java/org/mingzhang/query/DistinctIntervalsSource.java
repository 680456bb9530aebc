package org.mingzhang.query;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.IntervalMatchesIterator;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.QueryVisitor;
import org.jspecify.annotations.Nullable;

/**
 * A wrapper that makes equal parts of a pattern unequal. Lucene merges equal neighbors into one
 * repeated source and miscounts its gaps if the source is wider than one position. Immutable.
 */
final class DistinctIntervalsSource extends IntervalsSource {
  private final IntervalsSource source;
  private final int ordinal;

  /**
   * Creates a source.
   *
   * @param ordinal index of the part in the pattern
   */
  DistinctIntervalsSource(IntervalsSource source, int ordinal) {
    this.source = source;
    this.ordinal = ordinal;
  }

  @Override
  public @Nullable IntervalIterator intervals(String field, LeafReaderContext leaf)
      throws IOException {
    return source.intervals(field, leaf);
  }

  @Override
  public @Nullable IntervalMatchesIterator matches(String field, LeafReaderContext leaf, int doc)
      throws IOException {
    return source.matches(field, leaf, doc);
  }

  @Override
  public void visit(String field, QueryVisitor visitor) {
    source.visit(field, visitor);
  }

  @Override
  public int minExtent() {
    return source.minExtent();
  }

  @Override
  public Collection<IntervalsSource> pullUpDisjunctions() {
    return List.of(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DistinctIntervalsSource same
        && same.ordinal == ordinal
        && same.source.equals(source);
  }

  @Override
  public int hashCode() {
    return 31 * source.hashCode() + ordinal;
  }

  @Override
  public String toString() {
    return source.toString();
  }
}
