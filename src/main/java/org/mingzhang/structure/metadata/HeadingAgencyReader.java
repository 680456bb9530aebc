package org.mingzhang.structure.metadata;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.text.PatternTable;

/**
 * Reads the agency in the title of a part (第一部分某某县教育局概况) or of a section on its duties. Stateless.
 */
final class HeadingAgencyReader {
  private static final int MAX_OPENING_LINES = 400;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(HeadingAgencyReader.class);
  private static final Pattern AGENCY_IN_PART_TITLE = PATTERNS.get("part");
  private static final Pattern AGENCY_IN_DUTIES_TITLE = PATTERNS.get("agency-in-duties-title");

  private HeadingAgencyReader() {}

  /**
   * The different names in titles of parts, otherwise in those of sections, the most frequent
   * first: first those of the outline, then of opening lines with the form of a heading, which the
   * outline may lack.
   */
  static List<MetadataClaim<AgencyName>> find(MetadataSourceText sourceText) {
    List<MetadataClaim<AgencyName>> found = find(sourceText.headings());
    return found.isEmpty()
        ? find(
            MetadataSourceText.firstLines(MAX_OPENING_LINES, sourceText.lines()).stream()
                .filter(MetadataSourceText::looksLikeHeading)
                .toList())
        : found;
  }

  private static List<MetadataClaim<AgencyName>> find(List<DocumentLine> headings) {
    for (Pattern pattern : List.of(AGENCY_IN_PART_TITLE, AGENCY_IN_DUTIES_TITLE)) {
      AgencyNameTally tally = new AgencyNameTally();
      for (DocumentLine line : headings) {
        Matcher heading = pattern.matcher(line.text());
        if (heading.matches()) {
          AgencyName.readFrom(heading.group("name"))
              .filter(AgencyName::hasAgencyEnding)
              .map(name -> new MetadataClaim<>(name, "part-heading", line.text(), line.page()))
              .ifPresent(tally::addClaim);
        }
      }
      if (!tally.rankByCount().isEmpty()) {
        return tally.rankByCount();
      }
    }
    return List.of();
  }
}
