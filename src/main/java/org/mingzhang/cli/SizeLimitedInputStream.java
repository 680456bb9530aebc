package org.mingzhang.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * Input stream of untrusted content that throws {@link TooLargeException} when more than a limit is
 * read. Skipped bytes are not counted.
 */
final class SizeLimitedInputStream extends FilterInputStream {
  private final PushbackInputStream content;
  private final long limit;
  private long readBytes;

  /**
   * Creates a stream with a limit.
   *
   * @param max limit in bytes
   */
  SizeLimitedInputStream(InputStream content, long max) {
    this(new PushbackInputStream(content), max);
  }

  private SizeLimitedInputStream(PushbackInputStream content, long max) {
    super(content);
    this.content = content;
    this.limit = max;
  }

  /** Whether the stream is at its end; reads ahead, but consumes nothing. */
  boolean isEmpty() throws IOException {
    int first = content.read();
    if (first >= 0) {
      content.unread(first);
    }
    return first < 0;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    enforceLimit(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    enforceLimit(Math.max(0, n));
    return n;
  }

  private void enforceLimit(int addedBytes) throws TooLargeException {
    readBytes += addedBytes;
    if (readBytes > limit) {
      throw new TooLargeException("more than " + (limit >> 20) + " MiB");
    }
  }

  /** Thrown if the limit is exceeded. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(String message) {
      super(message);
    }
  }
}
