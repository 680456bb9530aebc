package org.mingzhang.web.admin;

import io.javalin.http.Context;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.address.PortalBaseUrl;
import org.mingzhang.web.guard.ClientLimiter;
import org.mingzhang.web.http.ProblemDetails;

/**
 * Authentication of administrators. Programs send {@code Authorization: Bearer TOKEN}. People log
 * in with the token and get a session, whose secret is an HttpOnly, SameSite=Strict cookie;
 * requests that change something must also carry {@link AdminSession#formKey} and come from the
 * portal's own pages. Replacing or deleting the token ends all sessions. Attempts are rate-limited
 * by client, also for clients on this machine. Attempts that begin with the first characters of the
 * right token have a separate limit, so that attackers behind the same proxy do not lock out the
 * administrator; if the first characters are not stored, all attempts count toward the limit of
 * their client. Safe on many threads.
 */
final class AdminAuthenticator {
  private static final String BEARER = "Bearer ";
  private static final String COOKIE = "mingzhang-session";

  /**
   * Prefix of the cookie's name with which browsers accept a cookie only from the host itself, over
   * TLS, and for path /.
   */
  private static final String HOST_COOKIE = "__Host-" + COOKIE;

  private static final int MAX_TOKEN_LENGTH = 500;

  /** Key of the rate limit for attempts that begin with the first characters of the right token. */
  private static final String TOKEN_PREFIX_LIMIT_KEY = "token";

  private final TokenHashSource tokenSource;
  private final AdminSessions sessions;
  private final boolean usesTls;
  private final PortalBaseUrl baseUrl;
  private final ClientLimiter loginLimiter = new ClientLimiter(5, 10);
  private @Nullable TokenHash tokenHash;
  private byte @Nullable [] validDigest;

  /**
   * Creates the authentication.
   *
   * @param usesTls whether the portal is reached over TLS only, so that cookies can have the Secure
   *     attribute
   * @param baseUrl names of the portal
   */
  AdminAuthenticator(
      TokenHashSource tokenSource, Clock clock, boolean usesTls, PortalBaseUrl baseUrl) {
    this.tokenSource = tokenSource;
    this.sessions = new AdminSessions(clock);
    this.usesTls = usesTls;
    this.baseUrl = baseUrl;
  }

  /**
   * Whether a request carries the token; if not, it is answered with 401. Forbids caching of the
   * response.
   *
   * @throws org.mingzhang.web.guard.OverloadedException if the client has tried too many tokens
   */
  boolean requireBearerToken(Context ctx) {
    ctx.header("Cache-Control", "no-store");
    String header = ctx.header("Authorization");
    boolean valid =
        header != null
            && header.length() <= MAX_TOKEN_LENGTH
            && header.startsWith(BEARER)
            && isValid(ctx, header.substring(BEARER.length()));
    if (!valid) {
      ctx.header("WWW-Authenticate", "Bearer");
      ProblemDetails.answer(ctx, 401, "Unauthorized", "send Authorization: Bearer TOKEN");
    }
    return valid;
  }

  /**
   * The session of a request, whose idle time starts again; empty if there is none. If the token
   * has been replaced or deleted, all sessions end first.
   */
  Optional<AdminSession> findSession(Context ctx) {
    String secret = ctx.cookie(usesTls ? HOST_COOKIE : COOKIE);
    return secret == null || secret.length() > MAX_TOKEN_LENGTH || reloadToken().isEmpty()
        ? Optional.empty()
        : sessions.renewSession(secret);
  }

  /**
   * Begins a session and sets its cookie if the token is right, and ends the previous session of
   * the browser; returns false if it is wrong.
   *
   * @throws org.mingzhang.web.guard.OverloadedException if the client has tried too many tokens
   */
  boolean logIn(Context ctx, String offeredToken) {
    if (offeredToken.length() > MAX_TOKEN_LENGTH || !isValid(ctx, offeredToken.strip())) {
      return false;
    }
    findSession(ctx).ifPresent(before -> sessions.end(before.id()));
    String browser = ctx.userAgent();
    setCookie(ctx, sessions.begin(ctx.ip(), browser == null ? "" : browser), "");
    return true;
  }

  /** Ends a session, deletes its cookie and makes the browser clear its cache. */
  void logOut(Context ctx, AdminSession session) {
    sessions.end(session.id());
    setCookie(ctx, "", "; Max-Age=0");
    ctx.header("Clear-Site-Data", "\"cache\"");
  }

  /** All sessions, most recently used first. */
  List<AdminSession> sessions() {
    return sessions.all();
  }

  void endSession(String id) {
    sessions.end(id);
  }

  /** Ends all sessions except for one. */
  void endOtherSessions(AdminSession session) {
    sessions.endAllExcept(session.id());
  }

  /**
   * Whether a request comes from a page of the portal, by {@code Sec-Fetch-Site} or, for browsers
   * that do not send this, {@code Origin}. True if it has neither.
   */
  boolean isSameOrigin(Context ctx) {
    String site = ctx.header("Sec-Fetch-Site");
    return site == null ? baseUrl.isOwnOrigin(ctx) : site.equals("same-origin");
  }

  /**
   * Whether a request was sent by a form of this session. The form key is in the body, because
   * addresses are logged.
   */
  boolean isFormOfSession(Context ctx, AdminSession session) {
    String key = ctx.formParam("key");
    return isSameOrigin(ctx)
        && key != null
        && MessageDigest.isEqual(TokenHash.sha256(key), TokenHash.sha256(session.formKey()));
  }

  private void setCookie(Context ctx, String value, String attributes) {
    String head =
        usesTls
            ? HOST_COOKIE + "=" + value + "; Path=/; Secure"
            : COOKIE + "=" + value + "; Path=/admin";
    ctx.res().addHeader("Set-Cookie", head + "; HttpOnly; SameSite=Strict" + attributes);
  }

  /**
   * The current hash of the token, empty if there is none. Ends all sessions if the source returns
   * another object than in the previous call.
   */
  private synchronized Optional<TokenHash> reloadToken() {
    Optional<TokenHash> current = tokenSource.currentHash();
    TokenHash found = current.orElse(null);
    if (found != tokenHash) {
      tokenHash = found;
      validDigest = null;
      sessions.endAll();
    }
    return current;
  }

  /**
   * Whether a token is the administrator's; false also if none is configured. The digest of a valid
   * token is cached, because the hash is slow by design. A token that is not cached counts as an
   * attempt.
   *
   * @throws org.mingzhang.web.guard.OverloadedException if there were too many attempts
   */
  private boolean isValid(Context ctx, String offeredToken) {
    TokenHash hash = reloadToken().orElse(null);
    if (hash == null) {
      return false;
    }
    byte[] digest = TokenHash.sha256(offeredToken);
    if (isCachedDigest(digest)) {
      return true;
    }
    boolean hasPrefix = hash.hasPrefix(offeredToken);
    loginLimiter.admit(hasPrefix && hash.storesPrefix() ? TOKEN_PREFIX_LIMIT_KEY : ctx.ip());
    return hasPrefix && hash.matches(offeredToken) && cacheDigest(hash, digest);
  }

  private synchronized boolean isCachedDigest(byte[] digest) {
    return validDigest != null && MessageDigest.isEqual(validDigest, digest);
  }

  /**
   * Caches the digest of a valid token. Returns false if the token has been replaced in the
   * meantime.
   */
  private synchronized boolean cacheDigest(TokenHash hash, byte[] digest) {
    if (hash == tokenHash) {
      validDigest = digest;
    }
    return hash == tokenHash;
  }
}
