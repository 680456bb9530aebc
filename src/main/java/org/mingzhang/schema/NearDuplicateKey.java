package org.mingzhang.schema;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Region;
import org.mingzhang.model.Section;
import org.mingzhang.text.FirstCharacterPattern;
import org.mingzhang.text.SearchNormalizer;
import org.mingzhang.text.TsvResource;

/**
 * Hash used to recognize near-duplicate sections. It covers heading and text without the names of
 * agency and region, without words by which the agency refers to itself ({@code selves.tsv}), and
 * without years and punctuation. Amounts are included, so sections with different amounts are not
 * duplicates.
 */
final class NearDuplicateKey {
  /** Minimum length of the text that is hashed, in UTF-16 units; shorter texts have no key. */
  private static final int MIN_HASHED_LENGTH = 8;

  private static final FirstCharacterPattern SELF_REFERENCE =
      new FirstCharacterPattern(
          Pattern.compile(
              "[本我该](?:"
                  + TsvResource.readRows(NearDuplicateKey.class, "selves.tsv", 1).stream()
                      .map(List::getFirst)
                      .collect(Collectors.joining("|"))
                  + ")"),
          c -> "本我该".indexOf(c) >= 0);

  private static final String CHINESE_NUMERALS = "二〇○零一三四五六七八九";
  private static final FirstCharacterPattern YEAR =
      new FirstCharacterPattern(
          Pattern.compile("(?:\\d{4}|[" + CHINESE_NUMERALS + "]{4}|[上本当])年度?"),
          c -> isDigit(c) || CHINESE_NUMERALS.indexOf(c) >= 0 || "上本当".indexOf(c) >= 0);
  private static final FirstCharacterPattern ZERO =
      new FirstCharacterPattern(Pattern.compile("(?<![\\d.])0(?:\\.0+)?(?![\\d.])"), c -> c == '0');

  private NearDuplicateKey() {}

  /** The key of a section; 0 if it has no text or too short a text. */
  static long compute(Section section, DocumentMetadata metadata) {
    String text = SearchNormalizer.fold(section.title() + "\n" + section.text());
    if (section.text().isBlank()) {
      return 0;
    }
    for (String name : agencyAndRegionNames(metadata)) {
      text = text.replace(name, "");
    }
    text = SELF_REFERENCE.removeFrom(YEAR.removeFrom(text));
    text = keepLettersAndNumbers(ZERO.replaceIn(text, "0"));
    return text.length() < MIN_HASHED_LENGTH ? 0 : LongSentence.hash(text);
  }

  /**
   * Removes all characters except letters, ideographs, numbers, and decimal points between two
   * digits.
   */
  static String keepLettersAndNumbers(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      int next = at + Character.charCount(point);
      boolean within =
          point == '.'
              && at > 0
              && isDigit(text.charAt(at - 1))
              && next < text.length()
              && isDigit(text.charAt(next));
      if (within || Character.isLetter(point) || isNumber(point)) {
        kept.appendCodePoint(point);
      }
      at = next;
    }
    return kept.toString();
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNumber(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> false;
    };
  }

  /**
   * The names of the agency and its regions, and the agency's name without its region, longest
   * first.
   */
  private static List<String> agencyAndRegionNames(DocumentMetadata metadata) {
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
