package org.mingzhang.structure.metadata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.structure.metadata.DisclosureKind.Scope;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.Subsequence;

/**
 * Determines the publishing agency from the sources of {@link #listSourcesByReliability}: title,
 * forms, cover, headings, labels, opening sentences, signature, most frequent name, file name and
 * site section. The first name with a known place is used.
 */
final class AgencyResolver {
  private static final int MAX_OPENING_LINES = 400;
  private static final int MIN_NAME_COUNT = 3;

  private static final int MAX_REPORT_OPENING_LINES = 150;

  /**
   * Maximum number of lines that count as the upper part of a form, in a document that is a form
   * itself.
   */
  private static final int MAX_FORM_HEAD_LINES = 60;

  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(AgencyResolver.class);
  private static final Pattern LEVEL_ONLY = PATTERNS.get("level-only");
  private static final Pattern LEVEL_INITIAL = PATTERNS.get("level-initial");
  private static final Pattern SIGNER_POSITION = PATTERNS.get("signer");
  private static final Pattern ENTRUSTING_GOVERNMENT = PATTERNS.get("entrusted");

  private static final List<Pattern> OPENING_SENTENCES = PATTERNS.getAll("opening-sentences");

  private final Gazetteer gazetteer;
  private final TownNameRule townNameRule;

  AgencyResolver(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.townNameRule = new TownNameRule(gazetteer);
  }

  /**
   * Determines the agency; null if no source names one. If the first name found has no known place,
   * a name of a later source that has a known place and ends with the first name is preferred.
   */
  @Nullable MetadataClaim<AgencyName> resolve(
      MetadataSourceText sourceText,
      @Nullable MetadataClaim<ParsedDisclosureTitle> title,
      ParsedDisclosureTitle fileNameTitle) {
    MetadataClaim<AgencyName> found = resolveAsPrinted(sourceText, title, fileNameTitle);
    MetadataClaim<AgencyName> whole = LevelNameCompleter.complete(found, title, sourceText.cover());
    return whole == null ? null : ShortNameCompleter.complete(whole, sourceText);
  }

  private @Nullable MetadataClaim<AgencyName> resolveAsPrinted(
      MetadataSourceText sourceText,
      @Nullable MetadataClaim<ParsedDisclosureTitle> title,
      ParsedDisclosureTitle fileNameTitle) {
    MetadataClaim<AgencyName> named = findFirstName(sourceText, title, fileNameTitle);
    if (named != null && hasKnownPlace(named.value())) {
      return findFullerName(
          TruncatedAgencyNameCompleter.complete(named, sourceText.lines()), sourceText.lines());
    }
    MetadataClaim<AgencyName> placed =
        named == null ? null : townNameRule.completePlace(named, sourceText.cover());
    MetadataClaim<AgencyName> complete =
        PublisherLabelReader.complete(placed, sourceText, isGovernmentTitle(title));
    boolean whole = complete != null && !complete.value().isBareEnding();
    return complete != null && whole
        ? findFullerName(complete, sourceText.lines())
        : AgencySelfDescriptionReader.find(sourceText.lines());
  }

  /**
   * Finds a fuller name after the labels of forms: the name with its place or, for a town, with
   * 人民政府, also at the beginning of a line with the day of publication. Returns {@code nameClaim} if
   * there is none.
   */
  private static MetadataClaim<AgencyName> findFullerName(
      MetadataClaim<AgencyName> nameClaim, List<DocumentLine> lines) {
    String name = nameClaim.value().name();
    return AgencyLabelReader.findImplementingAgency(lines).stream()
        .filter(c -> c.value().name().endsWith(name) || c.value().name().endsWith(name + "人民政府"))
        .findFirst()
        .or(() -> PublisherLabelReader.findGovernmentOfTown(name, lines))
        .orElse(nameClaim);
  }

  private @Nullable MetadataClaim<AgencyName> findFirstName(
      MetadataSourceText sourceText,
      @Nullable MetadataClaim<ParsedDisclosureTitle> title,
      ParsedDisclosureTitle fileNameTitle) {
    MetadataClaim<AgencyName> best = null;
    for (Supplier<List<MetadataClaim<AgencyName>>> source :
        listSourcesByReliability(sourceText, title, fileNameTitle)) {
      for (MetadataClaim<AgencyName> claim : source.get()) {
        boolean placed = hasKnownPlace(claim.value());
        if (claim.value().consistsOfPlaces(gazetteer)
            || claim.value().isEvaluationFirm()
            || (!placed && !claim.value().hasAgencyEnding())) {
          continue;
        }
        if (best == null) {
          best = claim;
        }
        if (placed && isShortFor(best.value().name(), claim.value().name())) {
          return claim;
        }
        if (hasKnownPlace(best.value())) {
          return best;
        }
      }
    }
    return best;
  }

