package org.mingzhang.structure.metadata;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.YearFinder;

/**
 * Finds titles that {@link DocumentTitleFinder} does not find on the cover: in this order, a report
 * to the congress printed inside the first part; a publication or a statement on the three public
 * expenses (三公经费), which name agency and year but no kind; an announced document; an advance
 * evaluation; any title on the first lines.
 */
final class FallbackDocumentTitleFinder {
  private static final int MAX_SEARCHED_LINES = 150;
  private static final int MAX_TITLE_LINES = 4;
  private static final int MAX_TITLE_LENGTH = 90;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(FallbackDocumentTitleFinder.class);
  private static final Pattern REPORT_END = PATTERNS.get("report-end");
  private static final Pattern PUBLICATION_TITLE = PATTERNS.get("publication");
  private static final Pattern THREE_PUBLIC_TITLE = PATTERNS.get("three-public");
  private static final Pattern ANNOUNCEMENT =
      PATTERNS.get("fallback-document-title-finder-announced");
  private static final Pattern ADVANCE_EVALUATION_TITLE = PATTERNS.get("advance");
  private static final Pattern GOVERNMENT_EXPENSES = PATTERNS.get("government-expenses");
  private static final Pattern GOVERNMENT_NAME = PATTERNS.get("government-name");
  private static final Pattern TITLE_ON_TOP = PATTERNS.get("title-on-top");
  private static final int MAX_LINES_ABOVE_TITLE = 2;

  private static final Pattern YEAR = Pattern.compile("20\\d\\d年度?");

  private final DisclosureTitleParser parser;
  private final Gazetteer gazetteer;

  FallbackDocumentTitleFinder(DisclosureTitleParser parser, Gazetteer gazetteer) {
    this.parser = parser;
    this.gazetteer = gazetteer;
  }

  /**
   * Finds a title, trying the kinds of titles in the order that the class describes; empty if there
   * is none.
   */
  Optional<MetadataClaim<ParsedDisclosureTitle>> find(MetadataSourceText sourceText) {
    return findReportTitle(sourceText.lines())
        .or(() -> findTitleLine(sourceText, FallbackDocumentTitleFinder::parsePublication))
        .or(() -> findTitleLine(sourceText, this::parseThreePublicStatement))
        .or(() -> findAnnouncedTitle(sourceText.cover()))
        .or(() -> findTitleLine(sourceText, this::parseAdvanceEvaluation))
        .or(() -> findTitleOnTop(sourceText.lines()));
  }

