package org.mingzhang.collect.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * The body of a response without its framing. The body ends as Content-Length or its last chunk
 * says, otherwise with the connection.
 */
abstract class BodyInput extends InputStream {
  private static final int MAX_LINE_LENGTH = 4_096;
  private static final int MAX_TRAILERS = 50;

  /** The body that a response head announces. */
  static InputStream decode(ResponseHead head, InputStream in) throws FetchException {
    if (head.isBodiless()) {
      return InputStream.nullInputStream();
    }
    if (head.isChunked()) {
      return new ChunkedInput(in);
    }
    return head.contentLength().isPresent()
        ? new FixedLengthInput(in, head.contentLength().getAsLong())
        : in;
  }

  /** An exception for an incomplete or malformed body. */
  static FetchException createBrokenException(String detail) {
    return new FetchException(FetchException.Reason.BROKEN, "the answer " + detail);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public abstract int read(byte[] target, int offset, int length) throws IOException;

  /** A body of the length that Content-Length states. */
  private static final class FixedLengthInput extends BodyInput {
    private final InputStream in;
    private long remainingBytes;

    FixedLengthInput(InputStream in, long length) {
      this.in = in;
      this.remainingBytes = length;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (remainingBytes == 0) {
        return -1;
      }
      int n = in.read(target, offset, (int) Math.min(length, remainingBytes));
      if (n < 0) {
        throw createBrokenException("ends " + remainingBytes + " bytes before its end");
      }
      remainingBytes -= n;
      return n;
    }
  }

  /** A body in chunked transfer coding. */
  private static final class ChunkedInput extends BodyInput {
    private final InputStream in;
    private long remainingInChunk;
    private boolean atFirstChunk = true;
    private boolean ended;

    ChunkedInput(InputStream in) {
      this.in = in;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (remainingInChunk == 0 && !ended) {
        readChunkSize();
      }
      if (ended) {
        return -1;
      }
      int n = in.read(target, offset, (int) Math.min(length, remainingInChunk));
      if (n < 0) {
        throw createBrokenException("ends in a chunk");
      }
      remainingInChunk -= n;
      return n;
    }

    private void readChunkSize() throws IOException {
      if (!atFirstChunk && !readLine().isEmpty()) {
        throw createBrokenException("has a chunk that is longer than it says");
      }
      atFirstChunk = false;
      String size = readLine().replaceFirst(";.*$", "").strip();
      if (!size.matches("[0-9A-Fa-f]{1,12}")) {
        throw createBrokenException("has a chunk without a length");
      }
      remainingInChunk = Long.parseLong(size, 16);
      if (remainingInChunk == 0) {
        ended = true;
        for (int i = 0; !readLine().isEmpty(); i++) {
          if (i == MAX_TRAILERS) {
            throw createBrokenException("has endless trailers");
          }
        }
      }
    }

    private String readLine() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          throw createBrokenException("ends before its last chunk");
        }
        if (line.length() == MAX_LINE_LENGTH) {
          throw createBrokenException("has an endless line between chunks");
        }
        line.append((char) c);
      }
      return line.toString().replaceFirst("\r$", "");
    }
  }
}
