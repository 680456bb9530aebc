package org.mingzhang.web.admin;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.guard.ClientLimiter;

/**
 * Decides who may administer. Programs send {@code Authorization: Bearer TOKEN}. People log in with
 * the token once and have a session, whose secret is a cookie that scripts cannot read and other
 * sites do not send; what they ask for must besides carry {@link AdminSession#formKey} and come
 * from our own pages. Another token ends all sessions, as does taking the token away. Guessing is
 * slowed down for each client, those on this machine included; who knows how the token begins is
 * counted apart, so that guessers behind the same proxy keep nobody out. Safe on many threads.
 */
final class AdminAccess {
  private static final String BEARER = "Bearer ";
  private static final String COOKIE = "mingzhang-session";

  /** Browsers take a cookie of such a name from this host alone, over TLS, for all its paths. */
  private static final String HOST_COOKIE = "__Host-" + COOKIE;

  private static final int LONGEST = 500;

  /** Under which attempts with the beginning of the right token are counted. */
  private static final String TOKENS = "token";

  private final TokenSource source;
  private final AdminSessions sessions;
  private final boolean secure;
  private final ClientLimiter attempts = new ClientLimiter(5, 10);
  private @Nullable TokenHash token;
  private byte @Nullable [] known;

  /**
   * Access with a token.
   *
   * @param secure whether readers reach the portal over TLS only, so that cookies may say so
   */
  AdminAccess(TokenSource source, Clock clock, boolean secure) {
    this.source = source;
    this.sessions = new AdminSessions(clock);
    this.secure = secure;
  }

  /** Whether a program may. */
  boolean program(Context ctx) {
    String header = ctx.header("Authorization");
    return header != null
        && header.length() <= LONGEST
        && header.startsWith(BEARER)
        && right(ctx, header.substring(BEARER.length()));
  }

  /** The session of a person; empty where nobody is logged in. */
  Optional<AdminSession> session(Context ctx) {
    String secret = ctx.cookie(secure ? HOST_COOKIE : COOKIE);
    return secret == null || secret.length() > LONGEST || now().isEmpty()
        ? Optional.empty()
        : sessions.use(secret);
  }

  /** Begins a session if the token is right, and ends the one that the browser had. */
  boolean logIn(Context ctx, String offered) {
    if (offered.length() > LONGEST || !right(ctx, offered.strip())) {
      return false;
    }
    session(ctx).ifPresent(before -> sessions.end(before.id()));
    String browser = ctx.userAgent();
    cookie(ctx, sessions.begin(ctx.ip(), browser == null ? "" : browser), "");
    return true;
  }

  /** Ends a session and has the browser forget it. */
  void logOut(Context ctx, AdminSession session) {
    sessions.end(session.id());
    cookie(ctx, "", "; Max-Age=0");
    ctx.header("Clear-Site-Data", "\"cache\"");
  }

  /** All sessions, the last used first. */
  List<AdminSession> sessions() {
    return sessions.all();
  }

  /** Ends the session with an id. */
  void end(String id) {
    sessions.end(id);
  }

  /** Ends all sessions but one. */
  void endOthers(AdminSession own) {
    sessions.endOthers(own.id());
  }

  /** Whether a request comes from a page of ours, as far as the browser says where from. */
  boolean ownPage(Context ctx) {
    String site = ctx.header("Sec-Fetch-Site");
    return site == null || site.equals("same-origin");
  }

  /**
   * Whether a request that changes something was made on a page of this session. The key stands in
   * the body: addresses are written down in logs.
   */
  boolean ownForm(Context ctx, AdminSession session) {
    String key = ctx.formParam("key");
    return ownPage(ctx)
        && key != null
        && MessageDigest.isEqual(digest(key), digest(session.formKey()));
  }

  private void cookie(Context ctx, String value, String more) {
    String head =
        secure
            ? HOST_COOKIE + "=" + value + "; Path=/; Secure"
            : COOKIE + "=" + value + "; Path=/admin";
    ctx.res().addHeader("Set-Cookie", head + "; HttpOnly; SameSite=Strict" + more);
  }

  /** The token as it is now; sessions that another one began have ended. */
  private synchronized Optional<TokenHash> now() {
    Optional<TokenHash> current = source.current();
    TokenHash found = current.orElse(null);
    if (found != token) {
      token = found;
      known = null;
      sessions.endAll();
    }
    return current;
  }

  /** A token found right once is remembered by its digest, since its hash takes long on purpose. */
  private boolean right(Context ctx, String offered) {
    TokenHash hash = now().orElse(null);
    if (hash == null) {
      return false;
    }
    byte[] digest = digest(offered);
    if (isKnown(digest)) {
      return true;
    }
    boolean begins = hash.begins(offered);
    attempts.admit(begins ? TOKENS : ctx.ip());
    return begins && hash.matches(offered) && remember(hash, digest);
  }

  private synchronized boolean isKnown(byte[] digest) {
    return known != null && MessageDigest.isEqual(known, digest);
  }

  /** Remembers a right token, unless another one has taken its place meanwhile. */
  private synchronized boolean remember(TokenHash hash, byte[] digest) {
    if (hash == token) {
      known = digest;
    }
    return hash == token;
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
