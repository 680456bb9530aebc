package org.mingzhang.web.guard;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.mingzhang.web.security.SecurityHeaderHandler;

/**
 * Error responses to requests that the server refuses before they reach a handler of the portal,
 * such as malformed ones: a problem document (RFC 9457) that contains only the status, with the
 * security headers.
 */
final class ContainerErrorHandler extends ErrorHandler {
  private final SecurityHeaderHandler securityHeaders;

  ContainerErrorHandler(SecurityHeaderHandler securityHeaders) {
    this.securityHeaders = securityHeaders;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    securityHeaders.headersFor("").forEach((name, value) -> response.getHeaders().put(name, value));
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
    String body =
        "{\"type\":\"about:blank\",\"title\":\""
            + HttpStatus.getMessage(status)
            + "\",\"status\":"
            + status
            + "}\n";
    ByteBuffer bytes = ByteBuffer.wrap(body.getBytes(StandardCharsets.US_ASCII));
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.remaining());
    response.write(true, bytes, callback);
    return true;
  }
}
