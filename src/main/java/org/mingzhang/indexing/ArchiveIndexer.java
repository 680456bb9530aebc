package org.mingzhang.indexing;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.archive.DamagedRecordException;
import org.mingzhang.archive.IndexingState;
import org.mingzhang.archive.Provenance;
import org.mingzhang.audit.RelatedDocumentAudit;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.EditionGroup;
import org.mingzhang.model.Finding;
import org.mingzhang.model.PublicationInfo;
import org.mingzhang.model.Section;
import org.mingzhang.schema.CrossDocumentFinding;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.StoredRow;
import org.mingzhang.transparency.PublicationDayFinder;
import org.mingzhang.transparency.PublicationDueDateFinder;

/**
 * Adds documents of the archive to the index and removes them, including the findings that compare
 * several documents of one agency.
 *
 * <p>Findings between documents depend on both. Each time a document is added, changed or removed,
 * the documents of its agency for the same and the next year are therefore compared again before
 * the commit, and editions of one disclosure are grouped ({@link EditionGrouper}). The resulting
 * index does not depend on the order of additions. Several instances may use the same index.
 */
public final class ArchiveIndexer {
  private final Archive archive;
  private final DocumentIndex index;

  /**
   * Agencies whose documents have changed since the last comparison, with the years of the changed
   * documents.
   */
  private final Map<String, SortedSet<Integer>> pendingYears = new TreeMap<>();

  /** The states of documents whose rows were written or removed since the last commit. */
  private final Map<String, IndexingState.StoredState> uncommittedStates = new TreeMap<>();

  /** Creates an indexer; the caller closes archive and index. */
  public ArchiveIndexer(Archive archive, DocumentIndex index) {
    this.archive = archive;
    this.index = index;
  }

  /**
   * Indexes a document, replacing its rows. It is compared with related documents at the next
   * {@link #commit}. No other process may store it meanwhile.
   */
  public void replace(ArchivedDisclosure document) throws IOException {
    replace(document, archive.indexingState().findStoredState(document.id()));
  }

  /**
   * As {@link #replace(ArchivedDisclosure)}, while other processes may store the document.
   *
   * @param state the state of the document before it was read
   */
  void replace(ArchivedDisclosure document, IndexingState.StoredState state) throws IOException {
    synchronized (index) {
      markIndexedRowsForComparison(document.id());
      markForComparison(
          document.disclosure().metadata().agency(), document.disclosure().metadata().year());
      index.replace(document, createPublicationInfo(document));
      uncommittedStates.put(document.id(), state);
    }
  }

  /** Removes the rows of a document; related documents are compared at the next {@link #commit}. */
  public void remove(String documentId) throws IOException {
    synchronized (index) {
      markIndexedRowsForComparison(documentId);
      index.remove(documentId);
      uncommittedStates.put(documentId, IndexingState.StoredState.ALL);
    }
  }

  /** Compares related documents and commits all changes. */
  public void commit() throws IOException {
    compareRelated();
    index.commit();
    uncommittedStates.clear();
  }

  /** As {@link #commit}; then marks as indexed what was written, if it is searchable. */
  void commitAndMarkIndexed() throws IOException {
    Map<String, IndexingState.StoredState> written = Map.copyOf(uncommittedStates);
    commit();
    if (index.isSearchable()) {
      archive.indexingState().markIndexed(written);
    }
  }

  /** Compares the changed documents with the others of their agencies. */
  void compareRelated() throws IOException {
    synchronized (index) {
      if (!pendingYears.isEmpty()) {
        index.refreshBlocking();
        for (Map.Entry<String, SortedSet<Integer>> agency : pendingYears.entrySet()) {
          compareRelated(index.readDocumentsOfAgency(agency.getKey()), agency.getValue());
        }
        pendingYears.clear();
      }
    }
  }

  private void markIndexedRowsForComparison(String documentId) throws IOException {
    for (StoredRow row : index.readDocument(documentId)) {
      markForComparison(row.agency(), row.year());
    }
  }

  private void markForComparison(@Nullable String agency, @Nullable Integer year) {
    if (agency != null && year != null) {
      pendingYears.computeIfAbsent(agency, a -> new TreeSet<>()).add(year);
    }
  }

