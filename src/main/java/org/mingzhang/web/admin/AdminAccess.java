package org.mingzhang.web.admin;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.guard.ClientLimiter;

/**
 * Decides who may administer. Programs send {@code Authorization: Bearer TOKEN}; people are asked
 * by their browser for a password (Basic), which is the token. A browser sends that password with
 * every request, also with one that another site made it send: what people ask for must therefore
 * carry {@link #formKey}, which no other site knows, and come from our own pages. Guessing is
 * slowed down for each client, those on this machine included; who knows how the token begins is
 * counted apart, so that guessers behind the same proxy keep nobody out. Safe on many threads.
 */
final class AdminAccess {
  private static final String BEARER = "Bearer ";
  private static final String BASIC = "Basic ";
  private static final int LONGEST = 500;

  /** Under which attempts with the beginning of the right token are counted. */
  private static final String TOKENS = "token";

  private final TokenHash token;
  private final ClientLimiter attempts = new ClientLimiter(5, 10);
  private final String formKey = TokenHash.freshToken();
  private volatile byte @Nullable [] known;

  AdminAccess(TokenHash token) {
    this.token = token;
  }

  /** What the forms of our own pages carry; another one each time the program starts. */
  String formKey() {
    return formKey;
  }

  /** Whether a program may. */
  boolean program(Context ctx) {
    String header = header(ctx);
    return header.startsWith(BEARER) && right(ctx, header.substring(BEARER.length()));
  }

  /** Whether a person may look. */
  boolean person(Context ctx) {
    String header = header(ctx);
    if (!header.startsWith(BASIC)) {
      return false;
    }
    try {
      String pair =
          new String(
              Base64.getDecoder().decode(header.substring(BASIC.length()).strip()),
              StandardCharsets.UTF_8);
      return right(ctx, pair.substring(pair.indexOf(':') + 1));
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  /**
   * Whether a request that changes something was made on a page of ours. The key stands in the
   * body: addresses are written down in logs.
   */
  boolean ownForm(Context ctx) {
    String site = ctx.header("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin")) {
      return false;
    }
    String key = ctx.formParam("key");
    return key != null && MessageDigest.isEqual(digest(key), digest(formKey));
  }

  private static String header(Context ctx) {
    String header = ctx.header("Authorization");
    return header == null || header.length() > LONGEST ? "" : header;
  }

  /** A token found right once is remembered by its digest, since its hash takes long on purpose. */
  private boolean right(Context ctx, String offered) {
    byte[] digest = digest(offered);
    byte[] remembered = known;
    if (remembered != null && MessageDigest.isEqual(remembered, digest)) {
      return true;
    }
    boolean known = token.begins(offered);
    attempts.admit(known ? TOKENS : ctx.ip());
    if (!known || !token.matches(offered)) {
      return false;
    }
    this.known = digest;
    return true;
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
