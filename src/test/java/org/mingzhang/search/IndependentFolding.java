package org.mingzhang.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.mingzhang.text.SearchNormalizer;

/**
 * A slow second implementation of the rules of exact search, written from their description, to
 * compare the search with.
 */
final class IndependentFolding {
  private static final Pattern DROPPED =
      Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}\"'“”‘’„‟‚‛「」『』〝〞〟]");
  private static final Pattern SEPARATOR = Pattern.compile("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))");
  private static final Pattern INSIDE_NUMBER = Pattern.compile("(^|.*[0-9]),[0-9]{0,3}|,.*");
  private static final Map<String, String> SIMPLIFIED = simplified();
  private static final Map<String, String> VARIANTS = Map.of("著", "着", "〔", "[", "〕", "]");

  private IndependentFolding() {}

  static String fold(String text) {
    StringBuilder folded = new StringBuilder();
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(
            raw -> {
              String wide =
                  Normalizer.normalize(raw, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
              wide.codePoints()
                  .mapToObj(Character::toString)
                  .map(c -> SIMPLIFIED.getOrDefault(c, c))
                  .forEach(c -> folded.append(VARIANTS.getOrDefault(c, c)));
            });
    String bare = DROPPED.matcher(folded).replaceAll("");
    return SEPARATOR.matcher(bare).replaceAll("");
  }

  /**
   * Whether a string begins or ends at a thousands separator, where a part of a text is normalized
   * differently.
   */
  static boolean endsInsideNumber(String folded) {
    return INSIDE_NUMBER.matcher(folded).matches();
  }

  private static Map<String, String> simplified() {
    Map<String, String> table = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    SearchNormalizer.class.getResourceAsStream("simplified.txt")),
                StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isEmpty())
          .forEach(
              line -> {
                int first = line.offsetByCodePoints(0, 1);
                table.put(line.substring(0, first), line.substring(first));
              });
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return table;
  }
}
