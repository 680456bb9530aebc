package org.mingzhang.web.transfer;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates conditional requests (RFC 9110, section 13): entity tags take precedence over dates,
 * and {@code If-Range} comes last. Malformed dates are ignored.
 *
 * @param tag strong entity tag with quotes
 * @param changedAt when the representation was last changed, truncated to seconds; null if unknown
 */
record PreconditionEvaluator(String tag, @Nullable Instant changedAt) {
  PreconditionEvaluator {
    changedAt = changedAt == null ? null : changedAt.truncatedTo(ChronoUnit.SECONDS);
  }

  /** The status of the response, 304 or 412; 0 if the request is to be served. */
  int evaluate(Context ctx) {
    String match = ctx.header("If-Match");
    if (match != null
        ? !matchesTag(match, false)
        : isChangedSince(ctx.header("If-Unmodified-Since"))) {
      return 412;
    }
    String noneMatch = ctx.header("If-None-Match");
    if (noneMatch != null) {
      return matchesTag(noneMatch, true) ? isGetOrHead(ctx) ? 304 : 412 : 0;
    }
    String since = ctx.header("If-Modified-Since");
    return isGetOrHead(ctx)
            && parseDate(since).isPresent()
            && changedAt != null
            && !isChangedSince(since)
        ? 304
        : 0;
  }

  /** Whether {@code If-Range} allows sending ranges. */
  boolean allowsRange(Context ctx) {
    String header = ctx.header("If-Range");
    if (header == null) {
      return true;
    }
    String condition = header.strip();
    return condition.startsWith("\"")
        ? condition.equals(tag)
        : changedAt != null && parseDate(condition).filter(changedAt::equals).isPresent();
  }

  private static boolean isGetOrHead(Context ctx) {
    return ctx.method().equals(HandlerType.GET) || ctx.method().equals(HandlerType.HEAD);
  }

  private boolean matchesTag(String header, boolean usesWeakComparison) {
    return header.strip().equals("*")
        || Arrays.stream(header.split(",", -1))
            .map(String::strip)
            .map(each -> usesWeakComparison && each.startsWith("W/") ? each.substring(2) : each)
            .anyMatch(tag::equals);
  }

  private boolean isChangedSince(@Nullable String header) {
    Instant own = changedAt;
    return own != null && parseDate(header).filter(own::isAfter).isPresent();
  }

  private static Optional<Instant> parseDate(@Nullable String header) {
    if (header == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }
}
