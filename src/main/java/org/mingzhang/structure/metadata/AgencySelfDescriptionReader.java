package org.mingzhang.structure.metadata;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.text.PatternTable;

/**
 * Reads the name of an agency from a sentence about its founding (某某林区法院成立于1982年) or its duties, or
 * from a note that one of its tables is empty. It is the last resort for names without a place,
 * most of which must occur a second time in the document.
 */
final class AgencySelfDescriptionReader {
  private static final int MAX_OPENING_LINES = 120;
  private static final int MIN_NAME_LENGTH = 5;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(AgencySelfDescriptionReader.class);
  private static final Pattern FOUNDING_SENTENCE = PATTERNS.get("founded");
  private static final Pattern DUTIES_SENTENCE = PATTERNS.get("duties-sentence");
  private static final Pattern EMPTY_TABLE_NOTE = PATTERNS.get("empty-table-note");
  private static final Pattern GENERIC_NAME_START = PATTERNS.get("generic");

  private AgencySelfDescriptionReader() {}

  /**
   * Finds the agency name in a sentence about its founding, otherwise about its duties, otherwise
   * in a note below an empty table; null if there is none.
   */
  static @Nullable MetadataClaim<AgencyName> find(List<DocumentLine> lines) {
    for (DocumentLine line : MetadataSourceText.firstLines(MAX_OPENING_LINES, lines)) {
      MetadataClaim<AgencyName> founded = findName(FOUNDING_SENTENCE, line, lines);
      if (founded != null) {
        return founded;
      }
    }
    MetadataClaim<AgencyName> charged = findFirstName(DUTIES_SENTENCE, lines);
    return charged != null ? charged : findFirstName(EMPTY_TABLE_NOTE, lines);
  }

  private static @Nullable MetadataClaim<AgencyName> findFirstName(
      Pattern pattern, List<DocumentLine> lines) {
    return lines.stream()
        .map(line -> findName(pattern, line, lines))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable MetadataClaim<AgencyName> findName(
      Pattern pattern, DocumentLine line, List<DocumentLine> lines) {
    Matcher sentence = pattern.matcher(line.text());
    while (sentence.find()) {
      AgencyName name =
          AgencyName.readFrom(sentence.group("name"))
              .filter(AgencyName::hasAgencyEnding)
              .orElse(null);
      if (name != null
          && name.name().length() >= MIN_NAME_LENGTH
          && !GENERIC_NAME_START.matcher(name.name()).find()
          && (isOneOccurrenceEnough(pattern, name) || occursTwice(lines, line, name.name()))) {
        return new MetadataClaim<>(name, "opening-sentence", sentence.group(), line.page());
      }
    }
    return null;
  }

  private static boolean isOneOccurrenceEnough(Pattern pattern, AgencyName name) {
    return pattern == EMPTY_TABLE_NOTE || (pattern == FOUNDING_SENTENCE && hasFullPlace(name));
  }

  /** Whether the name begins with its full place, so that one occurrence is enough. */
  private static boolean hasFullPlace(AgencyName name) {
    return name.leadingPlaces(Gazetteer.standard()).hasOnlyFullNames();
  }

  /** Whether the name occurs a second time in the document. */
  private static boolean occursTwice(
      List<DocumentLine> lines, DocumentLine firstLine, String name) {
    return firstLine.text().indexOf(name, firstLine.text().indexOf(name) + 1) >= 0
        || lines.stream().anyMatch(l -> !l.equals(firstLine) && l.text().contains(name));
  }
}
