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
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * An append-only file of numbered lines. Each line starts with the CRC-32C of the rest, so that a
 * damaged line is detected and does not affect others. Lines are on disk when {@link #append}
 * returns. Used by one thread at a time.
 */
final class JournalFile {
  private static final int CHECKSUM_LENGTH = 8;
  private static final Pattern LINE_NUMBER = Pattern.compile("[0-9]{1,18}");

  /** Number of bytes at the end of the file that are searched for the last complete line. */
  private static final long TAIL_BYTES = 1 << 18;

  private final Path file;

  JournalFile(Path file) {
    this.file = file;
  }

  /**
   * A numbered line of the journal.
   *
   * @param number ascending; lines written together may share it
   * @param text the line's content, without line breaks
   */
  record JournalLine(long number, String text) {
    private String format() {
      String rest = number + " " + text;
      return checksum(rest.getBytes(StandardCharsets.UTF_8)) + " " + rest + "\n";
    }
  }

  boolean exists() {
    return Files.exists(file);
  }

  long size() throws IOException {
    return exists() ? Files.size(file) : 0;
  }

  /**
   * Passes every complete line to a consumer in order; an incomplete last line is ignored.
   *
   * @return number of damaged lines
   */
  int read(Consumer<JournalLine> sink) throws IOException {
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
        JournalLine journalLine = parse(bytes.toByteArray());
        bytes.reset();
        if (journalLine == null) {
          damaged++;
        } else {
          sink.accept(journalLine);
        }
      }
    }
    return damaged;
  }

  /**
   * The number of the last undamaged line within {@link #TAIL_BYTES} of the end of the file; 0 if
   * there is none.
   */
  long lastNumber() throws IOException {
    if (!exists()) {
      return 0;
    }
    byte[] end;
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(channel.size(), TAIL_BYTES));
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
        JournalLine journalLine = parse(Arrays.copyOfRange(end, from, to));
        last = journalLine == null ? last : journalLine.number();
        from = to + 1;
      }
    }
    return last;
  }

  private static @Nullable JournalLine parse(byte[] bytes) {
    if (bytes.length < CHECKSUM_LENGTH + 2) {
      return null;
    }
    byte[] rest = Arrays.copyOfRange(bytes, CHECKSUM_LENGTH + 1, bytes.length);
    String stated = new String(bytes, 0, CHECKSUM_LENGTH, StandardCharsets.ISO_8859_1);
    String text = new String(rest, StandardCharsets.UTF_8);
    int space = text.indexOf(' ');
    if (!stated.equals(checksum(rest)) || bytes[CHECKSUM_LENGTH] != ' ' || space < 1) {
      return null;
    }
    String number = text.substring(0, space);
    return LINE_NUMBER.matcher(number).matches()
        ? new JournalLine(Long.parseLong(number), text.substring(space + 1))
        : null;
  }

  private static String checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  /**
   * Appends lines and forces them to disk; if that fails, the file is truncated to its former size.
   */
  void append(List<JournalLine> journalLines) throws IOException {
    StringBuilder printed = new StringBuilder();
    journalLines.forEach(journalLine -> printed.append(journalLine.format()));
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

  /** Truncates an incomplete last line. */
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

  /** Replaces the whole file atomically. */
  void replace(Iterable<JournalLine> journalLines) throws IOException {
    Path temporaryFile = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            temporaryFile,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      for (JournalLine journalLine : journalLines) {
        ByteBuffer bytes = ByteBuffer.wrap(journalLine.format().getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          int unused = channel.write(bytes);
        }
      }
      channel.force(true);
    } catch (IOException e) {
      Files.deleteIfExists(temporaryFile);
      throw e;
    }
    Files.move(temporaryFile, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
