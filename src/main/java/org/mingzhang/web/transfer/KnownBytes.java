package org.mingzhang.web.transfer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes of a known number that can be read from any position. Does not change while it is read. */
public interface KnownBytes {
  /** How many there are. */
  long length() throws IOException;

  /**
   * The bytes from a position on.
   *
   * @param position from 0 to the length
   */
  InputStream from(long position) throws IOException;

  /** The bytes of a file. */
  static KnownBytes of(Path file) {
    return new KnownBytes() {
      @Override
      public long length() throws IOException {
        return Files.size(file);
      }

      @Override
      public InputStream from(long position) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(file);
        try {
          return Channels.newInputStream(channel.position(position));
        } catch (IOException e) {
          channel.close();
          throw e;
        }
      }
    };
  }

  /** The bytes of an array, which must not be changed. */
  static KnownBytes of(byte[] bytes) {
    return new KnownBytes() {
      @Override
      public long length() {
        return bytes.length;
      }

      @Override
      public InputStream from(long position) {
        int at = Math.toIntExact(position);
        return new ByteArrayInputStream(bytes, at, bytes.length - at);
      }
    };
  }
}
