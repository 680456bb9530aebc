package org.mingzhang.structure.metadata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts how often each agency name was read, and keeps the first reading of each. */
final class AgencyNameTally {
  private final Map<String, List<MetadataClaim<AgencyName>>> claimsByName = new LinkedHashMap<>();

  void addClaim(MetadataClaim<AgencyName> claim) {
    claimsByName.computeIfAbsent(claim.value().name(), any -> new ArrayList<>()).add(claim);
  }

  /** The first reading of each name, with the most frequent name first. */
  List<MetadataClaim<AgencyName>> rankByCount() {
    return sortByCount().stream().map(List::getFirst).toList();
  }

  /**
   * The name that was read at least {@code minCount} times and at least twice as often as any
   * other, as a list of at most one element.
   */
  List<MetadataClaim<AgencyName>> findDominantName(int minCount) {
    List<List<MetadataClaim<AgencyName>>> ranked = sortByCount();
    boolean enough = !ranked.isEmpty() && ranked.getFirst().size() >= minCount;
    boolean alone = ranked.size() < 2 || ranked.getFirst().size() >= 2 * ranked.get(1).size();
    return enough && alone ? List.of(ranked.getFirst().getFirst()) : List.of();
  }

  private List<List<MetadataClaim<AgencyName>>> sortByCount() {
    return claimsByName.values().stream()
        .sorted(Comparator.comparingInt((List<MetadataClaim<AgencyName>> c) -> c.size()).reversed())
        .toList();
  }
}
