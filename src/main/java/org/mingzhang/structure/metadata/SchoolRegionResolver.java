package org.mingzhang.structure.metadata;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.region.Division;
import org.mingzhang.region.Division.Rank;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.text.PatternTable;

/**
 * Determines the region of schools and universities, whose names are less explicit than those of
 * other agencies.
 */
final class SchoolRegionResolver {
  private static final int MAX_OPENING_LINES = 150;
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(SchoolRegionResolver.class);
  private static final Pattern UNIVERSITY = PATTERNS.get("university");
  private static final Pattern SCHOOL_BELOW_UNIVERSITY = PATTERNS.get("school-below-university");
  private static final Pattern PROVINCE_IN_CHARGE = PATTERNS.get("provincial");
  private static final Pattern FOUNDER = PATTERNS.get("founder");
  private static final Pattern APPROVAL = PATTERNS.get("approved");
  private static final Pattern NATIONAL_UNIVERSITY = PATTERNS.get("national-university");

  private final Gazetteer gazetteer;

  SchoolRegionResolver(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  static boolean isUniversity(AgencyName name) {
    return UNIVERSITY.matcher(name.name()).find();
  }

  /**
   * The city or county of a school whose name has the full name of the province and the short name
   * of the city (某省某地中学). The city is assumed because schools run by provinces are universities.
   * Null for any other name.
   */
  @Nullable Division findRegionOfSchool(AgencyName name, Division province) {
    boolean whole = province.rank() == Rank.PROVINCE && !province.name().endsWith("市");
    if (!whole || !SCHOOL_BELOW_UNIVERSITY.matcher(name.name()).find()) {
      return null;
    }
    List<Division> named =
        gazetteer.leadingPlaces(name.nameAfterPlaces(gazetteer)).candidates().stream()
            .filter(d -> d.isWithin(province) && !d.equals(province))
            .toList();
    return named.size() == 1 ? named.getFirst() : null;
  }

  /**
   * The region of a university named after a city. It may be run by the province or by the city;
   * the first line that names the province or the city decides. Null if no line does.
   */
  @Nullable MetadataClaim<Division> findRegionByCityName(
      MetadataSourceText sourceText, MetadataClaim<AgencyName> agency, Division city) {
    Division province = city.province();
    for (DocumentLine line : sourceText.lines()) {
      String text = APPROVAL.matcher(line.text()).replaceAll("");
      if (PROVINCE_IN_CHARGE.matcher(text).find() || text.contains(province.name())) {
        return new MetadataClaim<>(
            province, agency.rule() + "+provincial", line.text(), line.page());
      }
      if (text.contains("市教育局") || text.contains("市属") || text.contains(city.name() + "委")) {
        return agency.withValue(city);
      }
    }
    return null;
  }

  /**
   * The province or city whose government the opening lines name as the founder of a university
   * without a place in its name. Null if they name none or several, or call the university a
   * national one.
   */
  @Nullable MetadataClaim<Division> findRegionOfFounder(MetadataSourceText sourceText) {
    Set<Division> founders = new LinkedHashSet<>();
    MetadataClaim<Division> claim = null;
    for (DocumentLine line : MetadataSourceText.firstLines(MAX_OPENING_LINES, sourceText.lines())) {
      if (NATIONAL_UNIVERSITY.matcher(line.text()).find()) {
        return null;
      }
      Matcher founder = FOUNDER.matcher(line.text());
      while (founder.find()) {
        for (Division division : findPlacesAtEnd(founder.group("place"))) {
          founders.add(division);
          claim = new MetadataClaim<>(division, "founder", founder.group(), line.page());
        }
      }
    }
    return founders.size() == 1 ? claim : null;
  }

  /** The unambiguous places that end a text. */
  private List<Division> findPlacesAtEnd(String words) {
    return gazetteer.mentions(words).stream()
        .filter(place -> place.end() == words.length() && place.candidates().size() == 1)
        .map(place -> place.candidates().getFirst())
        .toList();
  }
}
