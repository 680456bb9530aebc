package org.mingzhang.collect.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Reads from a socket and copies every consumed byte to a file, with limits of size and time. */
final class TeeInput extends InputStream {
  private static final int BUFFER = 16 * 1024;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream copy;
  private final long maxBytes;
  private final long deadline;
  private final int silence;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int filled;
  private long read;

  /**
   * Creates an input from a connection.
   *
   * @param copy receives the consumed bytes
   * @param maxBytes maximum number of bytes
   * @param time maximum time for all bytes
   * @param silence maximum time without a byte
   */
  TeeInput(Socket socket, OutputStream copy, long maxBytes, Duration time, Duration silence)
      throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.copy = copy;
    this.maxBytes = maxBytes;
    this.deadline = System.nanoTime() + time.toNanos();
    this.silence = (int) silence.toMillis();
  }

  private boolean fill() throws IOException {
    long left = (deadline - System.nanoTime()) / 1_000_000;
    if (left <= 0) {
      throw createSlowException();
    }
    socket.setSoTimeout((int) Math.min(left, silence));
    int n;
    try {
      n = in.read(buffer);
    } catch (SocketTimeoutException e) {
      throw createSlowException();
    }
    at = 0;
    filled = Math.max(n, 0);
    return n > 0;
  }

  private static FetchException createSlowException() {
    return new FetchException(FetchException.Reason.SLOW, "the answer takes too long");
  }

  /**
   * Copies consumed bytes only, so that the copy ends with the response and not with the buffer.
   */
  private void copyConsumed(int from, int length) throws IOException {
    read += length;
    if (read > maxBytes) {
      throw new FetchException(
          FetchException.Reason.TOO_LARGE, "the answer is larger than " + maxBytes + " bytes");
    }
    copy.write(buffer, from, length);
  }

  @Override
  public int read() throws IOException {
    if (at == filled && !fill()) {
      return -1;
    }
    copyConsumed(at, 1);
    return buffer[at++] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (at == filled && !fill()) {
      return -1;
    }
    int n = Math.min(length, filled - at);
    copyConsumed(at, n);
    System.arraycopy(buffer, at, target, offset, n);
    at += n;
    return n;
  }
}
