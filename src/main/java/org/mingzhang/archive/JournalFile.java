package org.mingzhang.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A file of numbered lines to which is only ever added. Each line begins with the CRC-32C of the
 * rest, so that a damaged line is known and costs only itself. What {@link #append} returned from
 * is on the disk. Used by one thread at a time.
 */
final class JournalFile {
  private static final int CHECKSUM = 8;

  /** Bytes in which a whole line is sure to end. */
  private static final long END = 1 << 18;

  private final Path file;

  JournalFile(Path file) {
    this.file = file;
  }

  /**
   * One line.
   *
   * @param number grows from line to line; lines written together may share it
   * @param text the line's content, without line breaks
   */
  record Line(long number, String text) {
    private String printed() {
      String rest = number + " " + text;
      return checksum(rest.getBytes(StandardCharsets.UTF_8)) + " " + rest + "\n";
    }
  }

  boolean exists() {
    return Files.exists(file);
  }

  long bytes() throws IOException {
    return exists() ? Files.size(file) : 0;
  }

  /**
   * Hands over every whole line in order; an end that was not written to its line break is left
   * out.
   *
   * @return how many lines are damaged
   */
  int read(Consumer<Line> sink) throws IOException {
    int damaged = 0;
    if (!exists()) {
      return damaged;
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (b != '\n') {
          bytes.write(b);
          continue;
        }
        Line line = parsed(bytes.toByteArray());
        bytes.reset();
        if (line == null) {
          damaged++;
        } else {
          sink.accept(line);
        }
      }
    }
    return damaged;
  }

  /** The number of the last whole line; 0 if there is none. Reads no more than the end. */
  long lastNumber() throws IOException {
    if (!exists()) {
      return 0;
    }
    byte[] end;
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(channel.size(), END));
      channel.position(channel.size() - buffer.capacity());
      int read = 0;
      while (buffer.hasRemaining() && read >= 0) {
        read = channel.read(buffer);
      }
      end = buffer.array();
    }
    long last = 0;
    for (int from = 0, to = 0; to < end.length; to++) {
      if (end[to] == '\n') {
        Line line = parsed(Arrays.copyOfRange(end, from, to));
        last = line == null ? last : line.number();
        from = to + 1;
      }
    }
    return last;
  }

  private static @Nullable Line parsed(byte[] bytes) {
    if (bytes.length < CHECKSUM + 2) {
      return null;
    }
    byte[] rest = Arrays.copyOfRange(bytes, CHECKSUM + 1, bytes.length);
    String stated = new String(bytes, 0, CHECKSUM, StandardCharsets.ISO_8859_1);
    String text = new String(rest, StandardCharsets.UTF_8);
    int space = text.indexOf(' ');
    if (!stated.equals(checksum(rest)) || bytes[CHECKSUM] != ' ' || space < 1) {
      return null;
    }
    return new Line(Long.parseLong(text.substring(0, space)), text.substring(space + 1));
  }

  private static String checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  /** Adds lines and forces them to the disk. */
  void append(List<Line> lines) throws IOException {
    StringBuilder printed = new StringBuilder();
    lines.forEach(line -> printed.append(line.printed()));
    byte[] bytes = printed.toString().getBytes(StandardCharsets.UTF_8);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      long end = channel.size();
      try {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        channel.position(end);
        while (left.hasRemaining()) {
          int unused = channel.write(left);
        }
        channel.force(true);
      } catch (IOException e) {
        channel.truncate(end);
        throw e;
      }
    }
  }

  /** Takes away an end that was not written to its line break. */
  void dropUnfinishedLine() throws IOException {
    if (!exists()) {
      return;
    }
    try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
      long end = content.length();
      while (end > 0) {
        content.seek(end - 1);
        if (content.read() == '\n') {
          break;
        }
        end--;
      }
      if (end < content.length()) {
        content.setLength(end);
      }
    }
  }

  /** Writes the whole file anew; it is the old one or the new one at any moment. */
  void replace(Iterable<Line> lines) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            beside,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      for (Line line : lines) {
        ByteBuffer bytes = ByteBuffer.wrap(line.printed().getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          int unused = channel.write(bytes);
        }
      }
      channel.force(true);
    } catch (IOException e) {
      Files.deleteIfExists(beside);
      throw e;
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
