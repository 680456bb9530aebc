package org.mingzhang.question;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The agencies of which documents are kept, to be found by what readers call them. Immutable. */
public final class AgencyDirectory {
  private final List<KnownAgency> agencies;

  /** A directory of agencies, each once. */
  public AgencyDirectory(Collection<KnownAgency> agencies) {
    this.agencies = List.copyOf(agencies);
  }

  /** All of them. */
  public List<KnownAgency> all() {
    return agencies;
  }

  /** Length of the longest beginning of a folded name that is a place of an agency; 0 for none. */
  int placeIn(String name) {
    for (int end = name.length(); end > 1; end--) {
      String place = name.substring(0, end);
      if (agencies.stream().anyMatch(agency -> agency.fit(place) == KnownAgency.Fit.PLACE)) {
        return end;
      }
    }
    return 0;
  }

  /**
   * What a name stands for.
   *
   * @param agencies those that fit best, in the order of the directory
   * @param place whether the name is that of a place alone
   */
  record Found(List<KnownAgency> agencies, boolean place) {}

  /**
   * The agencies that a folded name fits best; none where it fits nobody. A short name that may be
   * that of different agencies (文化局 of 文化局 and 文化和旅游局) stands for the one that bears it in full,
   * else for nobody.
   *
   * @param everywhere whether agencies below the named place are asked for as well
   */
  Found named(String name, boolean everywhere) {
    Map<KnownAgency.Fit, List<KnownAgency>> fitting = new EnumMap<>(KnownAgency.Fit.class);
    for (KnownAgency agency : agencies) {
      fitting.computeIfAbsent(agency.fit(name), k -> new ArrayList<>()).add(agency);
    }
    List<KnownAgency> full = of(fitting, KnownAgency.Fit.NAME);
    List<KnownAgency> within = of(fitting, KnownAgency.Fit.NAME_WITHIN);
    if (everywhere && !within.isEmpty()) {
      return new Found(within, false);
    }
    if (!full.isEmpty()) {
      return new Found(full, false);
    }
    for (KnownAgency.Fit fit :
        List.of(
            KnownAgency.Fit.SHORT_NAME,
            KnownAgency.Fit.NAME_WITHIN,
            KnownAgency.Fit.SHORT_NAME_WITHIN)) {
      List<KnownAgency> found = of(fitting, fit);
      if (!found.isEmpty() && (fit == KnownAgency.Fit.NAME_WITHIN || alike(found))) {
        return new Found(found, false);
      }
    }
    List<KnownAgency> places = of(fitting, KnownAgency.Fit.PLACE);
    return new Found(places, !places.isEmpty());
  }

  private static List<KnownAgency> of(
      Map<KnownAgency.Fit, List<KnownAgency>> fitting, KnownAgency.Fit fit) {
    return fitting.getOrDefault(fit, List.of());
  }

  private static boolean alike(List<KnownAgency> agencies) {
    return agencies.stream().map(KnownAgency::core).collect(Collectors.toSet()).size() == 1;
  }
}
