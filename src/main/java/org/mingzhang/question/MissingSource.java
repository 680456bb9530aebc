package org.mingzhang.question;

import java.util.Optional;
import java.util.function.Supplier;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.text.SearchNormalizer;

/**
 * A place or an agency that was asked for and of which nothing is kept.
 *
 * @param place the place as typed, or empty
 * @param agency the agency as typed, or empty
 * @param placeKept whether documents of other agencies of the place are kept
 */
public record MissingSource(String place, String agency, boolean placeKept) {
  private static final int LONGEST = 30;

  /**
   * What a query without hits names, empty where it names neither, or something is kept of it.
   *
   * @param known the agencies, asked for only if it may be a name
   */
  public static Optional<MissingSource> of(String typed, Supplier<AgencyDirectory> known) {
    String folded = SearchNormalizer.fold(typed);
    if (folded.isEmpty()
        || folded.length() > LONGEST
        || !folded.codePoints().allMatch(Character::isIdeographic)
        || !mayBeName(folded)) {
      return Optional.empty();
    }
    AgencyDirectory directory = known.get();
    int end = directory.placeIn(folded);
    boolean kept = end > 0;
    if (!kept) {
      end = Gazetteer.standard().leading(folded).end();
    }
    String place = folded.substring(0, end);
    String agency = folded.substring(end);
    if (agency.isEmpty()) {
      return kept ? Optional.empty() : Optional.of(new MissingSource(place, "", false));
    }
    boolean named = KnownAgency.endsAsAgency(agency);
    return named && directory.named(folded, true).agencies().isEmpty()
        ? Optional.of(new MissingSource(place, agency, kept))
        : Optional.empty();
  }

  private static boolean mayBeName(String folded) {
    return KnownAgency.endsAsAgency(folded)
        || Gazetteer.standard().leading(folded).end() == folded.length();
  }
}
