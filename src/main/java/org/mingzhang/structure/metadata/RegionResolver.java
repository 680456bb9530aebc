package org.mingzhang.structure.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Evidence;
import org.mingzhang.region.Division;
import org.mingzhang.region.Division.Rank;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.region.PlaceChain;
import org.mingzhang.region.PlaceVoteCounter;
import org.mingzhang.region.Townships;
import org.mingzhang.text.PatternTable;

/**
 * Determines the administrative division from the places in the agency's name, then from those in
 * the title. If several divisions have the name, the province or city that the document mentions
 * decides, on the cover first; otherwise the region stays unknown.
 */
final class RegionResolver {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(RegionResolver.class);
  private static final Pattern BRANCH_OFFICE = PATTERNS.get("branch");
  private static final Pattern CITY_OF_CORPS_DIVISION = PATTERNS.get("division-city");
  private static final Pattern FUNCTIONAL_ZONE = PATTERNS.get("zone");
  private static final Pattern PRISON = PATTERNS.get("prison");
  private static final Pattern COUNTY_NOT_IN_GAZETTEER = PATTERNS.get("unknown-county");
  private static final Pattern PLACE_NOT_IN_GAZETTEER = PATTERNS.get("unknown-place");

  private final Gazetteer gazetteer;
  private final SchoolRegionResolver schoolRegionResolver;
  private final SuperiorAgencyRule superiorAgencyRule;

  RegionResolver(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.schoolRegionResolver = new SchoolRegionResolver(gazetteer);
    this.superiorAgencyRule = new SuperiorAgencyRule(gazetteer);
  }

  /** Determines the administrative division of the agency; null if no rule determines it. */
  @Nullable MetadataClaim<Division> resolve(
      MetadataSourceText sourceText,
      @Nullable MetadataClaim<AgencyName> agency,
      @Nullable MetadataClaim<ParsedDisclosureTitle> title,
      ParsedDisclosureTitle fileNameTitle) {
    if (agency != null) {
      MetadataClaim<Division> found = resolveFromAgency(sourceText, agency, title, fileNameTitle);
      if (found != null || agency.value().leadingPlaces(gazetteer).placeCount() > 0) {
        return found;
      }
    }
    if (agency != null && SchoolRegionResolver.isUniversity(agency.value())) {
      MetadataClaim<Division> founded = schoolRegionResolver.findRegionOfFounder(sourceText);
      if (founded != null) {
        return founded;
      }
    }
    MetadataClaim<Division> titled = resolveFromPlace(sourceText, title, fileNameTitle);
    if (titled != null) {
      return titled;
    }
    MetadataClaim<Division> above =
        agency == null ? null : superiorAgencyRule.find(sourceText, agency.value());
    if (above != null) {
      return above;
    }
    List<DocumentLine> strong = coverWithSiteSection(sourceText);
    strong.addAll(sourceText.headings());
    strong.add(new DocumentLine(fileNameTitle.text(), 0, ""));
    List<DocumentLine> lines = removeUnknownPlace(strong, agency);
    return countVotes(lines, List.of())
        .findInnermost()
        .map(d -> claimFromLineNaming(d, lines))
        .or(
            () ->
                readFromSiteSection(sourceText)
                    .map(d -> new MetadataClaim<>(d, "column", d.name(), 0)))
        .orElse(null);
  }

  /** A division with the first line that has its name as evidence, or with its name alone. */
  private static MetadataClaim<Division> claimFromLineNaming(
      Division division, List<DocumentLine> lines) {
    DocumentLine line =
        lines.stream()
            .filter(l -> l.text().contains(division.name()))
            .findFirst()
            .orElse(new DocumentLine(division.name(), 0, ""));
    return new MetadataClaim<>(division, "places-on-cover", line.text(), line.page());
  }

  /**
   * The lines without the place at the beginning of the agency's name if this place is not in the
   * gazetteer, since parts of its name could be mistaken for other places. A place after it in the
   * agency's name is removed too, since the gazetteer knows only a namesake elsewhere. Returns the
   * unchanged lines if the name does not begin with an unknown place.
   */
  private List<DocumentLine> removeUnknownPlace(
      List<DocumentLine> lines, @Nullable MetadataClaim<AgencyName> agency) {
    if (agency == null || agency.value().leadingPlaces(gazetteer).placeCount() > 0) {
      return lines;
    }
    Matcher unknown = PLACE_NOT_IN_GAZETTEER.matcher(agency.value().name());
    if (!unknown.lookingAt()) {
      return lines;
    }
    String place = unknown.group("place");
    String rest = agency.value().name().substring(unknown.end());
    PlaceChain within = gazetteer.leadingPlaces(rest);
    String part = within.hasOnlyFullNames() ? rest.substring(0, within.end()) : place;
    return lines.stream()
        .map(
            line ->
                new DocumentLine(
                    line.text().replace(place, " ").replace(part, " "),
                    line.page(),
                    line.nextLine()))
        .toList();
  }

