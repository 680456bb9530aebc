package org.mingzhang.web.admin;

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
 * The sessions of administrators, held in memory. A session ends half an hour after its last use,
 * twelve hours after it started, on request, and with the process. There are at most five sessions;
 * a new one ends the least recently used one. The secret has 256 random bits; only its digest is
 * stored. Limits follow OWASP ASVS 5.0.0, V7. Safe on many threads.
 */
final class AdminSessions {
  static final Duration MAX_IDLE = Duration.ofMinutes(30);
  static final Duration MAX_AGE = Duration.ofHours(12);
  static final int MAX_SESSIONS = 5;

  private final Clock clock;
  private final Map<String, AdminSession> sessionsById = new HashMap<>();

  AdminSessions(Clock clock) {
    this.clock = clock;
  }

  /**
   * Begins a session and returns its secret. If there are {@link #MAX_SESSIONS} open sessions, the
   * least recently used one ends.
   */
  synchronized String begin(String client, String userAgent) {
    removeExpired();
    while (sessionsById.size() >= MAX_SESSIONS) {
      sessionsById.values().stream()
          .min(Comparator.comparing(AdminSession::lastUsedAt))
          .ifPresent(oldest -> sessionsById.remove(oldest.id()));
    }
    String secret = TokenHash.generateToken();
    Instant now = now();
    String id = hashSecret(secret);
    sessionsById.put(
        id, new AdminSession(id, TokenHash.generateToken(), now, now, client, userAgent));
    return secret;
  }

  /** The session with a secret; its idle time starts again. Empty if there is no such session. */
  synchronized Optional<AdminSession> renewSession(String secret) {
    removeExpired();
    return Optional.ofNullable(
        sessionsById.computeIfPresent(
            hashSecret(secret), (id, session) -> session.withLastUse(now())));
  }

  /** Ends a session; does nothing if there is none. */
  synchronized void end(String id) {
    sessionsById.remove(id);
  }

  /** Ends all sessions except one. */
  synchronized void endAllExcept(String id) {
    sessionsById.keySet().removeIf(other -> !other.equals(id));
  }

  synchronized void endAll() {
    sessionsById.clear();
  }

  /** Open sessions, most recently used first. */
  synchronized List<AdminSession> all() {
    removeExpired();
    return sessionsById.values().stream()
        .sorted(Comparator.comparing(AdminSession::lastUsedAt).reversed())
        .toList();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private void removeExpired() {
    Instant now = now();
    sessionsById
        .values()
        .removeIf(
            s ->
                !now.isBefore(s.lastUsedAt().plus(MAX_IDLE))
                    || !now.isBefore(s.openedAt().plus(MAX_AGE)));
  }

  private static String hashSecret(String secret) {
    return HexFormat.of().formatHex(TokenHash.sha256(secret));
  }
}
