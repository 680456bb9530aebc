package org.mingzhang.question;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds agencies whose place was typed with one wrong character: 东岩区总工会 for 东岸区总工会. The rest of the
 * name must be right.
 */
final class SimilarPlaces {
  private static final int MIN_PLACE_LENGTH = 3;
  private static final int MAX_FOUND = 3;

  private SimilarPlaces() {}

  /** The agencies that a folded name without any match may mean, at most three. */
  static List<KnownAgency> find(String name, AgencyDirectory directory) {
    return directory.all().stream()
        .filter(agency -> agency.places().stream().anyMatch(place -> isMeant(name, place, agency)))
        .limit(MAX_FOUND)
        .toList();
  }

  private static boolean isMeant(String name, String place, KnownAgency agency) {
    return place.length() >= MIN_PLACE_LENGTH
        && IntStream.rangeClosed(0, name.length() - place.length())
            .filter(at -> differInOneCharacter(name.substring(at, at + place.length()), place))
            .mapToObj(at -> name.substring(0, at) + place + name.substring(at + place.length()))
            .map(agency::matchName)
            .anyMatch(
                fit -> fit == KnownAgency.NameFit.NAME || fit == KnownAgency.NameFit.SHORT_NAME);
  }

  private static boolean differInOneCharacter(String typed, String place) {
    return IntStream.range(0, place.length())
            .filter(i -> typed.charAt(i) != place.charAt(i))
            .count()
        == 1;
  }
}
