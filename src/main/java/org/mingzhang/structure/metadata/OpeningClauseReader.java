package org.mingzhang.structure.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.region.PlaceChain;
import org.mingzhang.text.PatternTable;

/**
 * Reads the agency that is the subject of a clause in the opening of a document, whatever the
 * clause says: 某县林业局认真组织开展了自评. The name may be of any kind, since its end is known from the word
 * behind it. Stateless.
 */
final class OpeningClauseReader {
  private static final int MAX_OPENING_LINES = 80;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(OpeningClauseReader.class);
  private static final Pattern SUBJECT = PATTERNS.get("clause-subject");
  private static final Pattern FINANCE_DEPARTMENT = PATTERNS.get("finance-department");

  private OpeningClauseReader() {}

  /**
   * The only subject that begins with a known place, or the only one by whose last word the text
   * calls itself (本局, 我院), as a list of at most one element. A finance department is left out,
   * since it demands the reports of others.
   */
  static List<MetadataClaim<AgencyName>> find(List<DocumentLine> lines) {
    List<DocumentLine> opening = MetadataSourceText.firstLines(MAX_OPENING_LINES, lines);
    AgencyNameTally tally = new AgencyNameTally();
    opening.forEach(line -> listSubjects(line).forEach(tally::addClaim));
    List<MetadataClaim<AgencyName>> found = tally.rankByCount();
    if (found.size() > 1) {
      found = found.stream().filter(claim -> claim.value().isAuthorOf(opening)).toList();
    }
    return found.size() == 1 ? found : List.of();
  }

  private static List<MetadataClaim<AgencyName>> listSubjects(DocumentLine line) {
    List<MetadataClaim<AgencyName>> subjects = new ArrayList<>();
    Matcher subject = SUBJECT.matcher(line.text());
    while (subject.find()) {
      AgencyName.readFrom(subject.group("name"))
          .filter(AgencyName::hasAgencyEnding)
          .filter(OpeningClauseReader::hasFullPlace)
          .filter(name -> !name.consistsOfPlaces(Gazetteer.standard()))
          .filter(name -> !FINANCE_DEPARTMENT.matcher(name.name()).find())
          .map(name -> new MetadataClaim<>(name, "opening-clause", subject.group(), line.page()))
          .ifPresent(subjects::add);
    }
    return subjects;
  }

  /**
   * Whether the name begins with places in full; the short name of a place may be that of a town.
   */
  private static boolean hasFullPlace(AgencyName name) {
    PlaceChain places = name.leadingPlaces(Gazetteer.standard());
    return places.placeCount() > 0 && places.hasOnlyFullNames();
  }
}
