package org.mingzhang.web.lookup;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.mingzhang.search.Hit;

/**
 * A list of hits in a temporary file, which is deleted when the list is closed or the program ends.
 * Blocks are read on demand, and the most recently used blocks are cached. Safe on many threads.
 */
final class DiskHitList extends AbstractList<Hit> implements Closeable {
  /** Number of hits in a block. */
  static final int BLOCK_SIZE = 64;

  /** Number of blocks in the cache. */
  static final int CACHED_BLOCKS = 64;

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TypeReference<List<Hit>> HITS = new TypeReference<>() {};

  private final FileChannel channel;
  private final long[] ends;
  private final int size;
  private final Cache<Integer, List<Hit>> blocks =
      Caffeine.newBuilder().maximumSize(CACHED_BLOCKS).build();

  private DiskHitList(FileChannel channel, long[] ends, int size) {
    this.channel = channel;
    this.ends = ends;
    this.size = size;
  }

  /** Writes hits to a temporary file, in the given order. */
  static DiskHitList spill(Iterator<Hit> hits) throws IOException {
    Path file = Files.createTempFile("mingzhang-documents", "");
    FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    try {
      return writeAll(channel, hits);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static DiskHitList writeAll(FileChannel channel, Iterator<Hit> hits) throws IOException {
    long[] ends = new long[16];
    int count = 0;
    int size = 0;
    long end = 0;
    while (hits.hasNext()) {
      List<Hit> block = new ArrayList<>(BLOCK_SIZE);
      while (block.size() < BLOCK_SIZE && hits.hasNext()) {
        block.add(hits.next());
      }
      ByteBuffer bytes = ByteBuffer.wrap(MAPPER.writeValueAsBytes(block));
      end += bytes.remaining();
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      if (count == ends.length) {
        ends = Arrays.copyOf(ends, 2 * count);
      }
      ends[count++] = end;
      size += block.size();
    }
    return new DiskHitList(channel, ends, size);
  }

  @Override
  public Hit get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    return blocks.get(index / BLOCK_SIZE, this::read).get(index % BLOCK_SIZE);
  }

  private List<Hit> read(int block) {
    long from = block == 0 ? 0 : ends[block - 1];
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(ends[block] - from));
    try {
      while (bytes.hasRemaining()) {
        if (channel.read(bytes, from + bytes.position()) < 0) {
          throw new IOException("the list of documents is truncated");
        }
      }
      return MAPPER.readValue(bytes.array(), HITS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Number of hits that are currently in memory. */
  long loadedCount() {
    blocks.cleanUp();
    return blocks.asMap().values().stream().mapToLong(List::size).sum();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
