package org.mingzhang.web.page;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.audit.Siblings;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Finding;
import org.mingzhang.search.Hit;

/** What does not agree between a document and others of the same agency, worked out when asked. */
final class AcrossDocuments {
  private final Catalogue catalogue;
  private final DocumentLookup lookup;

  AcrossDocuments(Catalogue catalogue, DocumentLookup lookup) {
    this.catalogue = catalogue;
    this.lookup = lookup;
  }

  /**
   * A finding as shown.
   *
   * @param finding the finding; its other place is one of the other document
   * @param section heading of its section, or empty
   * @param slug slug of its section, or null
   * @param otherId the other document
   * @param otherTitle its title
   * @param otherSlug slug of the section of the other place, or null
   */
  public record Row(
      Finding finding,
      String section,
      @Nullable String slug,
      String otherId,
      String otherTitle,
      @Nullable String otherSlug) {}

  /** The findings of a document against those that are in the index now. */
  List<Row> of(ArchivedDisclosure document) {
    IdentityHashMap<Disclosure, ArchivedDisclosure> others = new IdentityHashMap<>();
    for (Hit hit : catalogue.now().documents()) {
      if (near(document, hit)) {
        Optional<ArchivedDisclosure> other = lookup.latest(hit.documentId());
        other.ifPresent(o -> others.put(o.disclosure(), o));
      }
    }
    List<Row> rows = new ArrayList<>();
    for (Siblings.Across across :
        Siblings.compare(document.disclosure(), List.copyOf(others.keySet()))) {
      ArchivedDisclosure other = others.get(across.other());
      if (other != null) {
        rows.add(row(document, across.finding(), other));
      }
    }
    return rows;
  }

  private static boolean near(ArchivedDisclosure document, Hit hit) {
    DocumentMetadata about = document.disclosure().metadata();
    Integer year = about.year();
    Integer other = hit.year();
    return year != null
        && other != null
        && (year - other == 0 || year - other == 1)
        && about.agency() != null
        && about.agency().equals(hit.agency())
        && !hit.documentId().equals(document.id());
  }

  private static Row row(ArchivedDisclosure document, Finding finding, ArchivedDisclosure other) {
    FindingView here = FindingView.of(document, finding, 0);
    Finding.Place place = finding.other();
    int there = place == null ? -1 : FindingView.find(other, place.section());
    return new Row(
        finding,
        here.section(),
        here.slug(),
        other.id(),
        DocumentFacts.title(other),
        there < 0 ? null : other.sectionIds().get(there));
  }
}
