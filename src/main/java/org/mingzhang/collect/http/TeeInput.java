package org.mingzhang.collect.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Reads from a socket and copies every consumed byte to a file, with limits of size and time. */
final class TeeInput extends InputStream {
  private static final int BUFFER_SIZE = 16 * 1024;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream copyStream;
  private final long maxBytes;
  private final Duration timeLimit;
  private final long deadlineNanos;
  private final int maxSilenceMillis;
  private final byte[] buffer = new byte[BUFFER_SIZE];
  private int position;
  private int bufferEnd;
  private long consumedBytes;

  /**
   * Creates an input from a connection.
   *
   * @param copyStream receives the consumed bytes
   * @param maxBytes maximum number of bytes
   * @param timeLimit maximum time for all bytes
   * @param maxSilence maximum time without a byte
   */
  TeeInput(
      Socket socket,
      OutputStream copyStream,
      long maxBytes,
      Duration timeLimit,
      Duration maxSilence)
      throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.copyStream = copyStream;
    this.maxBytes = maxBytes;
    this.timeLimit = timeLimit;
    this.deadlineNanos = System.nanoTime() + timeLimit.toNanos();
    this.maxSilenceMillis = (int) maxSilence.toMillis();
  }

  private boolean fill() throws IOException {
    long left = (deadlineNanos - System.nanoTime()) / 1_000_000;
    if (left <= 0) {
      throw createTooLongException();
    }
    socket.setSoTimeout((int) Math.min(left, maxSilenceMillis));
    int n;
    try {
      n = in.read(buffer);
    } catch (SocketTimeoutException e) {
      throw left < maxSilenceMillis ? createTooLongException() : createSlowException();
    }
    position = 0;
    bufferEnd = Math.max(n, 0);
    return n > 0;
  }

  private FetchException createSlowException() {
    return new FetchException(
        FetchException.Reason.SLOW, "nothing came for " + maxSilenceMillis / 1000 + " s");
  }

  private FetchException createTooLongException() {
    return new FetchException(
        FetchException.Reason.TOO_LONG,
        "the answer has not ended after " + timeLimit.toSeconds() + " s");
  }

  /**
   * Copies consumed bytes only, so that the copy ends with the response and not with the buffer.
   *
   * @throws FetchException if more than {@link #maxBytes} bytes were consumed
   */
  private void copyConsumed(int from, int length) throws IOException {
    consumedBytes += length;
    if (consumedBytes > maxBytes) {
      throw new FetchException(
          FetchException.Reason.TOO_LARGE, "the answer is larger than " + maxBytes + " bytes");
    }
    copyStream.write(buffer, from, length);
  }

  /** Number of bytes that were read so far. */
  long consumedBytes() {
    return consumedBytes;
  }

  @Override
  public int read() throws IOException {
    if (position == bufferEnd && !fill()) {
      return -1;
    }
    copyConsumed(position, 1);
    return buffer[position++] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (position == bufferEnd && !fill()) {
      return -1;
    }
    int n = Math.min(length, bufferEnd - position);
    copyConsumed(position, n);
    System.arraycopy(buffer, position, target, offset, n);
    position += n;
    return n;
  }
}