  /** The region of the site section in which the document was found; empty if it is unknown. */
  private Optional<Division> readFromSiteSection(MetadataSourceText sourceText) {
    String region = sourceText.siteSection().region();
    return region == null ? Optional.empty() : gazetteer.parseCodeOrPath(region);
  }

  /** The lines of the cover and, as one more line, the region of the site section. */
  private List<DocumentLine> coverWithSiteSection(MetadataSourceText sourceText) {
    List<DocumentLine> cover = new ArrayList<>(sourceText.cover());
    readFromSiteSection(sourceText)
        .ifPresent(d -> cover.add(new DocumentLine(String.join("", d.path()), 0, "")));
    return cover;
  }

  private @Nullable MetadataClaim<Division> resolveFromAgency(
      MetadataSourceText sourceText,
      MetadataClaim<AgencyName> agency,
      @Nullable MetadataClaim<ParsedDisclosureTitle> title,
      ParsedDisclosureTitle fileNameTitle) {
    AgencyName name = agency.value();
    PlaceChain chain = name.leadingPlaces(gazetteer);
    List<Division> town =
        chain.hasOnlyFullNames() ? List.of() : Townships.findCountiesOfLeadingTownship(name.name());
    List<Division> candidates =
        town.isEmpty()
            ? filterByTownship(chain.candidates(), name.nameAfterPlaces(gazetteer))
            : town;
    boolean exact = chain.hasOnlyFullNames() || !town.isEmpty();
    MetadataClaim<Division> found =
        chooseCandidate(sourceText, agency, title, fileNameTitle, candidates, exact);
    boolean byTownship =
        candidates.size() == 1 && (!town.isEmpty() || chain.candidates().size() > 1);
    return found == null || !byTownship
        ? found
        : new MetadataClaim<>(
            found.value(), found.rule() + Evidence.BY_TOWNSHIP, found.quote(), found.page());
  }

  /**
   * The division among the places that the agency's name may begin with; null if none is certain.
   *
   * @param needsNoConfirmation whether a single candidate needs no confirmation
   */
  private @Nullable MetadataClaim<Division> chooseCandidate(
      MetadataSourceText sourceText,
      MetadataClaim<AgencyName> agency,
      @Nullable MetadataClaim<ParsedDisclosureTitle> title,
      ParsedDisclosureTitle fileNameTitle,
      List<Division> candidates,
      boolean needsNoConfirmation) {
    AgencyName name = agency.value();
    String rest = name.nameAfterPlaces(gazetteer);
    if (candidates.size() == 1
        && COUNTY_NOT_IN_GAZETTEER.matcher(rest).lookingAt()
        && (!name.leadingPlaces(gazetteer).hasOnlyFullNames()
            || (candidates.getFirst().rank() == Rank.PROVINCE
                && gazetteer.leadingPlaces(rest).placeCount() > 0))) {
      // The gazetteer lacks the county: the place found may be only the beginning of its name, or
      // lie elsewhere.
      return null;
    }
    if (candidates.size() == 1 && isProvincialPrison(name.name(), candidates.getFirst())) {
      return agency.withValue(candidates.getFirst().province());
    }
    if (candidates.size() == 1 && needsNoConfirmation) {
      Division school = schoolRegionResolver.findRegionOfSchool(name, candidates.getFirst());
      return agency.withValue(
          school != null ? school : findBranchDivision(name.name(), candidates.getFirst()));
    }
    if (candidates.size() == 1) {
      return confirmShortName(sourceText, agency, candidates.getFirst(), fileNameTitle);
    }
    if (candidates.isEmpty()) {
      return null;
    }
    return chooseByVotes(
            mostReliableLines(sourceText, title, fileNameTitle),
            sourceText.lines(),
            candidates,
            agency)
        .map(claim -> claim.withValue(findBranchDivision(name.name(), claim.value())))
        .orElse(null);
  }

  private static boolean isProvincialPrison(String name, Division place) {
    return PRISON.matcher(name).find() && !name.contains(place.name());
  }

  /**
   * The divisions that contain the township named after the place; all divisions if none contains
   * it.
   */
  private static List<Division> filterByTownship(List<Division> candidates, String nameAfterPlace) {
    if (candidates.size() < 2) {
      return candidates;
    }
    List<Division> counties =
        Townships.findCountiesOfLeadingTownship(
            nameAfterPlace.startsWith("人民政府") ? nameAfterPlace.substring(4) : nameAfterPlace);
    List<Division> having = candidates.stream().filter(counties::contains).toList();
    return having.isEmpty() ? candidates : having;
  }

