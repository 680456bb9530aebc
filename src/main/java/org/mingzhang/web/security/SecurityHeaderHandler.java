package org.mingzhang.web.security;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sets the security headers of every response. Scripts and styles must come from the portal's own
 * files; inline scripts and styles are forbidden. Only {@code /embed/} may be framed by other
 * sites.
 */
public final class SecurityHeaderHandler implements Handler {
  private static final String OWN_FILES_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src"
          + " 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action"
          + " 'self'; object-src 'none'; base-uri 'none'; frame-ancestors ";

  /** The content security policy for untrusted files: they may not run or load anything. */
  public static final String SANDBOX_POLICY =
      "sandbox; default-src 'none'; object-src 'none'; frame-ancestors 'none'; base-uri 'none';"
          + " form-action 'none'";

  /** HTTP Strict Transport Security for a year, including subdomains (RFC 6797). */
  private static final String TRANSPORT_SECURITY = "max-age=31536000; includeSubDomains";

  private final boolean usesTls;

  /**
   * Creates a handler.
   *
   * @param usesTls whether the portal is reached over https; if so, HSTS is sent
   */
  public SecurityHeaderHandler(boolean usesTls) {
    this.usesTls = usesTls;
  }

  @Override
  public void handle(Context ctx) {
    headersFor(ctx.path()).forEach(ctx::header);
  }

  /** The headers of the response for a path. */
  public Map<String, String> headersFor(String path) {
    boolean framed = path.startsWith("/embed/");
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Security-Policy", OWN_FILES_POLICY + (framed ? "*" : "'none'"));
    if (!framed) {
      headers.put("X-Frame-Options", "DENY");
      headers.put("Cross-Origin-Opener-Policy", "same-origin");
    }
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
    headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
    if (usesTls) {
      headers.put("Strict-Transport-Security", TRANSPORT_SECURITY);
    }
    return headers;
  }
}
