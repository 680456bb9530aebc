package org.mingzhang.structure.metadata;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.text.PatternTable;

/**
 * Determines the full name of a subdistrict or town that uses only its short name from the full
 * names of the units that it lists (某市某区某街道社区文化服务中心), or from the places before its name.
 */
final class TownNameRule {
  private static final int MIN_UNITS = 3;

  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(TownNameRule.class);
  private static final Pattern TOWN = PATTERNS.get("town-end");
  private static final Pattern TOWN_UNIT = PATTERNS.get("unit");

  private final Gazetteer gazetteer;

  TownNameRule(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /**
   * The full name of the town, as a list of at most one element. It is found only if at least
   * {@link #MIN_UNITS} units are named in full, all of one town, and a line begins with the short
   * name of that town.
   */
  List<MetadataClaim<AgencyName>> find(List<DocumentLine> lines) {
    Map<String, Set<String>> units = new HashMap<>();
    Map<String, DocumentLine> where = new HashMap<>();
    for (DocumentLine line : lines) {
      for (Gazetteer.Mention mention : gazetteer.mentions(line.text())) {
        Matcher unit = TOWN_UNIT.matcher(line.text().substring(mention.end()));
        if (unit.find()) {
          String town = joinPlacesBefore(line.text(), mention) + unit.group("town");
          units.computeIfAbsent(town, any -> new HashSet<>()).add(unit.group("unit"));
          where.putIfAbsent(town, line);
        }
      }
    }
    if (units.size() != 1 || units.values().iterator().next().size() < MIN_UNITS) {
      return List.of();
    }
    String town = units.keySet().iterator().next();
    DocumentLine line = where.getOrDefault(town, lines.getFirst());
    return findOwnFullName(lines, town)
        .flatMap(AgencyName::readFrom)
        .map(name -> List.of(new MetadataClaim<>(name, "units-of-town", line.text(), line.page())))
        .orElse(List.of());
  }

  /**
   * Completes a town without a known place (某镇) with the places that stand directly before it in
   * some lines; unchanged if it is no town, or if they name none.
   */
  MetadataClaim<AgencyName> completePlace(
      MetadataClaim<AgencyName> claim, List<DocumentLine> lines) {
    String town = claim.value().name();
    if (!TOWN.matcher(town).find()) {
      return claim;
    }
    for (DocumentLine line : lines) {
      int at = line.text().indexOf(town);
      for (Gazetteer.Mention mention :
          at < 0 ? List.<Gazetteer.Mention>of() : gazetteer.mentions(line.text())) {
        if (mention.end() == at) {
          String whole = joinPlacesBefore(line.text(), mention) + town;
          return new MetadataClaim<>(
              new AgencyName(whole, claim.value().impliedScope()),
              claim.rule() + "+text",
              claim.quote() + " | " + whole,
              claim.page());
        }
      }
    }
    return claim;
  }

  /** The places directly before a mention, followed by the mention: 某市某区. */
  private String joinPlacesBefore(String text, Gazetteer.Mention lastMention) {
    int start = lastMention.start();
    List<Gazetteer.Mention> mentions = gazetteer.mentions(text);
    for (int i = mentions.size() - 1; i >= 0; i--) {
      if (mentions.get(i).end() == start) {
        start = mentions.get(i).start();
      }
    }
    return text.substring(start, lastMention.end());
  }

  /** The full name if a line begins with the short name, 某街道办事处属区级直属单位; otherwise empty. */
  private static Optional<String> findOwnFullName(List<DocumentLine> lines, String town) {
    String office = town.endsWith("街道") ? "办事处" : "人民政府";
    for (int length = 2; length <= Math.min(8, town.length()); length++) {
      String shortName = town.substring(town.length() - length) + office;
      if (lines.stream().anyMatch(l -> l.text().startsWith(shortName))) {
        return Optional.of(town + office);
      }
    }
    return Optional.empty();
  }
}