  /**
   * The division of a place named without 市 or 县. For a province this is certain; for a county, and
   * for a university named after a city, the text must confirm it. Null if it does not.
   */
  private @Nullable MetadataClaim<Division> confirmShortName(
      MetadataSourceText sourceText,
      MetadataClaim<AgencyName> agency,
      Division division,
      ParsedDisclosureTitle fileNameTitle) {
    String name = agency.value().name();
    if (division.rank() == Rank.CITY && SchoolRegionResolver.isUniversity(agency.value())) {
      return schoolRegionResolver.findRegionByCityName(sourceText, agency, division);
    }
    boolean zone = FUNCTIONAL_ZONE.matcher(agency.value().nameAfterPlaces(gazetteer)).lookingAt();
    if (zone && agency.value().leadingPlaces(gazetteer).candidates().size() == 1) {
      return agency.withValue(division);
    }
    if (division.rank() == Rank.COUNTY
        && agency.value().leadingPlaces(gazetteer).placeCount() == 1) {
      return chooseByVotes(
              mostReliableLines(sourceText, null, fileNameTitle),
              sourceText.lines(),
              List.of(division),
              agency)
          .orElse(null);
    }
    return agency.withValue(findBranchDivision(name, division));
  }

  /**
   * The cover, the region of the site section, the place in the title, and the file name: lines
   * whose places have more weight in a vote than those of the text.
   */
  private List<DocumentLine> mostReliableLines(
      MetadataSourceText sourceText,
      @Nullable MetadataClaim<ParsedDisclosureTitle> title,
      ParsedDisclosureTitle fileNameTitle) {
    List<DocumentLine> strong = coverWithSiteSection(sourceText);
    String place = title == null ? null : title.value().place();
    if (place != null) {
      strong.add(new DocumentLine(place, 1, ""));
    }
    strong.add(new DocumentLine(fileNameTitle.text(), 0, ""));
    return strong;
  }

  private <T> Optional<MetadataClaim<Division>> chooseByVotes(
      List<DocumentLine> strongLines,
      List<DocumentLine> weakLines,
      List<Division> candidates,
      MetadataClaim<T> source) {
    return countVotes(strongLines, weakLines)
        .findWinnerAmong(candidates)
        .map(
            d ->
                new MetadataClaim<>(
                    d,
                    source.rule() + "+places-named",
                    source.quote() + " | " + String.join("/", d.path()),
                    source.page()));
  }

  private PlaceVoteCounter countVotes(
      List<DocumentLine> strongLines, List<DocumentLine> weakLines) {
    PlaceVoteCounter votes = new PlaceVoteCounter(gazetteer);
    strongLines.forEach(line -> votes.countVotes(line.text(), PlaceVoteCounter.STRONG_WEIGHT));
    weakLines.forEach(line -> votes.countVotes(line.text(), PlaceVoteCounter.WEAK_WEIGHT));
    return votes;
  }

  private @Nullable MetadataClaim<Division> resolveFromPlace(
      MetadataSourceText sourceText,
      @Nullable MetadataClaim<ParsedDisclosureTitle> title,
      ParsedDisclosureTitle fileNameTitle) {
    for (MetadataClaim<ParsedDisclosureTitle> claim : listTitles(title, fileNameTitle)) {
      String place = claim.value().place();
      List<Division> candidates =
          place == null ? List.of() : gazetteer.leadingPlaces(place).candidates();
      if (candidates.size() == 1) {
        return claim.withValue(candidates.getFirst());
      }
      if (!candidates.isEmpty()) {
        return chooseByVotes(
                coverWithSiteSection(sourceText), sourceText.lines(), candidates, claim)
            .orElse(null);
      }
    }
    return null;
  }

  private static List<MetadataClaim<ParsedDisclosureTitle>> listTitles(
      @Nullable MetadataClaim<ParsedDisclosureTitle> title, ParsedDisclosureTitle fileNameTitle) {
    MetadataClaim<ParsedDisclosureTitle> file =
        new MetadataClaim<>(fileNameTitle, "file-name", fileNameTitle.text(), 0);
    return title == null ? List.of(file) : List.of(title, file);
  }

  /**
   * The division of a branch office in a subordinate division: 某市公安局某区分局 lies in that district.
   * Returns {@code division} for any other name.
   */
  private Division findBranchDivision(String name, Division division) {
    Matcher city = CITY_OF_CORPS_DIVISION.matcher(name);
    if (city.find()) {
      List<Division> cities = gazetteer.divisionsNamed(city.group("place"));
      return cities.size() == 1 ? cities.getFirst() : division;
    }
    Matcher branch = BRANCH_OFFICE.matcher(name);
    if (!branch.find()) {
      return division;
    }
    List<Division> found =
        gazetteer.divisionsNamed(branch.group("place")).stream()
            .filter(d -> d.isWithin(division) && !d.equals(division))
            .toList();
    return found.size() == 1 ? found.getFirst() : division;
  }
}
