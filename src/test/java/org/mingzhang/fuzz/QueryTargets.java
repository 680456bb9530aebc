package org.mingzhang.fuzz;

import static org.mingzhang.fuzz.FuzzTarget.promise;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.analysis.Synonyms;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.ParsedQuery;
import org.mingzhang.query.QueryParser;
import org.mingzhang.query.QueryTranslator;
import org.mingzhang.query.WordQueryFactory;
import org.mingzhang.web.address.BadParameterException;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.address.SearchUrl;

/** What readers type, and the addresses they send. */
final class QueryTargets {
  private static final WordQueryFactory WORDS = new WordQueryFactory(Synonyms.standard());

  private QueryTargets() {}

  static void parser(byte[] input) {
    ParsedQuery parsed = QueryParser.parse(FuzzInput.text(input));
    String printed = parsed.node().toQueryString();
    promise(
        QueryParser.parse(printed).node().equals(parsed.node())
            || printed.length() > QueryParser.MAX_QUERY_LENGTH,
        "a tree printed reads as itself: " + printed);
  }

  static void translator(byte[] input) {
    ParsedQuery parsed = QueryParser.parse(FuzzInput.text(input));
    for (SearchScope scope : SearchScope.values()) {
      QueryTranslator.translate(parsed.node(), scope, WORDS, (dimension, folded) -> List.of());
    }
  }

  static void address(byte[] input) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : FuzzInput.text(input).split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      values.computeIfAbsent(decoded(name), n -> new ArrayList<>()).add(decoded(value));
    }
    try {
      SearchUrl searchUrl = SearchUrl.decode(new RequestParameters(values));
      String encoded = searchUrl.encode();
      promise(encoded.chars().allMatch(c -> c > ' ' && c < 127), "addresses are ASCII");
      promise(
          SearchUrl.decode(new RequestParameters(parsed(encoded))).encode().equals(encoded),
          "an address written reads as itself: " + encoded);
    } catch (BadParameterException bad) {
      promise(!bad.fault().parameter().isEmpty(), "a fault names its parameter");
    }
  }

  private static Map<String, List<String>> parsed(String query) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      values.computeIfAbsent(decoded(parts[0]), n -> new ArrayList<>()).add(decoded(parts[1]));
    }
    return values;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
