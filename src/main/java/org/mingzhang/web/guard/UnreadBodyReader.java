package org.mingzhang.web.guard;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the rest of a request's body before the response is written.
 *
 * <p>A connection that is closed with unread bytes is reset, and a client that is still sending may
 * see the reset instead of the response (RFC 9112, 9.6). Bodies larger than {@link BodySizeLimiter}
 * allows are not read, nor are bodies that the client sends only after {@code 100 Continue}. In
 * both cases the connection is closed.
 */
public final class UnreadBodyReader implements Handler {
  /** Creates a handler for all paths. */
  public UnreadBodyReader() {}

  @Override
  public void handle(Context ctx) throws IOException {
    long announced = ctx.req().getContentLengthLong();
    boolean chunked = ctx.req().getHeader("Transfer-Encoding") != null;
    boolean waiting = ctx.req().getHeader("Expect") != null;
    if (waiting || announced > BodySizeLimiter.MAX_BYTES || (announced <= 0 && !chunked)) {
      return;
    }
    InputStream in = ctx.req().getInputStream();
    byte[] buffer = new byte[8192];
    int n = in.read(buffer);
    for (long all = 0; n >= 0 && all <= BodySizeLimiter.MAX_BYTES; n = in.read(buffer)) {
      all += n;
    }
  }
}
