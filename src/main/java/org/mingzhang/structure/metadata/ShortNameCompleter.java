package org.mingzhang.structure.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.Subsequence;

/**
 * Replaces the short name of a commission or association in a title (某区文化旅游委, 某县妇联) by its full
 * name in a signature (某市某区文化和旅游发展委员会) or, for an association, in the text. Stateless.
 */
final class ShortNameCompleter {
  private static final int MAX_OPENING_LINES = 400;
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ShortNameCompleter.class);
  private static final Pattern SHORT_NAME = PATTERNS.get("short-name");
  private static final Pattern FULL_NAME = PATTERNS.get("full-name");
  private static final Pattern OMITTED_BEGINNING = PATTERNS.get("omitted-beginning");

  private ShortNameCompleter() {}

  /**
   * The name as it is written in full; {@code nameClaim} itself if it is not short or nowhere in
   * full.
   */
  static MetadataClaim<AgencyName> complete(
      MetadataClaim<AgencyName> nameClaim, MetadataSourceText sourceText) {
    AgencyName name = nameClaim.value();
    Matcher shortName = SHORT_NAME.matcher(name.name());
    if (!shortName.find() || name.leadingPlaces(Gazetteer.standard()).placeCount() == 0) {
      return nameClaim;
    }
    List<MetadataClaim<AgencyName>> candidates = new ArrayList<>(SignatureReader.find(sourceText));
    candidates.addAll(SignatureReader.findSignerOfNotice(sourceText));
    if (shortName.group("association") != null) {
      candidates.addAll(findInText(name, sourceText.lines()));
    }
    return candidates.stream()
        .filter(candidate -> isFullNameOf(candidate.value(), name))
        .findFirst()
        .orElse(nameClaim);
  }

  /** The full names of associations behind the place of a short name in the opening lines. */
  private static List<MetadataClaim<AgencyName>> findInText(
      AgencyName shortName, List<DocumentLine> lines) {
    String own = shortName.nameAfterPlaces(Gazetteer.standard());
    String place = shortName.name().substring(0, shortName.name().length() - own.length());
    List<MetadataClaim<AgencyName>> found = new ArrayList<>();
    for (DocumentLine line : MetadataSourceText.firstLines(MAX_OPENING_LINES, lines)) {
      String text = line.text();
      for (int at = text.indexOf(place); at >= 0; at = text.indexOf(place, at + 1)) {
        Matcher full = FULL_NAME.matcher(text).region(at + place.length(), text.length());
        if (full.lookingAt()) {
          AgencyName.readFrom(place + full.group())
              .map(name -> new MetadataClaim<>(name, "full-name", text, line.page()))
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static boolean isFullNameOf(AgencyName fullName, AgencyName shortName) {
    Gazetteer places = Gazetteer.standard();
    String longer = fullName.nameAfterPlaces(places);
    String shorter = shortName.nameAfterPlaces(places);
    String compared = OMITTED_BEGINNING.matcher(longer).replaceFirst("");
    return FULL_NAME.matcher(longer).matches()
        && shorter.length() >= 2
        && compared.charAt(0) == shorter.charAt(0)
        && Subsequence.containsInOrder(compared, shorter)
        && fullName.leadingPlaces(places).candidates().stream()
            .anyMatch(shortName.leadingPlaces(places).candidates()::contains);
  }
}
