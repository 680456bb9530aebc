package org.mingzhang.web.admin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sessions of administrators, in memory only: a session ends half an hour after it was last used,
 * twelve hours after it began, when it is ended, and with the process. Of more than five the one
 * that was not used for longest ends. The secret is 256 random bits, of which the digest alone is
 * kept. Limits after OWASP ASVS 5.0.0, V7. Safe on many threads.
 */
final class AdminSessions {
  static final Duration IDLE = Duration.ofMinutes(30);
  static final Duration LONGEST = Duration.ofHours(12);
  static final int MOST = 5;

  private final Clock clock;
  private final Map<String, AdminSession> open = new HashMap<>();

  AdminSessions(Clock clock) {
    this.clock = clock;
  }

  /** Begins a session; the answer is its secret. */
  synchronized String begin(String client, String browser) {
    drop();
    while (open.size() >= MOST) {
      open.values().stream()
          .min(Comparator.comparing(AdminSession::used))
          .ifPresent(oldest -> open.remove(oldest.id()));
    }
    String secret = TokenHash.freshToken();
    Instant now = now();
    String id = id(secret);
    open.put(id, new AdminSession(id, TokenHash.freshToken(), now, now, client, browser));
    return secret;
  }

  /** The session with a secret, used now; empty if there is none or it has ended. */
  synchronized Optional<AdminSession> use(String secret) {
    drop();
    return Optional.ofNullable(
        open.computeIfPresent(id(secret), (id, session) -> session.usedAt(now())));
  }

  /** Ends a session; does nothing if there is none. */
  synchronized void end(String id) {
    open.remove(id);
  }

  /** Ends all sessions but one. */
  synchronized void endOthers(String id) {
    open.keySet().removeIf(other -> !other.equals(id));
  }

  synchronized void endAll() {
    open.clear();
  }

  /** Sessions that have not ended, the last used first. */
  synchronized List<AdminSession> all() {
    drop();
    return open.values().stream()
        .sorted(Comparator.comparing(AdminSession::used).reversed())
        .toList();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private void drop() {
    Instant now = now();
    open.values()
        .removeIf(
            s -> !now.isBefore(s.used().plus(IDLE)) || !now.isBefore(s.opened().plus(LONGEST)));
  }

  private static String id(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
