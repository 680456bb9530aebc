package org.mingzhang.shard;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.mingzhang.schema.FieldNames;

/**
 * An index without the documents that another one stands for: their rows are as if deleted, so that
 * every search, count and facet passes over them. Segments without such rows are those of the index
 * itself.
 */
final class PrimaryReader extends FilterDirectoryReader {
  private PrimaryReader(DirectoryReader in) throws IOException {
    super(
        in,
        new SubReaderWrapper() {
          @Override
          public LeafReader wrap(LeafReader leaf) {
            try {
              FixedBitSet kept = kept(leaf);
              return kept == null ? leaf : new PrimaryLeaf(leaf, kept);
            } catch (IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          }
        });
  }

  /** A view of an index; empty where no document stands for another. */
  static Optional<DirectoryReader> of(DirectoryReader index) throws IOException {
    PrimaryReader view = new PrimaryReader(index);
    return view.leaves().stream().anyMatch(leaf -> leaf.reader() instanceof PrimaryLeaf)
        ? Optional.of(view)
        : Optional.empty();
  }

  /** Rows that are not passed over; null where none is. */
  private static @Nullable FixedBitSet kept(LeafReader leaf) throws IOException {
    PostingsEnum passed = leaf.postings(FieldNames.PASSED_OVER, PostingsEnum.NONE);
    if (passed == null) {
      return null;
    }
    FixedBitSet kept = new FixedBitSet(leaf.maxDoc());
    Bits live = leaf.getLiveDocs();
    for (int doc = 0; doc < leaf.maxDoc(); doc++) {
      if (live == null || live.get(doc)) {
        kept.set(doc);
      }
    }
    for (int doc = passed.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = passed.nextDoc()) {
      kept.clear(doc);
    }
    return kept;
  }

  @Override
  protected DirectoryReader doWrapDirectoryReader(DirectoryReader in) throws IOException {
    return new PrimaryReader(in);
  }

  @Override
  public @Nullable CacheHelper getReaderCacheHelper() {
    return null;
  }

  /** A segment without some of its rows. */
  private static final class PrimaryLeaf extends FilterLeafReader {
    private final FixedBitSet kept;
    private final int rows;

    PrimaryLeaf(LeafReader in, FixedBitSet kept) {
      super(in);
      this.kept = kept;
      this.rows = kept.cardinality();
    }

    @Override
    public Bits getLiveDocs() {
      return kept;
    }

    @Override
    public int numDocs() {
      return rows;
    }

    /** Rows are the same under the same numbers, so that what is cached of the segment holds. */
    @Override
    public @Nullable CacheHelper getCoreCacheHelper() {
      return in.getCoreCacheHelper();
    }

    @Override
    public @Nullable CacheHelper getReaderCacheHelper() {
      return null;
    }
  }
}
