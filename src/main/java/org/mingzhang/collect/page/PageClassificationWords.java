package org.mingzhang.collect.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.text.TsvResource;

/** Words by which pages and their links are classified; data in {@code words.tsv}. */
final class PageClassificationWords {
  private static final String RESOURCE = "/org/mingzhang/collect/words.tsv";
  private static final PageClassificationWords STANDARD = read();

  private final Map<String, List<String>> wordsByKind;
  private final Set<String> boilerplateNames;

  private PageClassificationWords(Map<String, List<String>> wordsByKind) {
    this.wordsByKind = Map.copyOf(wordsByKind);
    this.boilerplateNames = Set.copyOf(words("zone"));
  }

  static PageClassificationWords standard() {
    return STANDARD;
  }

  private static PageClassificationWords read() {
    Map<String, List<String>> kinds = new HashMap<>();
    for (List<String> row : TsvResource.readRows(PageClassificationWords.class, RESOURCE, 2)) {
      kinds.put(row.get(0), List.of(row.get(1).split(" ")));
    }
    return new PageClassificationWords(kinds);
  }

  private List<String> words(String kind) {
    return Objects.requireNonNull(wordsByKind.get(kind), kind);
  }

  /** Whether a text contains a word for one of the documents that agencies have to publish. */
  boolean hasTopicWord(String text) {
    return words("topic").stream().anyMatch(text::contains);
  }

  /** Whether a text of 2 to 25 characters ends like the name of an agency. */
  boolean isAgencyName(String text) {
    return text.length() >= 2
        && text.length() <= 25
        && words("agency").stream().anyMatch(text::endsWith);
  }

  /** Whether a link text is typical of menus or pagination. */
  boolean isNavigation(String text) {
    return Stream.of("furniture", "page", "next").anyMatch(kind -> words(kind).contains(text));
  }

  /** Whether a link text leads to the next page. */
  boolean isNextPage(String text) {
    return words("next").contains(text);
  }

  /** Whether a class name or id is typical of boilerplate. */
  boolean isBoilerplate(String name) {
    return boilerplateNames.contains(name);
  }

  /** The pattern of the words before a date of publication. */
  Pattern publicationLabelPattern() {
    return Pattern.compile(
        "(?:"
            + words("published").stream().map(Pattern::quote).collect(Collectors.joining("|"))
            + ")\\s*[:：]?\\s*");
  }
}
