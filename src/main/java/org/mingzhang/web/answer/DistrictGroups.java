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
record DistrictGroups(Map<List<String>, List<DirectAnswer.AgencyValue>> byRegion) {

  static DistrictGroups groupByDistrict(List<DirectAnswer.AgencyValue> agencyValues) {
    Map<List<String>, List<DirectAnswer.AgencyValue>> groups = new LinkedHashMap<>();
    for (DirectAnswer.AgencyValue agencyValue : agencyValues) {
      groups
          .computeIfAbsent(agencyValue.agency().region(), region -> new ArrayList<>())
          .add(agencyValue);
    }
    return new DistrictGroups(groups);
  }

  /** Number of districts that are known. */
  int districtCount() {
    return (int) byRegion.keySet().stream().filter(region -> !region.isEmpty()).count();
  }

  /** All lines, district after district. */
  List<DirectAnswer.AgencyValue> lines() {
    return byRegion.values().stream().flatMap(List::stream).toList();
  }

  /** Whether a value is the first one of its district. */
  boolean isFirstOfDistrict(DirectAnswer.AgencyValue agencyValue) {
    return valuesInSameDistrict(agencyValue).getFirst().equals(agencyValue);
  }

  /** All values of agencies in the district of an agency, that of the agency included. */
  List<DirectAnswer.AgencyValue> valuesInSameDistrict(DirectAnswer.AgencyValue agencyValue) {
    return byRegion.getOrDefault(agencyValue.agency().region(), List.of(agencyValue));
  }
}
