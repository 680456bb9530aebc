package org.mingzhang.web.leads;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.DocumentVersion;
import org.mingzhang.archive.VersionFilter;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchResults.FacetValue;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.changes.ChangeSummary;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.lookup.DocumentLookup;

/**
 * Lists documents that are gone from their address, were changed, or were published after their
 * legal deadline, according to the ledger and the indexed rows. A document that was changed several
 * times is listed for each change. Thread-safe.
 */
public final class PublicationLeadFinder {
  /** Maximum number of leads of each list, before filters. */
  private static final int MAX_DOCUMENTS = 10_000;

  private final Archive archive;
  private final DocumentLookup documents;
  private final DocumentCatalog catalog;

  /** Creates an instance that lists leads of an archive. */
  public PublicationLeadFinder(Archive archive, DocumentLookup documents, DocumentCatalog catalog) {
    this.archive = archive;
    this.documents = documents;
    this.catalog = catalog;
  }

  /** A document, with the version because of which it is a lead. */
  private record Candidate(Hit document, DocumentVersion version) {}

  /**
   * One page of a list of publication leads.
   *
   * @param leads leads of the page
   * @param total number on all pages
   * @param facets facet counts, for each dimension over the leads that pass the other filters
   */
  public record Page(
      List<PublicationLead> leads, long total, Map<FacetDimension, List<FacetValue>> facets) {}

  /**
   * Finds a page of a list, which is empty after the last one. The address gives filters, page
   * number and page size; its query and order are ignored.
   */
  public Page findPage(PublicationLeadTab tab, SearchUrl searchUrl) {
    List<Candidate> all = findCandidates(tab);
    List<Candidate> wanted =
        all.stream()
            .filter(c -> DocumentFacetCounter.matches(c.document(), searchUrl, null))
            .toList();
    int size = searchUrl.request().size();
    List<PublicationLead> leads =
        wanted.stream()
            .skip((searchUrl.page() - 1L) * size)
            .limit(size)
            .map(candidate -> buildLead(tab, candidate))
            .toList();
    Map<FacetDimension, List<FacetValue>> facets = new EnumMap<>(FacetDimension.class);
    List<Hit> hits = all.stream().map(Candidate::document).toList();
    for (FacetDimension dimension : DocumentFacetCounter.DIMENSIONS) {
      facets.put(dimension, DocumentFacetCounter.countDimension(hits, dimension, searchUrl));
    }
    return new Page(leads, wanted.size(), facets);
  }

  /** Passes all leads of a list that pass the filters of an address to a sink. */
  public void forEach(PublicationLeadTab tab, SearchUrl searchUrl, Consumer<PublicationLead> sink) {
    findCandidates(tab).stream()
        .filter(c -> DocumentFacetCounter.matches(c.document(), searchUrl, null))
        .forEach(candidate -> sink.accept(buildLead(tab, candidate)));
  }

  /** The number of leads of a list that pass the filters of an address. */
  public long count(PublicationLeadTab tab, SearchUrl searchUrl) {
    return findCandidates(tab).stream()
        .filter(c -> DocumentFacetCounter.matches(c.document(), searchUrl, null))
        .count();
  }

  private PublicationLead buildLead(PublicationLeadTab tab, Candidate candidate) {
    return new PublicationLead(
        tab,
        candidate.document(),
        candidate.version(),
        documents.findProvenance(candidate.version()).orElse(null),
        tab == PublicationLeadTab.CHANGED
            ? ChangeSummary.compute(archive, documents, candidate.version()).orElse(null)
            : null);
  }

  /**
   * Reads the documents of a list from the ledger and the catalog, at most {@link #MAX_DOCUMENTS}:
   * the documents that disappeared or were replaced last, or that were published longest after
   * their deadline. Replacements of files that were not collected from a site are left out, since
   * whoever supplied such a file may replace it. Filters are not applied.
   */
  private List<Candidate> findCandidates(PublicationLeadTab tab) {
    return switch (tab) {
      case GONE -> joinWithRows(archive.frontier().newestVersionsOfMissingDocuments(MAX_DOCUMENTS));
      case CHANGED ->
          joinWithRows(
              archive.versionLog().latest(VersionFilter.REPLACEMENTS, MAX_DOCUMENTS).stream()
                  .filter(version -> version.url() != null)
                  .toList());
      case LATE -> findLateDocuments();
    };
  }

  private List<Candidate> joinWithRows(List<DocumentVersion> versions) {
    if (versions.isEmpty()) {
      return List.of();
    }
    Map<String, Hit> rows = new HashMap<>();
    Set<String> wanted =
        versions.stream().map(DocumentVersion::documentId).collect(Collectors.toSet());
    for (Hit row : catalog.currentSnapshot().readDocuments()) {
      if (wanted.contains(row.documentId())) {
        rows.put(row.documentId(), row);
      }
    }
    List<Candidate> known = new ArrayList<>();
    for (DocumentVersion version : versions) {
      @Nullable Hit row = rows.get(version.documentId());
      if (row != null) {
        known.add(new Candidate(row, version));
      }
    }
    return known;
  }

  private List<Candidate> findLateDocuments() {
    List<Candidate> late = new ArrayList<>();
    catalog.currentSnapshot().readDocuments().stream()
        .filter(row -> row.values().containsKey("daysLate"))
        .sorted(Comparator.comparingLong(PublicationLeadFinder::daysLate).reversed())
        .limit(MAX_DOCUMENTS)
        .forEach(row -> findNewest(row).ifPresent(v -> late.add(new Candidate(row, v))));
    return late;
  }

  private static long daysLate(Hit row) {
    return Long.parseLong(LeadCardBuilder.valueOrEmpty(row, "daysLate"));
  }

  private Optional<DocumentVersion> findNewest(Hit row) {
    List<DocumentVersion> versions = archive.versions(row.documentId());
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
  }
}
