package org.mingzhang.web.dossier;

import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.FactAnchors;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Section;
import org.mingzhang.web.finding.FindingView;

/**
 * The passage of an original that an entry cites: for findings and figures the words from which
 * they were read, for sections the heading, for tables the label; otherwise, or if the version does
 * not have the finding or figure, the quote of the entry.
 *
 * @param document the cited version
 * @param page 1-based page on which the passage begins; if the entry has none, the page of its
 *     section, or 1
 * @param words the passage as printed
 */
public record CitedPassage(ArchivedDisclosure document, int page, String words) {
  static CitedPassage find(
      Dossier.Entry entry, ArchivedDisclosure document, @Nullable Section section) {
    int start = section == null ? 1 : section.page();
    int page = entry.page() > 0 ? entry.page() : start;
    Disclosure disclosure = document.disclosure();
    return switch (entry.kind()) {
      case FINDING -> findOfFinding(entry, document, page);
      case FIGURE -> {
        int at = FactAnchors.computeAnchors(disclosure.facts()).names().indexOf(entry.anchor());
        FactLocation location = at < 0 ? null : disclosure.facts().get(at).locations().getFirst();
        yield location == null || location.quote().equals(entry.quote())
            ? new CitedPassage(document, page, entry.quote())
            : new CitedPassage(document, location.page(), location.quote());
      }
      case SECTION -> new CitedPassage(document, start, section == null ? "" : section.heading());
      case TABLE -> new CitedPassage(document, page, entry.label());
      case HEADING, TEXT, SENTENCE, INDICATOR -> new CitedPassage(document, page, entry.quote());
    };
  }

  private static CitedPassage findOfFinding(
      Dossier.Entry entry, ArchivedDisclosure document, int page) {
    return FindingView.find(document, entry.anchor())
        .map(FindingView::finding)
        .map(finding -> new CitedPassage(document, finding.page(), finding.quote()))
        .orElseGet(() -> new CitedPassage(document, page, entry.quote()));
  }
}
