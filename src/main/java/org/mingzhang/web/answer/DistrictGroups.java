package org.mingzhang.web.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines of a list grouped by district; districts and their lines keep the order of the list.
 * Values are not summed, since the archive need not have all agencies of a district.
 *
 * @param byRegion lines by region path; lines without region under the empty path
 */
record DistrictGroups(Map<List<String>, List<DirectAnswer.Line>> byRegion) {

  static DistrictGroups groupByDistrict(List<DirectAnswer.Line> lines) {
    Map<List<String>, List<DirectAnswer.Line>> groups = new LinkedHashMap<>();
    for (DirectAnswer.Line line : lines) {
      groups.computeIfAbsent(line.agency().region(), region -> new ArrayList<>()).add(line);
    }
    return new DistrictGroups(groups);
  }

  /** All lines, district after district. */
  List<DirectAnswer.Line> lines() {
    return byRegion.values().stream().flatMap(List::stream).toList();
  }

  /** Whether a line is the first of its district. */
  boolean isFirst(DirectAnswer.Line line) {
    return linesOfDistrictOf(line).getFirst().equals(line);
  }

  /** The lines of the same district as a line. */
  List<DirectAnswer.Line> linesOfDistrictOf(DirectAnswer.Line line) {
    return byRegion.getOrDefault(line.agency().region(), List.of(line));
  }
}
