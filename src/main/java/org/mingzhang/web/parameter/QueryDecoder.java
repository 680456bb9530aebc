package org.mingzhang.web.parameter;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mingzhang.web.address.LegacyEncodingDecoder;

/** Decodes the query of an address of which some part may be encoded as GB 18030. */
final class QueryDecoder {
  private static final char REPLACEMENT = '\uFFFD';

  private QueryDecoder() {}

  /**
   * The values of each parameter; a value that is not UTF-8 is decoded as GB 18030, unless the
   * query is malformed.
   */
  static Map<String, List<String>> decode(Context ctx) {
    Map<String, List<String>> decoded = ctx.queryParamMap();
    boolean complete =
        decoded.values().stream()
            .flatMap(List::stream)
            .allMatch(value -> value.indexOf(REPLACEMENT) < 0);
    if (complete) {
      return decoded;
    }
    try {
      return decode(Objects.requireNonNull(ctx.queryString()).split("&"));
    } catch (IllegalArgumentException malformed) {
      return decoded;
    }
  }

  private static Map<String, List<String>> decode(String[] pairs) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : pairs) {
      String[] parts = pair.split("=", 2);
      values
          .computeIfAbsent(decode(parts[0]), name -> new ArrayList<>())
          .add(parts.length < 2 ? "" : decode(parts[1]));
    }
    return values;
  }

  private static String decode(String encoded) {
    byte[] bytes =
        URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1)
            .getBytes(StandardCharsets.ISO_8859_1);
    return LegacyEncodingDecoder.decode(bytes);
  }
}
