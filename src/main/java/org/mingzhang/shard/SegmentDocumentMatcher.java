package org.mingzhang.shard;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** A {@link DocumentMatcher} in one segment. For one use by one thread. */
sealed interface SegmentDocumentMatcher {
  /** The estimated number of rows to look at. */
  long cost();

  /**
   * Adds the matching documents to a set.
   *
   * @param candidates the numbers of the documents to look at; not modified
   * @param found receives the numbers of the matching documents; documents in it are not looked at
   * @param timeout after which the search ends early; null if there is no time limit
   */
  void find(FixedBitSet candidates, FixedBitSet found, @Nullable QueryTimeout timeout)
      throws IOException;

  /** Matches nothing. */
  record NoMatch() implements SegmentDocumentMatcher {
    @Override
    public long cost() {
      return 0;
    }

    @Override
    public void find(FixedBitSet candidates, FixedBitSet found, @Nullable QueryTimeout timeout) {}
  }

  /** Matches the documents that any part matches. */
  record Disjunction(List<SegmentDocumentMatcher> parts) implements SegmentDocumentMatcher {
    @Override
    public long cost() {
      return parts.stream().mapToLong(SegmentDocumentMatcher::cost).sum();
    }

    @Override
    public void find(FixedBitSet candidates, FixedBitSet found, @Nullable QueryTimeout timeout)
        throws IOException {
      for (SegmentDocumentMatcher part : parts) {
        part.find(candidates, found, timeout);
      }
    }
  }

  /** Matches the documents that all parts match, which are in ascending order of cost. */
  record Conjunction(List<SegmentDocumentMatcher> parts) implements SegmentDocumentMatcher {
    @Override
    public long cost() {
      return parts.getFirst().cost();
    }

    @Override
    public void find(FixedBitSet candidates, FixedBitSet found, @Nullable QueryTimeout timeout)
        throws IOException {
      FixedBitSet left = candidates;
      for (SegmentDocumentMatcher part : parts) {
        FixedBitSet matching = new FixedBitSet(candidates.length());
        part.find(left, matching, timeout);
        left = matching;
      }
      found.or(left);
    }
  }

  /** Matches the documents that have a section with any of the terms. */
  record SectionTermMatcher(List<ScorerSupplier> terms, DocumentBlocks blocks)
      implements SegmentDocumentMatcher {
    /**
     * Estimated number of rows of a postings list that can be read into a bit set in the time of
     * one seek to a later row.
     */
    private static final int ROWS_READ_PER_SEEK = 20;

    @Override
    public long cost() {
      return terms.stream().mapToLong(ScorerSupplier::cost).sum();
    }

    @Override
    public void find(FixedBitSet candidates, FixedBitSet found, @Nullable QueryTimeout timeout)
        throws IOException {
      if (cost() / ROWS_READ_PER_SEEK > candidates.cardinality()) {
        for (ScorerSupplier term : terms) {
          new RowMatcher(term, false, blocks).find(candidates, found, timeout);
        }
        return;
      }
      FixedBitSet rows = new FixedBitSet(blocks.rowCount());
      for (ScorerSupplier term : terms) {
        DocIdSetIterator iterator = term.get(Long.MAX_VALUE).iterator();
        iterator.nextDoc();
        iterator.intoBitSet(blocks.rowCount(), rows, 0);
      }
      FixedBitSet documents = blocks.documents(rows);
      documents.and(candidates);
      found.or(documents);
    }
  }

  /**
   * Matches the documents of the rows that a query matches.
   *
   * @param supplier supplies the rows that the query matches
   * @param onlyDocumentRows whether only document rows count
   */
  record RowMatcher(ScorerSupplier supplier, boolean onlyDocumentRows, DocumentBlocks blocks)
      implements SegmentDocumentMatcher {
    /** Number of rows between two checks of the time limit. */
    private static final int ROWS_PER_TIME_CHECK = 256;

    @Override
    public long cost() {
      return supplier.cost();
    }

    @Override
    public void find(FixedBitSet candidates, FixedBitSet found, @Nullable QueryTimeout timeout)
        throws IOException {
      FixedBitSet wanted = candidates.clone();
      wanted.andNot(found);
      int steps = wanted.cardinality();
      if (steps == 0) {
        return;
      }
      Scorer scorer = supplier.get(steps);
      TwoPhaseIterator check = scorer.twoPhaseIterator();
      DocIdSetIterator rows = check == null ? scorer.iterator() : check.approximation();
      int row = rows.advance(firstRow(wanted.nextSetBit(0)));
      for (int looked = 1; row != DocIdSetIterator.NO_MORE_DOCS; looked++) {
        if (looked % ROWS_PER_TIME_CHECK == 0 && timeout != null && timeout.shouldExit()) {
          return;
        }
        int document = blocks.document(row);
        int next = row + 1;
        if (!wanted.get(document)) {
          next = firstRowAfter(document, wanted);
        } else if (onlyDocumentRows && row < blocks.lastRow(document)) {
          next = blocks.lastRow(document);
        } else if (check == null || check.matches()) {
          found.set(document);
          next = firstRowAfter(document, wanted);
        }
        row = next == row + 1 ? rows.nextDoc() : rows.advance(next);
      }
    }

    /** The first row to look at of the next wanted document; {@code NO_MORE_DOCS} without one. */
    private int firstRowAfter(int document, FixedBitSet wanted) {
      int next =
          document + 1 == blocks.size()
              ? DocIdSetIterator.NO_MORE_DOCS
              : wanted.nextSetBit(document + 1);
      return next == DocIdSetIterator.NO_MORE_DOCS ? next : firstRow(next);
    }

    private int firstRow(int document) {
      return onlyDocumentRows ? blocks.lastRow(document) : blocks.firstRow(document);
    }
  }
}
