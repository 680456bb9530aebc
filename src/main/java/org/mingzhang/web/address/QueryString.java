package org.mingzhang.web.address;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A query string under construction: {@code a=1&b=2}, UTF-8, percent-encoded. */
public final class QueryString {
  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.ISO_8859_1);

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
  public String appendTo(String path) {
    return text.isEmpty() ? path : path + (path.indexOf('?') < 0 ? "?" : "&") + text;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** Percent-encodes a name or value; slashes are kept. */
  public static String encode(String value) {
    return encode(value, true);
  }

  /** Percent-encodes one segment of a path. */
  public static String encodePathSegment(String value) {
    return encode(value, false);
  }

  /** Percent-encodes a text. Written by hand for speed, since a page has hundreds of links. */
  private static String encode(String value, boolean keepsSlash) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    int special = 0;
    for (byte b : bytes) {
      special += isUnreserved(b, keepsSlash) ? 0 : 1;
    }
    if (special == 0) {
      return value;
    }
    byte[] out = new byte[bytes.length + 2 * special];
    int length = 0;
    for (byte b : bytes) {
      if (isUnreserved(b, keepsSlash)) {
        out[length++] = b;
      } else {
        out[length++] = '%';
        out[length++] = HEX[b >> 4 & 0xF];
        out[length++] = HEX[b & 0xF];
      }
    }
    return new String(out, StandardCharsets.ISO_8859_1);
  }

  private static boolean isUnreserved(byte b, boolean keepsSlash) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || b == '.'
        || b == '-'
        || b == '*'
        || b == '_'
        || (keepsSlash && b == '/');
  }
}
