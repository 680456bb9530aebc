package org.mingzhang.collect.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words by which pages are told apart; data in {@code words.tsv}. */
final class PageWords {
  private static final PageWords STANDARD = read();

  private final Map<String, List<String>> kinds;
  private final Set<String> zones;

  private PageWords(Map<String, List<String>> kinds) {
    this.kinds = Map.copyOf(kinds);
    this.zones = Set.copyOf(of("zone"));
  }

  static PageWords standard() {
    return STANDARD;
  }

  private static PageWords read() {
    Map<String, List<String>> kinds = new HashMap<>();
    try (InputStream in = PageWords.class.getResourceAsStream("/org/mingzhang/collect/words.tsv");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#") && !line.isBlank()) {
          String[] parts = line.split("\t", -1);
          kinds.put(parts[0], List.of(parts[1].split(" ")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PageWords(kinds);
  }

  private List<String> of(String kind) {
    return Objects.requireNonNull(kinds.get(kind), kind);
  }

  /** Whether a text names something that is to be published. */
  boolean topic(String text) {
    return of("topic").stream().anyMatch(text::contains);
  }

  /** Whether a short text is the name of a body. */
  boolean agency(String text) {
    return text.length() >= 2
        && text.length() <= 25
        && of("agency").stream().anyMatch(text::endsWith);
  }

  boolean furniture(String text) {
    return of("furniture").contains(text) || of("page").contains(text) || of("next").contains(text);
  }

  boolean next(String text) {
    return of("next").contains(text);
  }

  /** Whether a class name or id is that of a block beside a column. */
  boolean zone(String name) {
    return zones.contains(name);
  }

  /** Any of the words before a date of publication, the longest first. */
  Pattern published() {
    return Pattern.compile(
        "(?:"
            + of("published").stream().map(Pattern::quote).collect(Collectors.joining("|"))
            + ")\\s*[:：]?\\s*");
  }
}
