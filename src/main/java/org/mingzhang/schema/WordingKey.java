package org.mingzhang.schema;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Region;
import org.mingzhang.model.Section;
import org.mingzhang.text.SearchNormalizer;
import org.mingzhang.text.TsvResource;

/**
 * What sections of nearly the same words share: a hash of heading and text without the name of body
 * and place, how the body calls itself ({@code selves.tsv}), years, and punctuation. Amounts stay:
 * sections that state different numbers are never alike. Stateless.
 */
final class WordingKey {
  /** What is shorter says too little to be like anything. */
  private static final int SHORTEST = 8;

  private static final Pattern SELF =
      Pattern.compile(
          "[本我该](?:"
              + TsvResource.rows(WordingKey.class, "selves.tsv", 1).stream()
                  .map(List::getFirst)
                  .collect(Collectors.joining("|"))
              + ")");
  private static final Pattern YEAR = Pattern.compile("(?:\\d{4}|[二〇○零一三四五六七八九]{4}|[上本当])年度?");
  private static final Pattern NOUGHT = Pattern.compile("(?<![\\d.])0(?:\\.0+)?(?![\\d.])");

  /** All but letters, ideographs and numbers; a point within a number is part of it. */
  private static final Pattern AROUND = Pattern.compile("(?<!\\d)\\.|\\.(?!\\d)|[^\\p{L}\\p{N}.]+");

  private WordingKey() {}

  /** The key of a section, 0 where it says too little. */
  static long of(Section section, DocumentMetadata metadata) {
    String text = SearchNormalizer.fold(section.title() + "\n" + section.text());
    if (section.text().isBlank()) {
      return 0;
    }
    for (String name : names(metadata)) {
      text = text.replace(name, "");
    }
    text = YEAR.matcher(text).replaceAll("");
    text = SELF.matcher(text).replaceAll("");
    text = AROUND.matcher(NOUGHT.matcher(text).replaceAll("0")).replaceAll("");
    return text.length() < SHORTEST ? 0 : LongSentence.hash(text);
  }

  /** The names of body and place, the longest first, and the body's without that of its place. */
  private static List<String> names(DocumentMetadata metadata) {
    Region region = metadata.region();
    String agency = metadata.agency() == null ? "" : metadata.agency();
    List<String> places = region == null ? List.of() : region.path();
    String bare = agency;
    for (String place : places) {
      bare = bare.startsWith(place) ? bare.substring(place.length()) : bare;
    }
    return Stream.concat(places.stream(), Stream.of(agency, bare))
        .map(SearchNormalizer::fold)
        .filter(name -> name.length() > 1)
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }
}
