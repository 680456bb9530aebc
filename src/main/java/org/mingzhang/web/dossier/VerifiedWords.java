package org.mingzhang.web.dossier;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.FactAnchors;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Section;
import org.mingzhang.text.SearchNormalizer;
import org.mingzhang.web.finding.FindingView;
import org.mingzhang.web.lookup.DocumentDescription;
import org.mingzhang.web.render.Labels;

/**
 * The words of an entry, checked against the version that it cites. Files of dossiers are handed
 * on, so their words count as a quotation only if the version has them.
 *
 * @param quote words of the document; the words of the entry if the check failed
 * @param label name of the place; empty if it could not be checked
 * @param remark words of the portal about the place, which are no quotation, or empty
 * @param foundInVersion whether the version has the words
 */
record VerifiedWords(String quote, String label, String remark, boolean foundInVersion) {
  private static final String CELL_SEPARATOR = "|";
  private static final String NO_VALUE = "—";

  /**
   * Checks an entry that cites a place.
   *
   * @param section the section of the entry; null if it cites the whole document
   */
  static VerifiedWords verify(
      Dossier.Entry entry, ArchivedDisclosure cited, @Nullable Section section, Labels labels) {
    return switch (entry.kind()) {
      case SECTION -> {
        String label = section == null ? DocumentDescription.title(cited) : section.heading();
        yield new VerifiedWords(entry.quote(), label, "", isInText(entry.quote(), cited, section));
      }
      case FIGURE -> verifyFigure(entry, cited, section);
      case FINDING -> verifyFinding(entry, cited, section, labels);
      case INDICATOR -> keepEntryWords(entry, isIndicator(entry, cited, section));
      case TABLE ->
          keepEntryWords(
              entry,
              isTableTitle(entry.label(), cited, section)
                  && isInText(entry.quote(), cited, section));
      case SENTENCE, HEADING, TEXT ->
          keepEntryWords(entry, isInText(entry.quote(), cited, section));
    };
  }

  private static VerifiedWords keepEntryWords(Dossier.Entry entry, boolean isFoundInVersion) {
    return new VerifiedWords(entry.quote(), entry.label(), "", isFoundInVersion);
  }

  /**
   * Checks an entry that cites a figure. Its quote must occur at one of the figure's places or in
   * the text of the section; an empty quote is replaced by the words of the first place.
   */
  private static VerifiedWords verifyFigure(
      Dossier.Entry entry, ArchivedDisclosure cited, @Nullable Section section) {
    int at = FactAnchors.computeAnchors(cited.disclosure().facts()).names().indexOf(entry.anchor());
    if (at < 0) {
      boolean found = !entry.quote().isEmpty() && isInText(entry.quote(), cited, section);
      return new VerifiedWords(entry.quote(), "", "", found);
    }
    List<String> quotes =
        cited.disclosure().facts().get(at).locations().stream().map(FactLocation::quote).toList();
    if (entry.quote().isEmpty()) {
      return new VerifiedWords(quotes.getFirst(), entry.label(), "", true);
    }
    return keepEntryWords(
        entry,
        quotes.stream().anyMatch(quote -> contains(quote, entry.quote()))
            || isInText(entry.quote(), cited, section));
  }

  /**
   * Checks an entry that cites a finding. The quote of the finding becomes the quote, and the
   * portal's description of the finding the remark. If the version does not have the finding, only
   * the entry's own quote is looked for.
   */
  private static VerifiedWords verifyFinding(
      Dossier.Entry entry, ArchivedDisclosure cited, @Nullable Section section, Labels labels) {
    return FindingView.find(cited, entry.anchor())
        .map(FindingView::finding)
        .map(
            finding ->
                new VerifiedWords(finding.quote(), "", describe(finding, cited, labels), true))
        .orElseGet(
            () -> {
              boolean found = !entry.quote().isEmpty() && isInText(entry.quote(), cited, section);
              return new VerifiedWords(entry.quote(), "", "", found);
            });
  }

  private static String describe(Finding finding, ArchivedDisclosure cited, Labels labels) {
    boolean pages = cited.disclosure().source().hasPrintedPages();
    Finding.QuoteLocation other = finding.other();
    return Stream.of(
            other == null
                ? ""
                : labels.text(
                    "dossier.other",
                    pages ? labels.text("page", other.page()) : labels.text("enquiry.text"),
                    other.quote()),
            labels.message(finding.message(), finding.messageEnglish()),
            labels.formula(finding.formula()))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** Whether all cells of the entry occur in one indicator row. */
  private static boolean isIndicator(
      Dossier.Entry entry, ArchivedDisclosure cited, @Nullable Section section) {
    List<String> cells =
        Stream.concat(
                Stream.of(entry.label()), Stream.of(entry.quote().split("\\" + CELL_SEPARATOR, -1)))
            .map(String::strip)
            .filter(cell -> !cell.isEmpty() && !cell.equals(NO_VALUE))
            .toList();
    return cited.disclosure().indicators().stream()
        .filter(row -> section == null || row.sectionPath().equals(section.path()))
        .map(VerifiedWords::join)
        .anyMatch(row -> cells.stream().allMatch(cell -> contains(row, cell)));
  }

  private static String join(Indicator indicator) {
    return Stream.of(
            indicator.level3(),
            indicator.target(),
            indicator.actual(),
            indicator.score() + "/" + indicator.weight(),
            indicator.score(),
            indicator.note(),
            indicator.met().label(),
            indicator.met().english())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(CELL_SEPARATOR));
  }

  private static boolean isTableTitle(
      String label, ArchivedDisclosure cited, @Nullable Section section) {
    return isInText(label, cited, section)
        || cited.disclosure().tables().stream().anyMatch(table -> contains(table.title(), label));
  }

  private static boolean isInText(
      String words, ArchivedDisclosure cited, @Nullable Section section) {
    return section != null
        ? contains(section.text(), words)
        : cited.disclosure().sections().stream().anyMatch(s -> contains(s.text(), words));
  }

  /** Whether a text contains words, folded as for search. */
  static boolean contains(String text, String words) {
    return SearchNormalizer.fold(text).contains(SearchNormalizer.fold(words));
  }
}
