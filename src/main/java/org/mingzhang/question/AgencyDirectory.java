package org.mingzhang.question;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The agencies that have documents in the archive, for looking them up by names as readers type
 * them. Immutable.
 */
public final class AgencyDirectory {
  private final List<KnownAgency> agencies;

  /** Creates a directory of distinct agencies. */
  public AgencyDirectory(Collection<KnownAgency> agencies) {
    this.agencies = List.copyOf(agencies);
  }

  /** All agencies, in the order in which they were given. */
  public List<KnownAgency> all() {
    return agencies;
  }

  /**
   * Length of the longest prefix of at least two characters of a folded name that names a place of
   * an agency; 0 if there is none.
   */
  int placePrefixLength(String name) {
    for (int end = name.length(); end > 1; end--) {
      String place = name.substring(0, end);
      if (agencies.stream()
          .anyMatch(agency -> agency.matchName(place) == KnownAgency.NameFit.PLACE)) {
        return end;
      }
    }
    return 0;
  }

  /**
   * The agencies that a typed name may mean.
   *
   * @param agencies the agencies that match best, in the order of the directory; empty if none
   *     matches
   * @param matchesPlaceOnly whether the name is only the name of a place; the agencies are then all
   *     of that place
   */
  record Match(List<KnownAgency> agencies, boolean matchesPlaceOnly) {}

  /**
   * Finds the agencies that a folded name matches best. An abbreviation of several different names
   * (文局 of both 文化和旅游局 and 文化和体育局) matches no agency.
   *
   * @param includeAgenciesBelow whether agencies of lower places with the same full name are
   *     preferred to the agency of the named place
   */
  Match find(String name, boolean includeAgenciesBelow) {
    Map<KnownAgency.NameFit, List<KnownAgency>> fitting =
        agencies.stream().collect(Collectors.groupingBy(agency -> agency.matchName(name)));
    List<KnownAgency> exact = fitting.getOrDefault(KnownAgency.NameFit.NAME, List.of());
    List<KnownAgency> exactWithin =
        fitting.getOrDefault(KnownAgency.NameFit.NAME_WITHIN, List.of());
    if (includeAgenciesBelow && !exactWithin.isEmpty()) {
      return new Match(exactWithin, false);
    }
    if (!exact.isEmpty()) {
      return new Match(exact, false);
    }
    for (KnownAgency.NameFit fit :
        List.of(
            KnownAgency.NameFit.SHORT_NAME,
            KnownAgency.NameFit.NAME_WITHIN,
            KnownAgency.NameFit.SHORT_NAME_WITHIN)) {
      List<KnownAgency> found = fitting.getOrDefault(fit, List.of());
      boolean ofSameKind = found.stream().map(KnownAgency::kind).distinct().count() == 1;
      if (ofSameKind || (fit == KnownAgency.NameFit.NAME_WITHIN && !found.isEmpty())) {
        return new Match(found, false);
      }
    }
    List<KnownAgency> places = fitting.getOrDefault(KnownAgency.NameFit.PLACE, List.of());
    return new Match(places, !places.isEmpty());
  }
}
