package org.mingzhang.web.transfer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes of known length, readable from any position. They do not change while they are read. */
public interface ByteSource {
  /** Number of bytes. */
  long length() throws IOException;

  /**
   * Opens the bytes, starting at a position. The caller closes the stream.
   *
   * @param position 0 to {@link #length}
   */
  InputStream openAt(long position) throws IOException;

  /** The bytes of a file. */
  static ByteSource of(Path file) {
    return new ByteSource() {
      @Override
      public long length() throws IOException {
        return Files.size(file);
      }

      @Override
      public InputStream openAt(long position) throws IOException {
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

  /** The bytes of an array, which must not be modified. */
  static ByteSource of(byte[] bytes) {
    return new ByteSource() {
      @Override
      public long length() {
        return bytes.length;
      }

      @Override
      public InputStream openAt(long position) {
        int at = Math.toIntExact(position);
        return new ByteArrayInputStream(bytes, at, bytes.length - at);
      }
    };
  }
}
