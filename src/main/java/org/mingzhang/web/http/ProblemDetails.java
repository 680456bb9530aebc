package org.mingzhang.web.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Problem details of an HTTP API, RFC 9457.
 *
 * @param type {@code about:blank}: only the status describes the problem
 * @param title name of the status
 * @param status HTTP status
 * @param detail what the client should do, or null
 * @param instance path of the request
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemDetails(
    String type, String title, int status, @Nullable String detail, String instance) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Paths of feeds and of files with data. */
  private static final Pattern FILE =
      Pattern.compile("/feeds/.*|.*\\.(?:atom|json|json-feed|jsonl|csv|xlsx)");

  public static void answer(Context ctx, int status, String title, @Nullable String detail) {
    ctx.status(status);
    try {
      ctx.result(
          JSON.writeValueAsString(
              new ProblemDetails("about:blank", title, status, detail, ctx.path())));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of strings is always written", e);
    }
    ctx.contentType("application/problem+json");
  }

  /** Whether a request wants JSON, because it is a request to the API or prefers JSON to HTML. */
  public static boolean wantsJson(Context ctx) {
    return ctx.path().startsWith("/api/") || prefersJson(ctx.header("Accept"));
  }

  /**
   * Whether an error is answered with problem details: to programs, and for feeds and files unless
   * a browser asks for them.
   */
  public static boolean isWanted(Context ctx) {
    String accept = ctx.header("Accept");
    boolean browser = accept != null && accept.contains("text/html");
    return wantsJson(ctx) || (!browser && FILE.matcher(ctx.path()).matches());
  }

  private static boolean prefersJson(@Nullable String accept) {
    return accept != null && accept.contains("application/json") && !accept.contains("text/html");
  }
}
