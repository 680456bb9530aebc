package org.mingzhang.shard;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.util.NumericUtils;
import org.apache.lucene.util.OfflineSorter;
import org.jspecify.annotations.Nullable;
import org.mingzhang.search.Cursor;
import org.mingzhang.search.RankedRow;

/**
 * All rows of a list in their order, in a temporary file that nobody else sees and that ends with
 * the process at the latest: {@value #BYTES} bytes a row on the disk and some megabytes of memory
 * while they are sorted, however many there are. Safe on many threads.
 */
final class SortedRows implements Closeable {
  /** Key, year and order, the best first, and the number of the row. */
  private static final int FIELDS = Double.BYTES + Integer.BYTES + Long.BYTES + Integer.BYTES;

  /** With the length that the sorter writes before each row. */
  private static final int BYTES = Short.BYTES + FIELDS;

  private static final int SORTED_IN_MEGABYTES = 8;

  private final @Nullable IndexInput in;
  private final int size;

  private SortedRows(@Nullable IndexInput in, int size) {
    this.in = in;
    this.size = size;
  }

  /** A part of the list; fewer rows than were asked for are the last. */
  synchronized List<RankedRow> part(int from, int most) throws IOException {
    List<RankedRow> rows = new ArrayList<>();
    byte[] row = new byte[FIELDS];
    for (int i = from; in != null && i < Math.min(size, (long) from + most); i++) {
      in.seek((long) i * BYTES + Short.BYTES);
      in.readBytes(row, 0, FIELDS);
      rows.add(
          new RankedRow(
              NumericUtils.sortableBytesToInt(row, 20),
              NumericUtils.sortableLongToDouble(~NumericUtils.sortableBytesToLong(row, 0)),
              ~NumericUtils.sortableBytesToInt(row, 8),
              NumericUtils.sortableBytesToLong(row, 12),
              0));
    }
    return rows;
  }

  @Override
  public synchronized void close() throws IOException {
    if (in != null) {
      in.close();
    }
  }

  /** Gathers the rows behind one while a search goes over all; used by one thread. */
  static final class Gathering implements RowList, Closeable {
    private final Cursor after;
    private final Path folder;
    private final Directory directory;
    private final OfflineSorter.ByteSequencesWriter out;
    private final String name;
    private final byte[] bytes = new byte[FIELDS];
    private int size;

    Gathering(Cursor after) throws IOException {
      this.after = after;
      folder = Files.createTempDirectory("mingzhang-rows");
      directory = new NIOFSDirectory(folder, NoLockFactory.INSTANCE);
      var file = directory.createTempOutput("rows", "list", IOContext.DEFAULT);
      name = file.getName();
      out = new FootedWriter(file);
    }

    /** A writer whose file ends as the sorter wants it. */
    private static final class FootedWriter extends OfflineSorter.ByteSequencesWriter {
      private boolean closed;

      FootedWriter(org.apache.lucene.store.IndexOutput out) {
        super(out);
      }

      @Override
      public void close() throws IOException {
        if (!closed) {
          closed = true;
          CodecUtil.writeFooter(out);
          super.close();
        }
      }
    }

    @Override
    public boolean wants(double key, int year) {
      return key <= after.key();
    }

    @Override
    public void offer(RankedRow row) {
      if (!after.isBefore(row)) {
        return;
      }
      long key = NumericUtils.doubleToSortableLong(row.key());
      NumericUtils.longToSortableBytes(~key, bytes, 0);
      NumericUtils.intToSortableBytes(~row.year(), bytes, 8);
      NumericUtils.longToSortableBytes(row.order(), bytes, 12);
      NumericUtils.intToSortableBytes(row.doc(), bytes, 20);
      try {
        out.write(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      size++;
    }

    @Override
    public List<RankedRow> page() {
      return List.of();
    }

    @Override
    public @Nullable RankedRow last() {
      return null;
    }

    /** The rows that were offered, once. */
    SortedRows sorted() throws IOException {
      out.close();
      if (size == 0) {
        return new SortedRows(null, 0);
      }
      OfflineSorter sorter =
          new OfflineSorter(
              directory,
              "sorted",
              OfflineSorter.DEFAULT_COMPARATOR,
              OfflineSorter.BufferSize.megabytes(SORTED_IN_MEGABYTES),
              OfflineSorter.MAX_TEMPFILES,
              FIELDS,
              null,
              0);
      // the files' names are taken away at once: an open file stays until it is closed
      return new SortedRows(directory.openInput(sorter.sort(name), IOContext.READONCE), size);
    }

    @Override
    public void close() throws IOException {
      out.close();
      for (String file : directory.listAll()) {
        directory.deleteFile(file);
      }
      directory.close();
      Files.deleteIfExists(folder);
    }
  }
}
