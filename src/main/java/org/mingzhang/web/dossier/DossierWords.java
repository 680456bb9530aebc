package org.mingzhang.web.dossier;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.web.cite.Citation;
import org.mingzhang.web.render.Labels;

/**
 * Words of a dossier in the language of a page.
 *
 * @param labels the words
 */
record DossierWords(Labels labels) {
  /** Where an entry stands: document, section and page. */
  String place(SourcedEntry entry) {
    Citation cited = entry.citation();
    int page = entry.entry().page() > 0 || cited == null ? entry.entry().page() : cited.page();
    String where =
        Stream.of(entry.title(), entry.heading())
            .filter(s -> !s.isEmpty())
            .collect(Collectors.joining(" › "));
    String named = where.isEmpty() ? entry.entry().document() : where;
    return page > 0 ? labels.text("dossier.place", named, labels.text("page", page)) : named;
  }

  /** The title, or that it has none. */
  String title(Dossier dossier) {
    return dossier.title().isEmpty() ? labels.text("dossier.title") : dossier.title();
  }
}
