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
 * View of an index without secondary editions of documents: their rows appear as deleted, so that
 * no search, count or facet includes them. Segments without such rows are used unchanged.
 */
final class PrimaryEditionReader extends FilterDirectoryReader {
  private PrimaryEditionReader(DirectoryReader in) throws IOException {
    super(
        in,
        new SubReaderWrapper() {
          @Override
          public LeafReader wrap(LeafReader leaf) {
            try {
              FixedBitSet kept = visibleRows(leaf);
              return kept == null ? leaf : new PrimaryLeaf(leaf, kept);
            } catch (IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          }
        });
  }

  /**
   * The view of an index, which does not take a reference of its own to it; empty if the index has
   * no secondary editions.
   */
  static Optional<DirectoryReader> open(DirectoryReader index) throws IOException {
    PrimaryEditionReader view = new PrimaryEditionReader(index);
    return view.leaves().stream().anyMatch(leaf -> leaf.reader() instanceof PrimaryLeaf)
        ? Optional.of(view)
        : Optional.empty();
  }

  /**
   * The live rows that do not belong to secondary editions; null if the segment has no secondary
   * editions.
   */
  private static @Nullable FixedBitSet visibleRows(LeafReader leaf) throws IOException {
    PostingsEnum secondary = leaf.postings(FieldNames.SECONDARY_EDITION, PostingsEnum.NONE);
    if (secondary == null) {
      return null;
    }
    FixedBitSet kept = new FixedBitSet(leaf.maxDoc());
    Bits live = leaf.getLiveDocs();
    for (int doc = 0; doc < leaf.maxDoc(); doc++) {
      if (live == null || live.get(doc)) {
        kept.set(doc);
      }
    }
    for (int doc = secondary.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = secondary.nextDoc()) {
      kept.clear(doc);
    }
    return kept;
  }

  @Override
  protected DirectoryReader doWrapDirectoryReader(DirectoryReader in) throws IOException {
    return new PrimaryEditionReader(in);
  }

  @Override
  public @Nullable CacheHelper getReaderCacheHelper() {
    return null;
  }

  /** View of a segment without some rows. */
  private static final class PrimaryLeaf extends FilterLeafReader {
    private final FixedBitSet visibleRows;
    private final int visibleRowCount;

    PrimaryLeaf(LeafReader in, FixedBitSet visibleDocs) {
      super(in);
      this.visibleRows = visibleDocs;
      this.visibleRowCount = visibleDocs.cardinality();
    }

    @Override
    public Bits getLiveDocs() {
      return visibleRows;
    }

    @Override
    public int numDocs() {
      return visibleRowCount;
    }

    /**
     * The core cache of the original segment, which stays valid because rows keep their numbers.
     */
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
