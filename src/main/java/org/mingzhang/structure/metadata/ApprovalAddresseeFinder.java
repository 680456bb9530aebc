package org.mingzhang.structure.metadata;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.text.PatternTable;

/**
 * Determines the agency of a budget approval: not the finance department, but the addressee.
 *
 * <pre>
 *   某县财政局关于2024年部门预算的批复
 *   县农业农村局：                       → 某县农业农村局
 * </pre>
 */
final class ApprovalAddresseeFinder {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ApprovalAddresseeFinder.class);
  private static final Pattern TITLE = PATTERNS.get("title");
  private static final Pattern ADDRESSEE = Pattern.compile("(?<name>\\p{IsHan}{3,25})[：:]");
  private static final Pattern SEVERAL_AGENCIES = PATTERNS.get("several-agencies");
  private static final Pattern LEVEL = PATTERNS.get("level");

  private ApprovalAddresseeFinder() {}

  /**
   * Finds the addressee, as a list of at most one element; empty if the title is not that of an
   * approval or the cover does not address a single agency.
   */
  static List<MetadataClaim<AgencyName>> findAddressee(
      List<DocumentLine> cover, @Nullable MetadataClaim<ParsedDisclosureTitle> title) {
    Matcher approval = TITLE.matcher(title == null ? "" : title.value().text());
    if (!approval.find()) {
      return List.of();
    }
    String office = approval.group("office");
    String place = office.substring(0, Gazetteer.standard().leadingPlaces(office).end());
    for (DocumentLine line : cover) {
      Matcher written = ADDRESSEE.matcher(line.text());
      if (written.matches() && !SEVERAL_AGENCIES.matcher(line.text()).find()) {
        return AgencyName.readFrom(addPlace(place, written.group("name")))
            .filter(AgencyName::hasAgencyEnding)
            .map(name -> new MetadataClaim<>(name, "addressee", line.text(), line.page()))
            .stream()
            .toList();
      }
    }
    return List.of();
  }

  private static String addPlace(String place, String name) {
    return Gazetteer.standard().leadingPlaces(name).placeCount() > 0
        ? name
        : place + LEVEL.matcher(name).replaceFirst("");
  }
}
