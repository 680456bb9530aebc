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
import org.mingzhang.search.RankedRow;
import org.mingzhang.search.SearchCursor;

/**
 * A sorted list of rows in a temporary file. Its directory entry is deleted as soon as the rows are
 * sorted, and its space is freed when the list is closed. The list takes {@value #RECORD_BYTES}
 * bytes per row on disk and a fixed sort buffer in memory. Thread safe.
 */
final class SortedRows implements Closeable {
  /**
   * Bytes per row: key, year and order, encoded so that their bytes sort best row first, and the
   * document number.
   */
  private static final int ROW_BYTES = Double.BYTES + Integer.BYTES + Long.BYTES + Integer.BYTES;

  /** Bytes per record, including the length that the sorter writes before each record. */
  private static final int RECORD_BYTES = Short.BYTES + ROW_BYTES;

  private static final int SORT_BUFFER_MEGABYTES = 8;

  private final @Nullable IndexInput in;
  private final int size;

  private SortedRows(@Nullable IndexInput in, int size) {
    this.in = in;
    this.size = size;
  }

  /** A slice of the list; fewer rows than requested indicate its end. */
  synchronized List<RankedRow> slice(int from, int limit) throws IOException {
    List<RankedRow> rows = new ArrayList<>();
    byte[] row = new byte[ROW_BYTES];
    for (int i = from; in != null && i < Math.min(size, (long) from + limit); i++) {
      in.seek((long) i * RECORD_BYTES + Short.BYTES);
      in.readBytes(row, 0, ROW_BYTES);
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

  /** Collects the rows after a cursor during a search and sorts them on disk. Not thread safe. */
  static final class Writer implements RowQueue, Closeable {
    private final SearchCursor afterCursor;
    private final Path folder;
    private final Directory directory;
    private final OfflineSorter.ByteSequencesWriter out;
    private final String fileName;
    private final byte[] bytes = new byte[ROW_BYTES];
    private int size;

    Writer(SearchCursor afterCursor) throws IOException {
      this.afterCursor = afterCursor;
      folder = Files.createTempDirectory("mingzhang-rows");
      directory = new NIOFSDirectory(folder, NoLockFactory.INSTANCE);
      var file = directory.createTempOutput("rows", "list", IOContext.DEFAULT);
      fileName = file.getName();
      out = new FootedWriter(file);
    }

    /** Writes the footer that the sorter expects. */
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
    public boolean isCompetitive(double key, int year) {
      return key <= afterCursor.key();
    }

    @Override
    public void add(RankedRow row) {
      if (!afterCursor.isBefore(row)) {
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
    public List<RankedRow> rows() {
      return List.of();
    }

    @Override
    public @Nullable RankedRow lastRow() {
      return null;
    }

    /** Sorts the rows; may be called once. */
    SortedRows finish() throws IOException {
      out.close();
      if (size == 0) {
        return new SortedRows(null, 0);
      }
      OfflineSorter sorter =
          new OfflineSorter(
              directory,
              "sorted",
              OfflineSorter.DEFAULT_COMPARATOR,
              OfflineSorter.BufferSize.megabytes(SORT_BUFFER_MEGABYTES),
              OfflineSorter.MAX_TEMPFILES,
              ROW_BYTES,
              null,
              0);
      // the directory entries are deleted on close; the open file stays readable
      return new SortedRows(directory.openInput(sorter.sort(fileName), IOContext.READONCE), size);
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
