package org.mingzhang.search;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.text.SearchNormalizer;

/**
 * Words that the reader sees in a hit. The index may have a word only as a part of a longer one (中学
 * in 第三中学), in which case the query does not match it, but nobody should be told that it is not
 * there.
 */
final class ShownWords {
  private ShownWords() {}

  /** Whether the titles, headings, agency or passages of a hit contain a word of the query. */
  static boolean contains(Hit hit, String word) {
    String folded = SearchNormalizer.fold(word);
    Stream<String> titles =
        Stream.of(hit.documentTitle(), hit.title(), hit.agency() == null ? "" : hit.agency());
    Stream<String> passages =
        hit.snippets().stream()
            .map(
                fragments ->
                    fragments.stream().map(Hit.Fragment::text).collect(Collectors.joining()));
    return Stream.of(titles, hit.path().stream(), passages)
        .flatMap(texts -> texts)
        .anyMatch(text -> SearchNormalizer.fold(text).contains(folded));
  }
}