  /**
   * Compares related documents. Which documents are related is determined from the rows of the
   * agency's documents; only related documents are loaded from the archive.
   */
  private void compareRelated(List<StoredRow> agencyRows, SortedSet<Integer> years)
      throws IOException {
    List<RelatedDocumentAudit.DocumentProfile> parties =
        agencyRows.stream().map(ArchiveIndexer::toDocumentProfile).toList();
    EditionGrouper groups = new EditionGrouper(agencyRows);
    for (StoredRow row : agencyRows) {
      Integer year = row.year();
      if (year != null && (years.contains(year) || years.contains(year - 1))) {
        compareRelated(
            row,
            RelatedDocumentAudit.findCounterparts(toDocumentProfile(row), parties).stream()
                .map(agencyRows::get)
                .toList(),
            groups.editionsOf(row.documentId()));
      }
    }
  }

  private static RelatedDocumentAudit.DocumentProfile toDocumentProfile(StoredRow row) {
    String category = row.category();
    return new RelatedDocumentAudit.DocumentProfile(
        row.agency(),
        row.region(),
        row.year(),
        category == null ? null : Category.ofLabel(category).orElse(null));
  }

  private void compareRelated(StoredRow row, List<StoredRow> otherRows, EditionGroup editions)
      throws IOException {
    String before = row.values().getOrDefault(FieldNames.CROSS_DOCUMENT_FINDINGS, "");
    boolean regrouped = !EditionGroup.decode(row.values()).equals(editions);
    Optional<ArchivedDisclosure> document =
        otherRows.isEmpty() && before.isEmpty() && !regrouped
            ? Optional.empty()
            : latestVersionIfUndamaged(row.documentId());
    if (document.isPresent()) {
      List<CrossDocumentFinding> found = findCrossDocumentFindings(document.get(), otherRows);
      if (regrouped || !CrossDocumentFinding.fingerprintOf(found).equals(before)) {
        index.replace(document.get(), found, editions, createPublicationInfo(document.get()));
      }
    }
  }

  /**
   * Source, publication date and publication deadline of a document. The date of the site takes
   * precedence over the one that the document prints; null for what is unknown.
   */
  private PublicationInfo createPublicationInfo(ArchivedDisclosure document) {
    String url = document.version().url();
    Optional<Provenance> existing = url == null ? Optional.empty() : archive.findProvenance(url);
    LocalDate day =
        existing
            .map(Provenance::published)
            .or(() -> PublicationDayFinder.findPrinted(document.disclosure()))
            .orElse(null);
    return new PublicationInfo(
        existing.map(Provenance::source).orElse(null),
        url == null ? null : host(url),
        day,
        day == null ? null : PublicationDueDateFinder.find(document.disclosure()).orElse(null));
  }

  private static @Nullable String host(String url) {
    try {
      return new URI(url).getHost();
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /**
   * The latest version of a document; empty if the document was removed or the record is damaged. A
   * document with a damaged record is compared with others after the repair of its record.
   */
  private Optional<ArchivedDisclosure> latestVersionIfUndamaged(String documentId) {
    try {
      return archive.latest(documentId);
    } catch (DamagedRecordException damaged) {
      return Optional.empty();
    }
  }

  private List<CrossDocumentFinding> findCrossDocumentFindings(
      ArchivedDisclosure document, List<StoredRow> otherRows) {
    IdentityHashMap<Disclosure, ArchivedDisclosure> kept = new IdentityHashMap<>();
    for (StoredRow other : otherRows) {
      latestVersionIfUndamaged(other.documentId()).ifPresent(o -> kept.put(o.disclosure(), o));
    }
    List<CrossDocumentFinding> found = new ArrayList<>();
    for (RelatedDocumentAudit.RelatedFinding relatedFinding :
        RelatedDocumentAudit.compare(document.disclosure(), List.copyOf(kept.keySet()))) {
      ArchivedDisclosure other = Objects.requireNonNull(kept.get(relatedFinding.otherDisclosure()));
      found.add(
          new CrossDocumentFinding(
              relatedFinding.finding(),
              sectionLink(other, relatedFinding.finding().other()),
              titleOrFileName(other)));
    }
    return found;
  }

  /**
   * Permalink id of the section of a location; the id of the document if the location is in no
   * section.
   */
  private static String sectionLink(
      ArchivedDisclosure document, Finding.@Nullable QuoteLocation location) {
    List<Section> sections = document.disclosure().sections();
    for (int i = 0; location != null && i < sections.size(); i++) {
      if (sections.get(i).path().equals(location.sectionPath())) {
        return document.id() + "/" + document.sectionIds().get(i);
      }
    }
    return document.id();
  }

  private static String titleOrFileName(ArchivedDisclosure document) {
    String printed = document.disclosure().metadata().title();
    return printed == null || printed.isBlank() ? document.disclosure().source().file() : printed;
  }
}
