package org.mingzhang.web.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines of a list that was asked for by place, those of a district together, districts and
 * their lines in the order of the list. Numbers of agencies are not added up: what is kept of a
 * district need not be all of it.
 *
 * @param byRegion the lines of each region path; those without one under an empty path
 */
record DistrictGroups(Map<List<String>, List<DirectAnswer.Line>> byRegion) {

  static DistrictGroups of(List<DirectAnswer.Line> lines) {
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
  boolean first(DirectAnswer.Line line) {
    return of(line).getFirst().equals(line);
  }

  /** The lines of the district of a line. */
  List<DirectAnswer.Line> of(DirectAnswer.Line line) {
    return byRegion.getOrDefault(line.agency().region(), List.of(line));
  }
}