  /** Whether a name is the end of another or, with a level for its place, short for it: 县委巡察办. */
  private static boolean isShortFor(String name, String fullName) {
    return fullName.endsWith(name)
        || (LEVEL_INITIAL.matcher(name).lookingAt() && Subsequence.containsInOrder(fullName, name));
  }

  /**
   * Finds agency names that fill a line of the cover. Left out are names with a level instead of a
   * place, names with the position of the person who signs and, in documents of a whole government,
   * agencies that cannot publish for it.
   */
  private static List<MetadataClaim<AgencyName>> findStandaloneNames(
      List<DocumentLine> cover, boolean isDocumentOfGovernment) {
    return DocumentTitleFinder.findStandaloneNames(cover).stream()
        .filter(
            claim ->
                !isDocumentOfGovernment
                    || DisclosureTitleParser.mayPublishForGovernment(claim.value().name()))
        .filter(claim -> !LEVEL_ONLY.matcher(claim.value().name()).find())
        .filter(claim -> !SIGNER_POSITION.matcher(claim.value().name()).find())
        .toList();
  }

  /**
   * The government on whose behalf a budget is reported: 受县人民政府委托 in the report of a county means
   * the county's government. A list of at most one element.
   */
  private static List<MetadataClaim<AgencyName>> findEntrustingGovernment(
      MetadataSourceText sourceText, @Nullable MetadataClaim<ParsedDisclosureTitle> title) {
    DisclosureKind kind = title == null ? null : title.value().kind();
    String place = title == null ? null : title.value().place();
    if (kind == null || kind.scope() != Scope.GOVERNMENT || place == null) {
      return List.of();
    }
    for (DocumentLine line :
        MetadataSourceText.firstLines(MAX_REPORT_OPENING_LINES, sourceText.lines())) {
      Matcher trust = ENTRUSTING_GOVERNMENT.matcher(line.text());
      if (trust.find()) {
        AgencyName name = new AgencyName(place + "人民政府", Scope.GOVERNMENT);
        String quote = trust.group() + " | " + place;
        return List.of(new MetadataClaim<>(name, "entrusted-by", quote, line.page()));
      }
    }
    return List.of();
  }

  /**
   * The sources of the name, the most reliable first; each is read only if the preceding ones give
   * no name with a known place.
   */
  private List<Supplier<List<MetadataClaim<AgencyName>>>> listSourcesByReliability(
      MetadataSourceText sourceText,
      @Nullable MetadataClaim<ParsedDisclosureTitle> title,
      ParsedDisclosureTitle fileNameTitle) {
    return List.of(
        () -> ApprovalAddresseeFinder.findAddressee(sourceText.cover(), title),
        () -> ProjectAgencyReader.find(sourceText, title),
        () -> readFromTitle(title),
        () ->
            isGoalOrEvaluationForm(title) || NonDisclosureDetector.find(sourceText) == null
                ? List.of()
                : SignatureReader.findSignerOfNotice(sourceText),
        () -> readFromForm(sourceText, title),
        () -> AgencyLabelReader.findOnCover(sourceText.cover()),
        () ->
            title == null
                ? List.of()
                : findStandaloneNames(sourceText.cover(), isGovernmentTitle(title)),
        () -> findEntrustingGovernment(sourceText, title),
        () -> HeadingAgencyReader.find(sourceText),
        () -> AgencyLabelReader.findByFrequency(sourceText.lines()),
        () -> findInOpeningSentences(sourceText),
        () -> isGovernmentTitle(title) ? List.of() : OpeningClauseReader.find(sourceText.lines()),
        () -> isGovernmentTitle(title) ? List.of() : SignatureReader.find(sourceText),
        () -> townNameRule.find(sourceText.lines()),
        () -> findDominantName(sourceText),
        () ->
            readFromTitle(new MetadataClaim<>(fileNameTitle, "file-name", fileNameTitle.text(), 0)),
        () -> isGovernmentTitle(title) ? List.of() : readFromSiteSection(sourceText));
  }

  /**
   * The agency named in a form: anywhere in the evaluation of a project; in the first {@link
   * #MAX_FORM_HEAD_LINES} lines if the title names goals, an evaluation of unknown subject or no
   * kind at all. Empty for other documents.
   */
  private static List<MetadataClaim<AgencyName>> readFromForm(
      MetadataSourceText sourceText, @Nullable MetadataClaim<ParsedDisclosureTitle> title) {
    DisclosureKind kind = title == null ? null : title.value().kind();
    if (kind != null && kind.genre() == DisclosureKind.Genre.PROJECT_EVALUATION) {
      List<MetadataClaim<AgencyName>> labeled =
          AgencyLabelReader.findImplementingAgency(sourceText.lines());
      return labeled.isEmpty()
          ? ProjectAgencyReader.findInSentence(sourceText.lines()).stream().toList()
          : labeled;
    }
    boolean form =
        kind == null
            || kind.genre() == DisclosureKind.Genre.GOALS
            || kind.genre() == DisclosureKind.Genre.EVALUATION;
    int head = Math.min(MAX_FORM_HEAD_LINES, sourceText.lines().size());
    return form
        ? AgencyLabelReader.findImplementingAgency(sourceText.lines().subList(0, head))
        : List.of();
  }

