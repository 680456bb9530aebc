package org.mingzhang.structure.metadata;

import java.util.List;
import java.util.stream.Stream;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.text.Subsequence;

/**
 * Replaces the short name of a commission in a title (某区文化旅游委) by its full name in a signature
 * (某市某区文化和旅游发展委员会). Stateless.
 */
final class ShortNameCompleter {
  private static final String SHORT_ENDING = "委";
  private static final String FULL_ENDING = "委员会";

  private ShortNameCompleter() {}

  /**
   * The name as it is signed in full; {@code nameClaim} itself if it is not short or not signed.
   */
  static MetadataClaim<AgencyName> complete(
      MetadataClaim<AgencyName> nameClaim, MetadataSourceText sourceText) {
    String name = nameClaim.value().name();
    if (!name.endsWith(SHORT_ENDING)
        || nameClaim.value().leadingPlaces(Gazetteer.standard()).placeCount() == 0) {
      return nameClaim;
    }
    List<MetadataClaim<AgencyName>> signers =
        Stream.concat(
                SignatureReader.find(sourceText).stream(),
                SignatureReader.findSignerOfNotice(sourceText).stream())
            .toList();
    return signers.stream()
        .filter(signer -> isFullNameOf(signer.value(), nameClaim.value()))
        .findFirst()
        .orElse(nameClaim);
  }

  private static boolean isFullNameOf(AgencyName fullName, AgencyName shortName) {
    Gazetteer places = Gazetteer.standard();
    String longer = fullName.nameAfterPlaces(places);
    String shorter = shortName.nameAfterPlaces(places);
    return longer.endsWith(FULL_ENDING)
        && shorter.length() > 2
        && longer.charAt(0) == shorter.charAt(0)
        && Subsequence.containsInOrder(longer, shorter)
        && fullName.leadingPlaces(places).candidates().stream()
            .anyMatch(shortName.leadingPlaces(places).candidates()::contains);
  }
}
