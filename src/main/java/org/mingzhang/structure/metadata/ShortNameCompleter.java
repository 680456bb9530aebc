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

  /** The name as it is signed in full; {@code named} itself if it is not short or not signed. */
  static MetadataClaim<AgencyName> complete(
      MetadataClaim<AgencyName> named, MetadataSourceText sourceText) {
    String name = named.value().name();
    if (!name.endsWith(SHORT_ENDING)
        || named.value().leadingPlaces(Gazetteer.standard()).links() == 0) {
      return named;
    }
    List<MetadataClaim<AgencyName>> signers =
        Stream.concat(
                SignatureReader.find(sourceText).stream(),
                SignatureReader.findSignerOfNotice(sourceText).stream())
            .toList();
    return signers.stream()
        .filter(signer -> isFullNameOf(signer.value(), named.value()))
        .findFirst()
        .orElse(named);
  }

  private static boolean isFullNameOf(AgencyName full, AgencyName brief) {
    Gazetteer places = Gazetteer.standard();
    String longer = full.nameAfterPlaces(places);
    String shorter = brief.nameAfterPlaces(places);
    return longer.endsWith(FULL_ENDING)
        && shorter.length() > 2
        && longer.charAt(0) == shorter.charAt(0)
        && Subsequence.isIn(longer, shorter)
        && full.leadingPlaces(places).candidates().stream()
            .anyMatch(brief.leadingPlaces(places).candidates()::contains);
  }
}
