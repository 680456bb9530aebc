package org.mingzhang.web.lookup;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Iterator;
import org.mingzhang.search.Hit;

/**
 * A list of hits in a temporary file, which is deleted when the list is closed or the program ends.
 * Hits are read on demand, and up to {@link #CACHED_HITS} of them are cached. Thread-safe.
 */
final class DiskHitList extends AbstractList<Hit> implements Closeable {
  /** Maximum number of hits in the cache. */
  static final int CACHED_HITS = 4096;

  private static final int WRITE_BUFFER_SIZE = 1 << 16;

  /** Writes the components of hits alone, not what their methods derive from them. */
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().disable(MapperFeature.AUTO_DETECT_IS_GETTERS).build();

  /** Deletes the file when it is closed; not used for reading. */
  private final FileChannel channel;

  /**
   * Reads the file. Not a channel, which an interrupt of one reading thread, such as by the
   * watchdog of requests, would close for all threads.
   */
  private final RandomAccessFile reader;

  /** For each hit, the offset in the file at which it ends. */
  private final long[] endOffsets;

  private final Cache<Integer, Hit> cache = Caffeine.newBuilder().maximumSize(CACHED_HITS).build();

  private DiskHitList(FileChannel channel, RandomAccessFile reader, long[] endOffsets) {
    this.channel = channel;
    this.reader = reader;
    this.endOffsets = endOffsets;
  }

  /** Writes hits to a temporary file, in the given order. */
  static DiskHitList spill(Iterator<Hit> hits) throws IOException {
    Path file = Files.createTempFile("mingzhang-documents", "");
    RandomAccessFile reader;
    try {
      reader = new RandomAccessFile(file.toFile(), "r");
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
      try {
        return new DiskHitList(channel, reader, writeAll(channel, hits));
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      reader.close();
      Files.deleteIfExists(file);
      throw e;
    }
  }

  @SuppressWarnings("resource") // the stream must not close the channel
  private static long[] writeAll(FileChannel channel, Iterator<Hit> hits) throws IOException {
    OutputStream out =
        new BufferedOutputStream(Channels.newOutputStream(channel), WRITE_BUFFER_SIZE);
    long[] ends = new long[16];
    int count = 0;
    long end = 0;
    while (hits.hasNext()) {
      byte[] bytes = MAPPER.writeValueAsBytes(hits.next());
      out.write(bytes);
      end += bytes.length;
      if (count == ends.length) {
        ends = Arrays.copyOf(ends, 2 * count);
      }
      ends[count++] = end;
    }
    out.flush();
    return Arrays.copyOf(ends, count);
  }

  @Override
  public Hit get(int index) {
    if (index < 0 || index >= endOffsets.length) {
      throw new IndexOutOfBoundsException(index);
    }
    return cache.get(index, this::read);
  }

  private Hit read(int index) {
    long from = index == 0 ? 0 : endOffsets[index - 1];
    byte[] bytes = new byte[Math.toIntExact(endOffsets[index] - from)];
    try {
      synchronized (reader) {
        reader.seek(from);
        reader.readFully(bytes);
      }
      return MAPPER.readValue(bytes, Hit.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Number of hits that are currently in memory. */
  long loadedCount() {
    cache.cleanUp();
    return cache.estimatedSize();
  }

  @Override
  public int size() {
    return endOffsets.length;
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      reader.close();
    }
  }
}
