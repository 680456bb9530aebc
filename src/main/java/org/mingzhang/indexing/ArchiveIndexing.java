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
import org.mingzhang.archive.Provenance;
import org.mingzhang.audit.RelatedDocumentAudit;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Editions;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Publishing;
import org.mingzhang.model.Section;
import org.mingzhang.schema.CrossFinding;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.StoredRow;
import org.mingzhang.transparency.LegalDates;

/**
 * Brings documents of the archive into the index and takes them out, with the findings that
 * documents of one agency make together.
 *
 * <p>What a document says of another depends on both, so each time one comes, changes or goes the
 * others of its agency of the same and the next year are compared again before the commit, and
 * those that are one disclosure are found ({@link EditionGroups}). What the index holds in the end
 * depends on the documents alone, not on the order in which they came. Safe beside another of the
 * same index.
 */
public final class ArchiveIndexing {
  private final Archive archive;
  private final DocumentIndex index;

  /** Agencies of what came or went since the last comparison, with its years. */
  private final Map<String, SortedSet<Integer>> touched = new TreeMap<>();

  /** Indexes from an archive. */
  public ArchiveIndexing(Archive archive, DocumentIndex index) {
    this.archive = archive;
    this.index = index;
  }

  /** Whether what is brought in can be searched. */
  boolean holdsRows() {
    return index.holdsRows();
  }

  /** Indexes a document in place of what the index had of it. */
  public void replace(ArchivedDisclosure document) throws IOException {
    synchronized (index) {
      touchIndexed(document.id());
      touch(document.disclosure().metadata().agency(), document.disclosure().metadata().year());
      index.replace(document, publishing(document));
    }
  }

  /** Takes a document out. */
  public void remove(String documentId) throws IOException {
    synchronized (index) {
      touchIndexed(documentId);
      index.remove(documentId);
    }
  }

  /** Compares what belongs together and writes all changes to the disk. */
  public void commit() throws IOException {
    compare();
    index.commit();
  }

  /** Compares the documents that came or went with the others of their agencies. */
  void compare() throws IOException {
    synchronized (index) {
      if (!touched.isEmpty()) {
        index.show();
        for (Map.Entry<String, SortedSet<Integer>> agency : touched.entrySet()) {
          compare(index.ofAgency(agency.getKey()), agency.getValue());
        }
        touched.clear();
      }
    }
  }

  private void touchIndexed(String documentId) throws IOException {
    for (StoredRow row : index.document(documentId)) {
      touch(row.agency(), row.year());
    }
  }

  private void touch(@Nullable String agency, @Nullable Integer year) {
    if (agency != null && year != null) {
      touched.computeIfAbsent(agency, a -> new TreeSet<>()).add(year);
    }
  }

  /**
   * Which documents belong together is decided by what the index says of them; only those are read.
   */
  private void compare(List<StoredRow> agency, SortedSet<Integer> years) throws IOException {
    List<RelatedDocumentAudit.Party> parties = agency.stream().map(ArchiveIndexing::party).toList();
    EditionGroups groups = new EditionGroups(agency);
    for (StoredRow row : agency) {
      Integer year = row.year();
      if (year != null && (years.contains(year) || years.contains(year - 1))) {
        compare(
            row,
            RelatedDocumentAudit.counterparts(party(row), parties).stream()
                .map(agency::get)
                .toList(),
            groups.of(row.documentId()));
      }
    }
  }

  private static RelatedDocumentAudit.Party party(StoredRow row) {
    String category = row.category();
    return new RelatedDocumentAudit.Party(
        row.agency(),
        row.region(),
        row.year(),
        category == null ? null : Category.ofLabel(category).orElse(null));
  }

  private void compare(StoredRow row, List<StoredRow> others, Editions editions)
      throws IOException {
    String before = row.values().getOrDefault(FieldNames.ACROSS, "");
    boolean regrouped = !Editions.decode(row.values()).equals(editions);
    Optional<ArchivedDisclosure> document =
        others.isEmpty() && before.isEmpty() && !regrouped
            ? Optional.empty()
            : whole(row.documentId());
    if (document.isPresent()) {
      List<CrossFinding> found = found(document.get(), others);
      if (regrouped || !CrossFinding.fingerprint(found).equals(before)) {
        index.replace(document.get(), found, editions, publishing(document.get()));
      }
    }
  }

  /** Where and when a document was published, and by when it had to be. */
  private Publishing publishing(ArchivedDisclosure document) {
    String url = document.version().url();
    if (url == null) {
      return Publishing.UNKNOWN;
    }
    Optional<Provenance> known = archive.provenance(url);
    LocalDate day = known.map(Provenance::published).orElse(null);
    return new Publishing(
        known.map(Provenance::source).orElse(null),
        host(url),
        day,
        day == null ? null : LegalDates.find(document.disclosure()).orElse(null));
  }

  private static @Nullable String host(String url) {
    try {
      return new URI(url).getHost();
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** A document whose record is damaged is compared when it has been read again. */
  private Optional<ArchivedDisclosure> whole(String documentId) {
    try {
      return archive.latest(documentId);
    } catch (DamagedRecordException damaged) {
      return Optional.empty();
    }
  }

  private List<CrossFinding> found(ArchivedDisclosure document, List<StoredRow> others) {
    IdentityHashMap<Disclosure, ArchivedDisclosure> kept = new IdentityHashMap<>();
    for (StoredRow other : others) {
      whole(other.documentId()).ifPresent(o -> kept.put(o.disclosure(), o));
    }
    List<CrossFinding> found = new ArrayList<>();
    for (RelatedDocumentAudit.Across across :
        RelatedDocumentAudit.compare(document.disclosure(), List.copyOf(kept.keySet()))) {
      ArchivedDisclosure other = Objects.requireNonNull(kept.get(across.other()));
      found.add(
          new CrossFinding(across.finding(), place(other, across.finding().other()), title(other)));
    }
    return found;
  }

  /** Permalink id of the section a place is in, of the document where it is in none. */
  private static String place(ArchivedDisclosure document, Finding.@Nullable Place place) {
    List<Section> sections = document.disclosure().sections();
    for (int i = 0; place != null && i < sections.size(); i++) {
      if (sections.get(i).path().equals(place.section())) {
        return document.id() + "/" + document.sectionIds().get(i);
      }
    }
    return document.id();
  }

  private static String title(ArchivedDisclosure document) {
    String printed = document.disclosure().metadata().title();
    return printed == null || printed.isBlank() ? document.disclosure().source().file() : printed;
  }
}
