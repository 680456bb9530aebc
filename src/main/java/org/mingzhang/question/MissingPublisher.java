package org.mingzhang.question;

import java.util.Optional;
import java.util.function.Supplier;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.text.SearchNormalizer;

/**
 * A place or agency that a query names and that has no documents in the archive.
 *
 * @param place the folded name of the place; empty if the query names none
 * @param agency the folded name of the agency without the place; empty if the query names none
 * @param placeHasDocuments whether there are documents of other agencies of the place
 */
public record MissingPublisher(String place, String agency, boolean placeHasDocuments) {
  private static final int MAX_NAME_LENGTH = 30;

  /**
   * The place or agency that a query without hits names; empty if there are documents from it, if
   * the query names neither, or if it has more than {@link #MAX_NAME_LENGTH} characters or any that
   * is no ideograph.
   *
   * @param typed the query
   * @param agencyDirectory supplies the agencies; called only if the query may be a name
   */
  public static Optional<MissingPublisher> find(
      String typed, Supplier<AgencyDirectory> agencyDirectory) {
    String folded = SearchNormalizer.fold(typed);
    if (folded.isEmpty()
        || folded.length() > MAX_NAME_LENGTH
        || !folded.codePoints().allMatch(Character::isIdeographic)
        || !(KnownAgency.hasAgencySuffix(folded)
            || Gazetteer.standard().leadingPlaces(folded).end() == folded.length())) {
      return Optional.empty();
    }
    AgencyDirectory directory = agencyDirectory.get();
    int end = directory.placePrefixLength(folded);
    boolean kept = end > 0;
    if (!kept) {
      end = Gazetteer.standard().leadingPlaces(folded).end();
    }
    String place = folded.substring(0, end);
    String agency = folded.substring(end);
    if (agency.isEmpty()) {
      return kept ? Optional.empty() : Optional.of(new MissingPublisher(place, "", false));
    }
    boolean named = KnownAgency.hasAgencySuffix(agency);
    return named && directory.find(folded, true).agencies().isEmpty()
        ? Optional.of(new MissingPublisher(place, agency, kept))
        : Optional.empty();
  }
}
