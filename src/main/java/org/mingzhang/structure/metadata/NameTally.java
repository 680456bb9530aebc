package org.mingzhang.structure.metadata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The number of readings of each agency name, with the first reading. */
final class NameTally {
  private final Map<String, List<Claim<AgencyName>>> names = new LinkedHashMap<>();

  /** Counts one reading. */
  void add(Claim<AgencyName> claim) {
    names.computeIfAbsent(claim.value().name(), any -> new ArrayList<>()).add(claim);
  }

  /** The first reading of each name, most frequent name first. */
  List<Claim<AgencyName>> rankByCount() {
    return sortByCount().stream().map(List::getFirst).toList();
  }

  /**
   * The name read at least {@code fewest} times and twice as often as any other, as a list of at
   * most one element.
   */
  List<Claim<AgencyName>> findDominating(int fewest) {
    List<List<Claim<AgencyName>>> ranked = sortByCount();
    boolean enough = !ranked.isEmpty() && ranked.getFirst().size() >= fewest;
    boolean alone = ranked.size() < 2 || ranked.getFirst().size() >= 2 * ranked.get(1).size();
    return enough && alone ? List.of(ranked.getFirst().getFirst()) : List.of();
  }

  private List<List<Claim<AgencyName>>> sortByCount() {
    return names.values().stream()
        .sorted(Comparator.comparingInt((List<Claim<AgencyName>> c) -> c.size()).reversed())
        .toList();
  }
}
