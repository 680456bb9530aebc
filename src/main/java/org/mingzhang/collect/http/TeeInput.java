package org.mingzhang.collect.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * What a server sends, copied byte for byte to a file as it is read, with bounds on its size and on
 * the time that all of it may take.
 */
final class TeeInput extends InputStream {
  private static final int BUFFER = 16 * 1024;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream copy;
  private final long most;
  private final long deadline;
  private final int silence;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int filled;
  private long read;

  /**
   * An input over a connection.
   *
   * @param most bytes in all
   * @param time for all of it
   * @param silence longest time without a byte
   */
  TeeInput(Socket socket, OutputStream copy, long most, Duration time, Duration silence)
      throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.copy = copy;
    this.most = most;
    this.deadline = System.nanoTime() + time.toNanos();
    this.silence = (int) silence.toMillis();
  }

  private boolean fill() throws IOException {
    long left = (deadline - System.nanoTime()) / 1_000_000;
    if (left <= 0) {
      throw slow();
    }
    socket.setSoTimeout((int) Math.min(left, silence));
    int n;
    try {
      n = in.read(buffer);
    } catch (SocketTimeoutException e) {
      throw slow();
    }
    at = 0;
    filled = Math.max(n, 0);
    return n > 0;
  }

  private static FetchException slow() {
    return new FetchException(FetchException.Reason.SLOW, "the answer takes too long");
  }

  /** Copies what was consumed, so that the copy has nothing beyond the end of the answer. */
  private void consumed(int from, int length) throws IOException {
    read += length;
    if (read > most) {
      throw new FetchException(
          FetchException.Reason.TOO_LARGE, "the answer is larger than " + most + " bytes");
    }
    copy.write(buffer, from, length);
  }

  @Override
  public int read() throws IOException {
    if (at == filled && !fill()) {
      return -1;
    }
    consumed(at, 1);
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
    consumed(at, n);
    System.arraycopy(buffer, at, target, offset, n);
    at += n;
    return n;
  }
}
