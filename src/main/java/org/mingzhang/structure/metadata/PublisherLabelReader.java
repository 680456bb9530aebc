package org.mingzhang.structure.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.text.PatternTable;

/**
 * Reads the agency that a web page names as its source: 发布机构, 来源. The source may be the agency
 * itself, its government or the department above it, so it only completes a short name (县财政局), or
 * replaces a missing one if the text mentions the same agency.
 */
final class PublisherLabelReader {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(PublisherLabelReader.class);
  private static final Pattern LABEL = PATTERNS.get("publisher-label-reader-label");
  private static final Pattern SUPERIOR_WORDS = PATTERNS.get("publisher-label-reader-superior");
  private static final Pattern BARE_LABEL = PATTERNS.get("bare-label");
  private static final Pattern TOWN = PATTERNS.get("town-end");
  private static final Pattern PUBLICATION_LINE = PATTERNS.get("government-and-publication");

  private PublisherLabelReader() {}

  /**
   * The government of a town (某镇人民政府) at the beginning of a line with the day of publication or
   * alone on a line; empty if there is no such line or {@code town} is not the name of a town.
   */
  static Optional<MetadataClaim<AgencyName>> findGovernmentOfTown(
      String town, List<DocumentLine> lines) {
    String government = town + "人民政府";
    return TOWN.matcher(town).find()
        ? lines.stream()
            .filter(line -> PUBLICATION_LINE.matcher(line.text()).find())
            .filter(line -> line.text().startsWith(government))
            .findFirst()
            .flatMap(
                line ->
                    AgencyName.readFrom(government)
                        .map(n -> new MetadataClaim<>(n, "publisher", line.text(), line.page())))
        : Optional.empty();
  }

  /**
   * Completes a name with the place in the name of the web page's source; returns it unchanged if
   * no source ends with it. If no name was read, returns a source that the text mentions or by
   * which it calls itself (我站) or, for a government, a source that is a government or finance
   * department; null if there is none.
   *
   * @param isDocumentOfGovernment whether the document is that of a whole government
   */
  static @Nullable MetadataClaim<AgencyName> complete(
      @Nullable MetadataClaim<AgencyName> nameClaim,
      MetadataSourceText sourceText,
      boolean isDocumentOfGovernment) {
    List<MetadataClaim<AgencyName>> sources = findSources(sourceText);
    if (nameClaim == null) {
      return sources.stream()
          .filter(
              s ->
                  isDocumentOfGovernment
                      ? isFinanceAgencyOrGovernment(s)
                      : isMentioned(s, sourceText.lines())
                          || (!isFinanceAgencyOrGovernment(s)
                              && s.value().isAuthorOf(sourceText.lines())))
          .findFirst()
          .orElse(null);
    }
    return sources.stream()
        .filter(s -> s.value().name().endsWith(nameClaim.value().name()))
        .findFirst()
        .orElse(nameClaim);
  }

  /** Finds the publishing agencies named after labels such as 来源 whose names begin with a place. */
  private static List<MetadataClaim<AgencyName>> findSources(MetadataSourceText sourceText) {
    List<MetadataClaim<AgencyName>> found = new ArrayList<>();
    List<DocumentLine> cover = sourceText.cover();
    for (int i = 0; i < cover.size(); i++) {
      String text = cover.get(i).text();
      boolean bare = BARE_LABEL.matcher(text).matches() && i + 1 < cover.size();
      DocumentLine line = cover.get(i);
      Matcher label = LABEL.matcher(bare ? text + "：" + cover.get(i + 1).text() : text);
      while (label.find()) {
        String quote = label.group();
        AgencyName.readFrom(label.group("name"))
            .filter(AgencyName::hasAgencyEnding)
            .filter(name -> name.leadingPlaces(Gazetteer.standard()).placeCount() > 0)
            .map(name -> new MetadataClaim<>(name, "publisher", quote, line.page()))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  /**
   * Whether the named publisher is a finance agency or a government, which publish for other
   * agencies.
   */
  private static boolean isFinanceAgencyOrGovernment(MetadataClaim<AgencyName> claim) {
    String name = claim.value().name();
    return name.endsWith("财政局") || name.endsWith("财政厅") || name.endsWith("人民政府");
  }

  /**
   * Whether a line mentions the agency without its place, other than in a label such as 来源 or as
   * the superior of another agency. False for names of fewer than three characters.
   */
  private static boolean isMentioned(MetadataClaim<AgencyName> claim, List<DocumentLine> lines) {
    String own = claim.value().nameAfterPlaces(Gazetteer.standard());
    return own.length() >= 3
        && lines.stream()
            .filter(l -> l.text().contains(own) && !l.text().equals(claim.value().name()))
            .filter(l -> !LABEL.matcher(l.text()).find())
            .anyMatch(
                l -> !SUPERIOR_WORDS.matcher(l.text().substring(0, l.text().indexOf(own))).find());
  }
}
