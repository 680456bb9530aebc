package org.mingzhang.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.region.Division.Rank;
import org.mingzhang.text.TsvResource;

/**
 * Reads the data files of the gazetteer: {@code divisions.tsv}, {@code former.tsv}, {@code
 * zones.tsv} and {@code zones-named.tsv}, and the rows of {@code townships.tsv} for {@link
 * Townships}. The comments of each file name its source.
 */
final class GazetteerReader {
  private static final String ZONE = "zone";

  private final Map<String, Division> currentDivisionByCode = new LinkedHashMap<>();
  private final List<Division> divisions = new ArrayList<>();

  /** The first division with each code. */
  private final Map<String, Division> firstDivisionByCode = new HashMap<>();

  private final Map<String, String[]> nameRowByCode = new LinkedHashMap<>();

  private GazetteerReader() {}

  /**
   * All divisions: divisions of the current list, then zones, then divisions of former lists.
   *
   * @throws IllegalStateException if a file is malformed or names an unknown code
   */
  static List<Division> read() {
    GazetteerReader tables = new GazetteerReader();
    List<String[]> byHand = readRows("zones-named.tsv", 4);
    byHand.stream().filter(r -> !r[0].isEmpty()).forEach(r -> tables.nameRowByCode.put(r[0], r));
    readRows("divisions.tsv", 3).forEach(r -> tables.addDivision(r, null, null));
    readRows("zones.tsv", 3).forEach(r -> tables.addZone(r[0], r[1], r[2], null));
    byHand.stream().filter(r -> r[0].isEmpty()).forEach(r -> tables.addZone("", r[2], r[1], r[3]));
    readRows("former.tsv", 6).forEach(tables::addFormerDivision);
    return List.copyOf(tables.divisions);
  }

  private void addDivision(String[] row, @Nullable Integer lastYear, @Nullable String successor) {
    Division parent = row[2].isEmpty() ? null : requireParent(row[2]);
    List<String> aliases = ShortNameDeriver.deriveNames(row[1]);
    String[] more = lastYear == null ? nameRowByCode.get(row[0]) : null;
    if (more != null) {
      Set<String> distinct = new LinkedHashSet<>(aliases);
      distinct.addAll(splitNames(more[3]));
      aliases = List.copyOf(distinct);
    }
    Division division =
        new Division(row[0], row[1], parent, rankOf(row[0], parent), aliases, lastYear, successor);
    if (lastYear == null) {
      currentDivisionByCode.put(division.code(), division);
    }
    add(division);
  }

  private void add(Division division) {
    divisions.add(division);
    firstDivisionByCode.putIfAbsent(division.code(), division);
  }

  private static Rank rankOf(String code, @Nullable Division parent) {
    if (parent == null) {
      return Rank.PROVINCE;
    }
    return code.endsWith("00") ? Rank.CITY : Rank.COUNTY;
  }

  private void addZone(String code, String name, String parentCode, @Nullable String otherNames) {
    Division parent = requireParent(parentCode);
    String[] more = code.isEmpty() ? null : nameRowByCode.get(code);
    String publishedAs = more == null ? name : more[2];
    Set<String> aliases = new LinkedHashSet<>();
    List<String> above = new ArrayList<>();
    for (Division d = parent; d != null; d = d.parent()) {
      above.addFirst(d.name());
      above.addAll(1, d.aliases());
    }
    if (more != null) {
      aliases.add(name);
      aliases.addAll(splitNames(more[3]));
      aliases.addAll(ShortNameDeriver.deriveZoneNames(name, above));
    }
    if (otherNames != null) {
      aliases.addAll(splitNames(otherNames));
    }
    aliases.addAll(ShortNameDeriver.deriveZoneNames(publishedAs, above));
    aliases.remove(publishedAs);
    String own = code.isEmpty() ? parent.code() : code;
    Division zone =
        new Division(own, publishedAs, parent, Rank.ZONE, List.copyOf(aliases), null, null);
    if (!code.isEmpty()) {
      currentDivisionByCode.put(code, zone);
    }
    add(zone);
  }

  /**
   * Adds a row of {@code former.tsv}. A zone in it was dropped from the statistical list; it still
   * publishes and counts as current, unless the row names a successor.
   */
  private void addFormerDivision(String[] row) {
    if (!row[4].equals(ZONE) && !row[4].equals("division")) {
      throw new IllegalStateException(
          "former.tsv: \"" + row[4] + "\" is neither division nor zone: " + String.join("\t", row));
    }
    if (row[4].equals(ZONE)) {
      if (row[5].isEmpty()) {
        addZone(row[0], row[1], row[2], null);
      }
    } else {
      addDivision(row, Integer.valueOf(row[3]), row[5].isEmpty() ? null : row[5]);
    }
  }

  private Division requireParent(String code) {
    Division found = currentDivisionByCode.get(code);
    if (found != null) {
      return found;
    }
    Division former = firstDivisionByCode.get(code);
    if (former == null) {
      throw new IllegalStateException("gazetteer: no division has code " + code);
    }
    return former;
  }

  private static List<String> splitNames(String names) {
    return Arrays.stream(names.split(",")).filter(n -> !n.isEmpty()).toList();
  }

  /** The rows of a table without its header row. */
  static List<String[]> readRows(String file, int columns) {
    return TsvResource.readRows(GazetteerReader.class, file, columns).stream()
        .skip(1)
        .map(row -> row.toArray(String[]::new))
        .toList();
  }
}
