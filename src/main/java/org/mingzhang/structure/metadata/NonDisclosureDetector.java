package org.mingzhang.structure.metadata;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.text.TsvResource;

/**
 * Recognizes, by their first title, documents that are not budgets, accounts or evaluations:
 * notices, laws, lists of allotted funds, applications with goals. Stateless.
 */
final class NonDisclosureDetector {
  /**
   * A pattern of titles of other documents, from {@code other-kinds.tsv}.
   *
   * @param decidesAlone whether such a title is sufficient evidence, whatever the rest of the
   *     document says
   */
  private record NonDisclosureTitlePattern(Pattern pattern, boolean decidesAlone) {
    /** The keyword of a pattern that decides alone. */
    private static final String DECIDES_ALONE = "always";

    static NonDisclosureTitlePattern parse(List<String> cells) {
      return new NonDisclosureTitlePattern(
          Pattern.compile(cells.get(0)),
          TsvResource.requireKeyword(cells.get(1), DECIDES_ALONE, "else").equals(DECIDES_ALONE));
    }
  }

  private static final List<NonDisclosureTitlePattern> TITLE_PATTERNS =
      TsvResource.parseRows(
          NonDisclosureDetector.class, "other-kinds.tsv", 3, NonDisclosureTitlePattern::parse);

  /**
   * Number of lines at the beginning that are searched for a title, so that lines further down,
   * below a website's menu, are not mistaken for one.
   */
  private static final int MAX_SEARCHED_LINES = 12;

  private static final int MAX_TITLE_LENGTH = 60;

  private static final int MAX_TITLE_LINES = 3;

  private NonDisclosureDetector() {}

  /** The title that names another kind of document; null if there is none. */
  static @Nullable MetadataClaim<String> find(MetadataSourceText sourceText) {
    return find(sourceText, false);
  }

  /**
   * A title that names another kind of document for certain, whatever the rest of the document says
   * (某县绩效评价管理办法); null if there is none.
   */
  static @Nullable MetadataClaim<String> findDecisiveTitle(MetadataSourceText sourceText) {
    return find(sourceText, true);
  }

  /** The first line if it is a title that names another kind of document for certain; else null. */
  static @Nullable MetadataClaim<String> findDecisiveFirstLine(MetadataSourceText sourceText) {
    return find(sourceText, true, 1);
  }

  private static @Nullable MetadataClaim<String> find(
      MetadataSourceText sourceText, boolean decisiveOnly) {
    return find(sourceText, decisiveOnly, MAX_SEARCHED_LINES);
  }

  private static @Nullable MetadataClaim<String> find(
      MetadataSourceText sourceText, boolean decisiveOnly, int searched) {
    List<DocumentLine> lines = MetadataSourceText.firstLines(searched, sourceText.lines());
    for (int i = 0; i < lines.size(); i++) {
      String title = readTitle(lines.subList(i, lines.size()), decisiveOnly);
      if (title != null) {
        return new MetadataClaim<>(title, "title", title, lines.get(i).page());
      }
    }
    return null;
  }

  /**
   * The title that begins with the first of the lines and may be broken over several; null if there
   * is none, or if one begins on a later line (附件 above a title).
   */
  private static @Nullable String readTitle(List<DocumentLine> lines, boolean decisiveOnly) {
    String joined = "";
    for (DocumentLine line : MetadataSourceText.firstLines(MAX_TITLE_LINES, lines)) {
      if (!joined.isEmpty() && isTitle(line.text(), decisiveOnly)) {
        return null;
      }
      joined += line.text();
      if (isTitle(joined, decisiveOnly)) {
        return joined;
      }
      if (!mayBeginTitle(joined)) {
        return null;
      }
    }
    return null;
  }

  /** Whether a line may be the beginning of a title: 关于…, or a place with part of an agency. */
  private static boolean mayBeginTitle(String text) {
    return text.startsWith("关于")
        || (Gazetteer.standard().leadingPlaces(text).placeCount() > 0
            && (text.contains("关于")
                || AgencyName.readFrom(text).filter(AgencyName::hasAgencyEnding).isEmpty()));
  }

  private static boolean isTitle(String text, boolean decisiveOnly) {
    String words = text.endsWith("_") ? text.substring(0, text.length() - 1) : text;
    return words.length() <= MAX_TITLE_LENGTH
        && TITLE_PATTERNS.stream()
            .filter(t -> t.decidesAlone() || !decisiveOnly)
            .anyMatch(t -> t.pattern().matcher(words).matches());
  }
}
