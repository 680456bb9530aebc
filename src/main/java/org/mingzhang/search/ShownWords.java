package org.mingzhang.search;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.text.SearchNormalizer;

/**
 * Looks up words in the displayed text of a hit. A word that is only a part of a longer indexed
 * word (中学 in 第三中学) is not matched by the query, but must not be reported as absent, since the
 * reader sees it.
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