  /**
   * A title of no known kind at the beginning of the document, with an agency before a year: a list
   * of projects, a report on one grant. The agency may be on the line above; agencies that report
   * for a whole government are excluded.
   */
  private static Optional<MetadataClaim<ParsedDisclosureTitle>> findTitleOnTop(
      List<DocumentLine> lines) {
    for (int from = 0; from < Math.min(lines.size(), MAX_LINES_ABOVE_TITLE); from++) {
      StringBuilder joined = new StringBuilder();
      for (int to = from; to < Math.min(lines.size(), from + 2); to++) {
        joined.append(lines.get(to).text());
        Matcher words = TITLE_ON_TOP.matcher(joined);
        Optional<AgencyName> name =
            words.matches()
                ? AgencyName.readFrom(words.group("name"))
                    .filter(n -> n.hasAgencyEnding() && n.beginsWithPlace())
                    .filter(n -> !GOVERNMENT_NAME.matcher(n.name()).find())
                : Optional.empty();
        if (name.isPresent()) {
          int year = YearFinder.findYears(words.group("year")).getFirst().year();
          ParsedDisclosureTitle title =
              new ParsedDisclosureTitle(words.group("title"), name.get(), null, year, null);
          return Optional.of(
              new MetadataClaim<>(title, "title", title.text(), lines.get(from).page()));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The title read from the first line of the cover from which one can be read; empty if there is
   * none.
   */
  private static Optional<MetadataClaim<ParsedDisclosureTitle>> findTitleLine(
      MetadataSourceText sourceText,
      Function<String, Optional<ParsedDisclosureTitle>> titleParser) {
    return sourceText.cover().stream()
        .flatMap(
            line ->
                titleParser.apply(line.text()).stream()
                    .map(t -> new MetadataClaim<>(t, "title", line.text(), line.page())))
        .findFirst();
  }

  /**
   * The title of an advance evaluation, a form that states neither agency nor year; empty if the
   * line is none.
   */
  private Optional<ParsedDisclosureTitle> parseAdvanceEvaluation(String line) {
    return ADVANCE_EVALUATION_TITLE.matcher(line).matches()
        ? Optional.of(parser.parsePrinted(line))
        : Optional.empty();
  }

  private Optional<MetadataClaim<ParsedDisclosureTitle>> findAnnouncedTitle(
      List<DocumentLine> cover) {
    for (DocumentLine line : cover) {
      Matcher words = ANNOUNCEMENT.matcher(line.text());
      ParsedDisclosureTitle title = words.find() ? parser.parseFileName(words.group("what")) : null;
      if (title != null && title.kind() != null && title.year() != null) {
        return Optional.of(new MetadataClaim<>(title, "announced", words.group(), line.page()));
      }
    }
    return Optional.empty();
  }

  private Optional<MetadataClaim<ParsedDisclosureTitle>> findReportTitle(List<DocumentLine> lines) {
    for (int from = 0; from < Math.min(lines.size(), MAX_SEARCHED_LINES); from++) {
      if (!lines.get(from).text().startsWith("关于")) {
        continue;
      }
      StringBuilder joined = new StringBuilder();
      for (int to = from; to < Math.min(lines.size(), from + MAX_TITLE_LINES); to++) {
        joined.append(lines.get(to).text());
        ParsedDisclosureTitle title = parseGovernmentReport(joined.toString());
        if (title != null) {
          return Optional.of(
              new MetadataClaim<>(title, "title-of-report", title.text(), lines.get(from).page()));
        }
      }
    }
    return Optional.empty();
  }

  private @Nullable ParsedDisclosureTitle parseGovernmentReport(String joinedLines) {
    if (joinedLines.length() > MAX_TITLE_LENGTH || !REPORT_END.matcher(joinedLines).find()) {
      return null;
    }
    ParsedDisclosureTitle title = parser.parsePrinted(joinedLines);
    DisclosureKind kind = title.kind();
    boolean whole = kind != null && kind.scope() == DisclosureKind.Scope.GOVERNMENT;
    return whole && title.year() != null && title.place() != null ? title : null;
  }

  private static Optional<ParsedDisclosureTitle> parsePublication(String line) {
    Matcher words = PUBLICATION_TITLE.matcher(line);
    List<YearFinder.YearInText> years = YearFinder.findYears(line);
    return words.matches() && years.size() == 1
        ? AgencyName.readFrom(words.group("name"))
            .filter(AgencyName::hasAgencyEnding)
            .map(n -> new ParsedDisclosureTitle(line, n, null, years.getFirst().year(), null))
        : Optional.empty();
  }

  private Optional<ParsedDisclosureTitle> parseThreePublicStatement(String line) {
    Matcher words = THREE_PUBLIC_TITLE.matcher(line);
    List<YearFinder.YearInText> years = YearFinder.findYears(line);
    if (!words.matches() || years.size() != 1) {
      return Optional.empty();
    }
    int year = years.getFirst().year();
    String front = YEAR.matcher(words.group("front")).replaceFirst("");
    AgencyName name =
        AgencyName.readLongestPrefix(front).filter(AgencyName::beginsWithPlace).orElse(null);
    if (name != null) {
      return Optional.of(new ParsedDisclosureTitle(line, name, null, year, null));
    }
    String place = front.substring(0, gazetteer.leadingPlaces(front).end());
    return gazetteer.leadingPlaces(front).placeCount() > 0
        ? Optional.of(
            new ParsedDisclosureTitle(line, null, place, year, parseGovernmentExpensesKind(line)))
        : Optional.empty();
  }

  /**
   * The kind of a statement on the expenses of a whole level of government (某区本级“三公”经费预算); null if
   * it names neither budget nor final accounts.
   */
  private static @Nullable DisclosureKind parseGovernmentExpensesKind(String text) {
    Matcher kind = GOVERNMENT_EXPENSES.matcher(text);
    return kind.find()
        ? new DisclosureKind(
            kind.group("kind").equals("决算")
                ? DisclosureKind.Genre.FINAL_ACCOUNTS
                : DisclosureKind.Genre.BUDGET,
            DisclosureKind.Scope.GOVERNMENT,
            kind.start("kind"),
            kind.end("kind"))
        : null;
  }
}
