package org.mingzhang.web.guard;

import java.util.Set;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses request bodies above a limit with 413, before or while they are read. Uploads of
 * administrators are exempt, since they have a limit of their own.
 */
final class BodySizeLimiter extends SizeLimitHandler {
  /**
   * Maximum size of a body, in bytes. The limit is enough for a list of queries in a form,
   * percent-encoded.
   */
  static final long MAX_BYTES = 5_000_000;

  private static final Set<String> UPLOAD_PATHS =
      Set.of("/admin/upload", "/api/v1/admin/documents");

  BodySizeLimiter() {
    super(MAX_BYTES, -1);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    boolean file = UPLOAD_PATHS.contains(Request.getPathInContext(request).replaceFirst("/+$", ""));
    return file
        ? getHandler().handle(request, response, callback)
        : super.handle(request, response, callback);
  }
}
