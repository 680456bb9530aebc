package org.mingzhang.web.dossier;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.web.cite.Citation;
import org.mingzhang.web.render.Labels;

/**
 * Formats the title of a dossier and the locations of its entries (document, section, page) in the
 * language of the page.
 *
 * @param labels texts of the language
 */
record DossierTextFormatter(Labels labels) {
  /**
   * The location of an entry: document, section and, if the document has pages of its own, page.
   * The document's id stands for a source that was not found.
   */
  String formatPlace(ResolvedEntry entry) {
    Citation cited = entry.citation();
    int page = entry.entry().page() > 0 || cited == null ? entry.entry().page() : cited.page();
    String where =
        Stream.of(entry.title(), entry.heading())
            .filter(s -> !s.isEmpty())
            .collect(Collectors.joining(" › "));
    String named = where.isEmpty() ? entry.entry().documentId() : where;
    return page > 0 && entry.hasPrintedPages()
        ? labels.text("dossier.place", named, labels.text("page", page))
        : named;
  }

  /** The title, or a default. */
  String formatTitle(Dossier dossier) {
    return dossier.title().isEmpty() ? labels.text("dossier.title") : dossier.title();
  }
}
