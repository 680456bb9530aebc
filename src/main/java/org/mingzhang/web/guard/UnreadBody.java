package org.mingzhang.web.guard;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads what is left of a request's body before the answer is written.
 *
 * <p>A connection that is closed with bytes unread is reset, and the reset may overtake the answer:
 * a client that is still sending would see a broken connection in place of the refusal (RFC 9112,
 * 9.6). Bodies longer than {@link BodyLimit} takes are not waited for, nor those that a client
 * sends only when it is asked to; their connection is closed.
 */
public final class UnreadBody implements Handler {
  /** For all addresses. */
  public UnreadBody() {}

  @Override
  public void handle(Context ctx) throws IOException {
    long announced = ctx.req().getContentLengthLong();
    boolean chunked = ctx.req().getHeader("Transfer-Encoding") != null;
    boolean waiting = ctx.req().getHeader("Expect") != null;
    if (waiting || announced > BodyLimit.LARGEST || (announced <= 0 && !chunked)) {
      return;
    }
    InputStream in = ctx.req().getInputStream();
    byte[] buffer = new byte[8192];
    int n = in.read(buffer);
    for (long all = 0; n >= 0 && all <= BodyLimit.LARGEST; n = in.read(buffer)) {
      all += n;
    }
  }
}
