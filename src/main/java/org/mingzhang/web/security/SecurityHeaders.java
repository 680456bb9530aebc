package org.mingzhang.web.security;

import io.javalin.http.Context;
import io.javalin.http.Handler;

/**
 * Headers of every answer. Scripts and styles come from our own files only; nothing inline runs.
 * Only what is made for it may stand in a frame of another site.
 */
public final class SecurityHeaders implements Handler {
  private static final String OWN_ONLY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src"
          + " 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action"
          + " 'self'; base-uri 'none'; frame-ancestors ";

  /** The policy for files that others made: nothing in them may run or load. */
  public static final String SANDBOX =
      "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  @Override
  public void handle(Context ctx) {
    boolean framed = ctx.path().startsWith("/embed/");
    ctx.header("Content-Security-Policy", OWN_ONLY + (framed ? "*" : "'none'"));
    if (!framed) {
      ctx.header("X-Frame-Options", "DENY");
      ctx.header("Cross-Origin-Opener-Policy", "same-origin");
    }
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Referrer-Policy", "strict-origin-when-cross-origin");
    ctx.header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
  }
}
