package org.mingzhang.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The counties with a township, town or subdistrict of a given name. A name may occur once or in a
 * hundred counties (城关镇), so every result is a list. Immutable and thread-safe.
 */
public final class Townships {
  /** The last character of every name: 镇, 乡, 街道, 苏木. */
  private static final Pattern NAME_END = Pattern.compile("[镇乡道木]");

  private final Map<String, List<Division>> counties = new HashMap<>();

  private final int maxNameLength;

  private Townships(Gazetteer gazetteer) {
    Map<String, Division> byCode = new HashMap<>();
    gazetteer.divisions().stream()
        .filter(Division::isCurrent)
        .forEach(d -> byCode.putIfAbsent(d.code(), d));
    for (String[] row : GazetteerReader.readRows("townships.tsv", 2)) {
      Division county = byCode.get(row[0]);
      if (county == null) {
        throw new IllegalStateException("townships.tsv: no division has code " + row[0]);
      }
      for (String name : row[1].split(",", -1)) {
        counties.computeIfAbsent(name, any -> new ArrayList<>(1)).add(county);
      }
    }
    this.maxNameLength = counties.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  /** The townships of the standard gazetteer, loaded on first use. */
  public static Townships standard() {
    return LazyHolder.TOWNSHIPS;
  }

  /**
   * The counties of the township at the start of a text: 华大街道 in 华大街道办事处; empty if the text begins
   * with no known one. Of several known names the longest counts: 乌镇镇 in 乌镇镇人民政府, not 乌镇. The table
   * is not loaded for a text that cannot begin with one.
   */
  public static List<Division> findCountiesOfLeadingTownship(String text) {
    if (!NAME_END.matcher(text).find()) {
      return List.of();
    }
    for (int end = Math.min(text.length(), standard().maxNameLength); end > 0; end--) {
      List<Division> found = standard().counties.get(text.substring(0, end));
      if (found != null) {
        return List.copyOf(found);
      }
    }
    return List.of();
  }

  /** Creates the shared table when it is first used. */
  private static final class LazyHolder {
    static final Townships TOWNSHIPS = new Townships(Gazetteer.standard());
  }
}
