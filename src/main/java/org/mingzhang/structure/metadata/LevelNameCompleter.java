package org.mingzhang.structure.metadata;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.metadata.DisclosureKind.Scope;
import org.mingzhang.text.PatternTable;

/**
 * Completes a name that has a level in place of its place (区林业局) with the place in the title
 * (某市某区2024年度部门决算). Stateless.
 */
final class LevelNameCompleter {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(LevelNameCompleter.class);
  private static final Pattern LEVEL_ONLY = PATTERNS.get("level-only");
  private static final Pattern REPORTING_OFFICIAL = PATTERNS.get("office");

  private LevelNameCompleter() {}

  /**
   * Completes a name that begins with the level of a place, 市财政局, by the place that the title
   * names. Without a name, the result for a document of a government is the completed name of the
   * department whose head reports it. For a city no department is completed, since a 市财政局 may
   * belong to the city above. Otherwise returns the name unchanged; null if there is no name.
   */
  static @Nullable MetadataClaim<AgencyName> complete(
      @Nullable MetadataClaim<AgencyName> nameClaim,
      @Nullable MetadataClaim<ParsedDisclosureTitle> title,
      List<DocumentLine> cover) {
    if (title == null) {
      return nameClaim;
    }
    String place = title.value().place();
    if (place == null) {
      return nameClaim;
    }
    if (nameClaim != null) {
      AgencyName whole = complete(nameClaim.value(), place);
      return whole == null ? nameClaim : nameClaim.withValue(whole);
    }
    DisclosureKind kind = title.value().kind();
    boolean city = place.endsWith("市");
    return kind != null && kind.scope() == Scope.GOVERNMENT && !city
        ? findReporter(cover, place)
        : null;
  }

  private static @Nullable MetadataClaim<AgencyName> findReporter(
      List<DocumentLine> cover, String place) {
    for (DocumentLine line : cover) {
      String words = REPORTING_OFFICIAL.matcher(line.text()).replaceFirst("");
      AgencyName whole =
          words.equals(line.text())
              ? null
              : AgencyName.readFrom(words)
                  .filter(name -> DisclosureTitleParser.mayPublishForGovernment(name.name()))
                  .map(name -> complete(name, place))
                  .orElse(null);
      if (whole != null) {
        return new MetadataClaim<>(whole, "cover-line", line.text(), line.page());
      }
    }
    return null;
  }

  private static @Nullable AgencyName complete(AgencyName name, String place) {
    String words = name.name();
    boolean level =
        LEVEL_ONLY.matcher(words).find()
            && words.charAt(0) == place.charAt(place.length() - 1)
            && name.hasAgencyEnding();
    return level ? new AgencyName(place + words.substring(1), name.impliedScope()) : null;
  }
}
