package org.mingzhang.shard;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Terms;

/** A reader that counts accesses to the index. */
final class CountingReader extends FilterDirectoryReader {
  /** The counts. */
  static final class Counts {
    /** Rows whose stored fields were fetched. */
    final AtomicInteger stored = new AtomicInteger();

    /** Fields of segments whose terms were looked up. */
    final AtomicInteger terms = new AtomicInteger();

    void forget() {
      stored.set(0);
      terms.set(0);
    }
  }

  private final Counts counts;

  CountingReader(DirectoryReader in, Counts counts) throws IOException {
    super(in, new Leaves(counts));
    this.counts = counts;
  }

  private static final class Leaves extends SubReaderWrapper {
    private final Counts counts;

    private Leaves(Counts counts) {
      this.counts = counts;
    }

    @Override
    public LeafReader wrap(LeafReader leaf) {
      return new Leaf(leaf, counts);
    }
  }

  private static final class Leaf extends FilterLeafReader {
    private final Counts counts;

    private Leaf(LeafReader in, Counts counts) {
      super(in);
      this.counts = counts;
    }

    @Override
    public Terms terms(String field) throws IOException {
      counts.terms.incrementAndGet();
      return super.terms(field);
    }

    @Override
    public StoredFields storedFields() throws IOException {
      StoredFields fields = super.storedFields();
      return new StoredFields() {
        @Override
        public void document(int doc, StoredFieldVisitor visitor) throws IOException {
          counts.stored.incrementAndGet();
          fields.document(doc, visitor);
        }
      };
    }

    @Override
    public CacheHelper getCoreCacheHelper() {
      return in.getCoreCacheHelper();
    }

    @Override
    public CacheHelper getReaderCacheHelper() {
      return in.getReaderCacheHelper();
    }
  }

  @Override
  protected DirectoryReader doWrapDirectoryReader(DirectoryReader in) throws IOException {
    return new CountingReader(in, counts);
  }

  @Override
  public CacheHelper getReaderCacheHelper() {
    return in.getReaderCacheHelper();
  }
}