  /** Whether the title is that of a form with goals or of an evaluation, as below a notice. */
  private static boolean isGoalOrEvaluationForm(
      @Nullable MetadataClaim<ParsedDisclosureTitle> title) {
    DisclosureKind kind = title == null ? null : title.value().kind();
    return kind != null
        && (kind.genre() == DisclosureKind.Genre.GOALS
            || kind.genre() == DisclosureKind.Genre.PROJECT_EVALUATION);
  }

  private static boolean isGovernmentTitle(@Nullable MetadataClaim<ParsedDisclosureTitle> title) {
    DisclosureKind kind = title == null ? null : title.value().kind();
    return kind != null && kind.scope() == Scope.GOVERNMENT;
  }

  private static List<MetadataClaim<AgencyName>> readFromTitle(
      @Nullable MetadataClaim<ParsedDisclosureTitle> title) {
    AgencyName name = title == null ? null : title.value().agency();
    return title == null || name == null ? List.of() : List.of(title.withValue(name));
  }

  /**
   * The agency that publishes everything in the site section where the document was found, as a
   * list of at most one element.
   */
  private static List<MetadataClaim<AgencyName>> readFromSiteSection(
      MetadataSourceText sourceText) {
    String agency = sourceText.siteSection().agency();
    return agency == null
        ? List.of()
        : AgencyName.readFrom(agency)
            .map(name -> new MetadataClaim<>(name, "column", agency, 0))
            .stream()
            .toList();
  }

  private boolean hasKnownPlace(AgencyName name) {
    return !name.isBareEnding() && name.leadingPlaces(gazetteer).placeCount() > 0;
  }

  private List<MetadataClaim<AgencyName>> findInOpeningSentences(MetadataSourceText sourceText) {
    List<DocumentLine> placed = findLinesWithPlace(sourceText);
    List<MetadataClaim<AgencyName>> found = new ArrayList<>();
    for (Pattern opening : OPENING_SENTENCES) {
      for (DocumentLine line : placed) {
        Matcher sentence = opening.matcher(line.text());
        if (sentence.find()) {
          AgencyName.readFrom(sentence.group("name"))
              .filter(AgencyName::hasAgencyEnding)
              .filter(this::hasKnownPlace)
              .map(
                  name ->
                      new MetadataClaim<>(name, "opening-sentence", sentence.group(), line.page()))
              .ifPresent(found::add);
        }
      }
    }
    found.sort(Comparator.comparing(claim -> isPlaceAmbiguous(claim.value())));
    return found;
  }

  /** Whether the place of the name is ambiguous, as in the short form 经开区管委会. */
  private boolean isPlaceAmbiguous(AgencyName name) {
    return name.leadingPlaces(gazetteer).candidates().size() > 1;
  }

  /**
   * The lines among the first {@link #MAX_OPENING_LINES} that name a place, each joined with the
   * next line.
   */
  private List<DocumentLine> findLinesWithPlace(MetadataSourceText sourceText) {
    List<DocumentLine> lines = MetadataSourceText.firstLines(MAX_OPENING_LINES, sourceText.lines());
    List<DocumentLine> placed = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i).text();
      if (!gazetteer.mentions(text).isEmpty() || gazetteer.leadingPlaces(text).placeCount() > 0) {
        String next = i + 1 < lines.size() ? lines.get(i + 1).text() : "";
        placed.add(new DocumentLine(text + next, lines.get(i).page(), ""));
      }
    }
    return placed;
  }

  /**
   * The name with a place that occurs at least {@link #MIN_NAME_COUNT} times and at least twice as
   * often as any other; empty if there is none.
   */
  private List<MetadataClaim<AgencyName>> findDominantName(MetadataSourceText sourceText) {
    AgencyNameTally tally = new AgencyNameTally();
    for (DocumentLine line : sourceText.lines()) {
      String text = line.text();
      int chain = -1;
      for (Gazetteer.Mention mention : gazetteer.mentions(text)) {
        boolean inner = mention.start() == chain;
        chain = mention.end();
        if (inner) {
          continue;
        }
        String rest =
            text.substring(mention.start(), Math.min(text.length(), mention.start() + 40));
        AgencyNameReader.readName(rest, mention.end() - mention.start())
            .flatMap(AgencyName::readFrom)
            .map(name -> new MetadataClaim<>(name, "most-frequent-name", text, line.page()))
            .ifPresent(tally::addClaim);
      }
    }
    return tally.findDominantName(MIN_NAME_COUNT);
  }
}
