package org.mingzhang.question;

import java.util.List;
import java.util.stream.IntStream;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.text.Subsequence;

/**
 * Finds the agencies that a typed name without any match may mean: those whose place was typed with
 * one wrong character (东岩区总工会 for 东岸区总工会), and agencies of the named place whose names contain all
 * characters of the typed name in the same order.
 */
final class SimilarAgencies {
  private static final int MIN_PLACE_LENGTH = 3;
  private static final int MAX_FOUND = 3;

  private SimilarAgencies() {}

  /** The agencies that a folded name without any match may mean, at most three. */
  static List<KnownAgency> find(String name, AgencyDirectory directory) {
    int place = directory.placePrefixLength(name);
    boolean mayBeMistyped = Gazetteer.standard().leadingPlaces(name).end() == 0;
    return directory.all().stream()
        .filter(
            agency ->
                isAbridged(name, place, agency)
                    || (mayBeMistyped
                        && agency.places().stream()
                            .anyMatch(of -> matchesWithCorrectedPlace(name, of, agency))))
        .limit(MAX_FOUND)
        .toList();
  }

  /**
   * Whether a name consists of one of an agency's places, up to an offset, and after it of some
   * characters of the agency's name in their order.
   */
  private static boolean isAbridged(String name, int placeEnd, KnownAgency agency) {
    return placeEnd > 0
        && name.length() > placeEnd + 1
        && agency.matchName(name.substring(0, placeEnd)) == KnownAgency.NameFit.PLACE
        && Subsequence.containsInOrder(agency.core(), name.substring(placeEnd));
  }

  private static boolean matchesWithCorrectedPlace(String name, String place, KnownAgency agency) {
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
