package org.mingzhang.web.address;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A query string under construction: {@code a=1&b=2}, UTF-8, percent-encoded. */
public final class QueryString {
  private final StringBuilder text = new StringBuilder();

  /** Adds a parameter unless its value is null or empty. */
  public QueryString add(String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      if (!text.isEmpty()) {
        text.append('&');
      }
      text.append(encode(name)).append('=').append(encode(value.toString()));
    }
    return this;
  }

  /** The address with the query string, without a question mark if there is none. */
  public String on(String path) {
    return text.isEmpty() ? path : path + (path.indexOf('?') < 0 ? "?" : "&") + text;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** Percent-encodes one name, value or path segment; a slash stays readable in values. */
  public static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
  }

  /** Percent-encodes one segment of a path. */
  public static String segment(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
