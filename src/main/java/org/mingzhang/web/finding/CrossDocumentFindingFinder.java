package org.mingzhang.web.finding;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.audit.RelatedDocumentAudit;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.EditionGroup;
import org.mingzhang.model.FindingAnchors;
import org.mingzhang.search.Hit;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.lookup.DocumentLookup;

/**
 * Finds contradictions between a document and other documents of the same agency, for the same year
 * or the year before. The contradictions are computed on request.
 */
public final class CrossDocumentFindingFinder {
  private final DocumentCatalog catalog;
  private final DocumentLookup lookup;

  /** Creates a finder that takes the other documents from a catalog. */
  public CrossDocumentFindingFinder(DocumentCatalog catalog, DocumentLookup lookup) {
    this.catalog = catalog;
    this.lookup = lookup;
  }

  /**
   * Compares a document with the newest versions of all indexed documents of its agency for the
   * same year or the year before. Empty if its agency or year is unknown.
   */
  public List<FindingView> findAll(ArchivedDisclosure document) {
    IdentityHashMap<Disclosure, ArchivedDisclosure> others = new IdentityHashMap<>();
    for (Hit hit : findDocumentsOfAgency(document)) {
      if (isComparable(document, hit)) {
        Optional<ArchivedDisclosure> other = lookup.findLatest(hit.documentId());
        other.ifPresent(o -> others.put(o.disclosure(), o));
      }
    }
    List<RelatedDocumentAudit.RelatedFinding> found =
        RelatedDocumentAudit.compare(document.disclosure(), List.copyOf(others.keySet()));
    List<String> anchors =
        FindingAnchors.ofRelatedDocuments(
                found.stream().map(RelatedDocumentAudit.RelatedFinding::finding).toList())
            .names();
    List<FindingView> rows = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      ArchivedDisclosure other = others.get(found.get(i).otherDisclosure());
      if (other != null) {
        rows.add(FindingView.build(document, found.get(i).finding(), other, anchors.get(i)));
      }
    }
    return rows;
  }

  private List<Hit> findDocumentsOfAgency(ArchivedDisclosure document) {
    String agency = document.disclosure().metadata().agency();
    return agency == null
        ? List.of()
        : catalog.currentSnapshot().groupByAgency().getOrDefault(agency, List.of());
  }

  private static boolean isComparable(ArchivedDisclosure document, Hit hit) {
    DocumentMetadata metadata = document.disclosure().metadata();
    Integer year = metadata.year();
    Integer other = hit.year();
    return year != null
        && other != null
        && (year - other == 0 || year - other == 1)
        && metadata.agency() != null
        && metadata.agency().equals(hit.agency())
        && !hit.documentId().equals(document.id());
  }

  /**
   * Number of findings of the newest version of a document as stored in the index, including
   * findings between documents; only its own findings if it is not indexed.
   */
  public int storedFindingCount(ArchivedDisclosure document) {
    return findIndexedRow(document)
        .map(hit -> Integer.valueOf(hit.values().getOrDefault("findings", "0")))
        .orElse(document.disclosure().findings().size());
  }

  /**
   * The findings of {@link #findAll} for one section of the newest version of a document. Nothing
   * is computed if the index shows that the document has none.
   */
  public List<FindingView> findOfSection(ArchivedDisclosure document, String slug) {
    boolean some =
        findIndexedRow(document).filter(h -> h.values().containsKey("across")).isPresent();
    return some
        ? findAll(document).stream().filter(view -> slug.equals(view.slug())).toList()
        : List.of();
  }

  /**
   * The indexed row that lists all editions of a disclosure: the row of the document or, if that
   * row lists only some of the editions, the row of the primary edition. Empty if the document is
   * not indexed.
   */
  public Optional<Hit> findListingWithEditions(ArchivedDisclosure document) {
    Optional<Hit> own = findIndexedRow(document);
    EditionGroup editions =
        own.map(hit -> EditionGroup.decode(hit.values())).orElse(EditionGroup.NONE);
    return editions.isIncomplete() ? catalog.currentSnapshot().find(editions.primaryId()) : own;
  }

  /** The indexed row of a document; empty if it is not indexed. */
  Optional<Hit> findIndexedRow(ArchivedDisclosure document) {
    return catalog.currentSnapshot().find(document.id());
  }
}
