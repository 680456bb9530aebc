package org.mingzhang.web.lookup;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.EditionGroup;
import org.mingzhang.model.SearchScope;
import org.mingzhang.search.Hit;
import org.mingzhang.text.DerivedValues;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.source.SearchPort;

/**
 * The list of all documents, read again at the first request after the index has changed. A short
 * list is kept in memory, a long one in a temporary file from which documents are read on demand.
 * The limit depends on the size of the heap. Thread-safe.
 */
public final class DocumentCatalog {
  private static final int MIN_HELD_DOCUMENTS = 20_000;

  /**
   * Number of bytes of the maximum heap that are needed per document for the list to be kept in
   * memory. A document takes 2.4 KiB (measured with 40,000), so that the list takes at most three
   * tenths of the heap.
   */
  private static final long HEAP_BYTES_PER_DOCUMENT = 8 << 10;

  private static final Comparator<Hit> DOCUMENT_ORDER =
      Comparator.comparing((Hit h) -> String.join("/", h.region()))
          .thenComparing(Hit::publisher)
          .thenComparingInt(h -> h.year() == null ? 0 : -h.year());

  /** The documents in one state of the index. */
  public static final class Snapshot {
    private final long generation;
    private final List<Hit> documents;
    private final DerivedValues<Snapshot> derivations = new DerivedValues<>();

    private record Years(List<Integer> values) {}

    private record ByRegion(Map<String, List<Hit>> documents) {}

    private record ByName(Map<String, List<Hit>> documents) {}

    /**
     * Creates a state.
     *
     * @param generation generation of the index from which they were read
     * @param documents all documents, sorted by region, agency and year
     */
    Snapshot(long generation, List<Hit> documents) {
      this.generation = generation;
      this.documents = documents;
    }

    /** Generation of the index from which the documents were read. */
    public long generation() {
      return generation;
    }

    /**
     * All documents with all their editions, sorted by region, agency and year, the newest year
     * first. Iterating over a long list reads a file, so keep derived values instead of computing
     * them again.
     */
    public List<Hit> readDocuments() {
      return documents;
    }

    /** One document for each disclosure, its primary edition. */
    public Stream<Hit> disclosures() {
      return documents.stream().filter(document -> !isSecondaryEdition(document));
    }

    /** Fiscal years of the documents, newest first. */
    public List<Integer> years() {
      return computeOnce(Years.class, s -> new Years(DocumentCatalog.years(documents))).values();
    }

    /**
     * A value that a page derives from all documents. The value is computed once for each snapshot.
     *
     * @param type type of the value, which identifies it
     */
    public <T> T computeOnce(Class<T> type, Function<Snapshot, T> derivation) {
      return derivations.computeOnce(type, this, derivation);
    }

    /** Number of distinct names of agencies. */
    public long agencyCount() {
      return groupByAgency().size();
    }

    /**
     * Documents by region path, joined with a slash and sorted. Documents without a region have an
     * empty path.
     */
    public Map<String, List<Hit>> groupByRegion() {
      return computeOnce(
              ByRegion.class,
              s ->
                  new ByRegion(
                      new TreeMap<>(
                          HitGroup.groupBy(documents, hit -> String.join("/", hit.region())))))
          .documents();
    }

    /** Documents by the agency that they name. Documents that name none are omitted. */
    public Map<String, List<Hit>> groupByAgency() {
      return computeOnce(ByName.class, s -> new ByName(HitGroup.groupBy(documents, Hit::agency)))
          .documents();
    }

    /** The document with an id; empty if there is none. Reads this document only. */
    public Optional<Hit> find(String documentId) {
      OptionalInt position = permalinks().find(documentId);
      return position.isPresent()
          ? Optional.of(documents.get(position.getAsInt()))
          : Optional.empty();
    }

    /**
     * The documents whose ids have the most parts between hyphens in common with an id, most first.
     * Reads these documents only.
     *
     * @param minCommonParts minimum number of parts in common
     * @param limit maximum number of documents
     */
    public List<Hit> findSimilar(String documentId, int minCommonParts, int limit) {
      return Arrays.stream(permalinks().findSimilar(documentId, minCommonParts, limit))
          .mapToObj(documents::get)
          .toList();
    }

    private PermalinkIndex permalinks() {
      return computeOnce(PermalinkIndex.class, s -> PermalinkIndex.build(s.documents));
    }
  }

  private final SearchPort search;
  private final Function<String, Optional<ArchivedDisclosure>> records;
  private final int maxHeldDocuments;
  private final AtomicReference<@Nullable Snapshot> latestSnapshot = new AtomicReference<>();
  private final ReentrantLock readLock = new ReentrantLock();

  /**
   * Creates an instance that reads from an index.
   *
   * @param records returns the record of the newest version of a document by its id, or empty
   */
  public DocumentCatalog(
      SearchPort search, Function<String, Optional<ArchivedDisclosure>> records) {
    this(
        search,
        records,
        Math.max(MIN_HELD_DOCUMENTS, maxHeldCount(Runtime.getRuntime().maxMemory())));
  }

  /** The record of a listed document in its newest version; empty if it was removed. */
  public Optional<ArchivedDisclosure> findRecord(Hit document) {
    return records.apply(document.documentId());
  }

  /**
   * Creates an instance that reads from an index.
   *
   * @param maxHeldDocuments maximum number of documents held in memory
   */
  DocumentCatalog(
      SearchPort search,
      Function<String, Optional<ArchivedDisclosure>> records,
      int maxHeldDocuments) {
    this.search = search;
    this.records = records;
    this.maxHeldDocuments = maxHeldDocuments;
  }

  private static int maxHeldCount(long memory) {
    return (int) Math.min(Integer.MAX_VALUE, memory / HEAP_BYTES_PER_DOCUMENT);
  }

  /**
   * The documents of the current generation of the index. Reads all documents if the index has
   * changed since the last call; concurrent callers wait for one reading.
   *
   * @throws UncheckedIOException if the list cannot be written, or the thread is interrupted while
   *     it waits
   */
  public Snapshot currentSnapshot() {
    Snapshot known = latestSnapshot.get();
    if (known != null && known.generation() == search.generation()) {
      return known;
    }
    try {
      readLock.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(
          new InterruptedIOException("stopped while documents are read"));
    }
    try {
      return readUnlessCurrent();
    } finally {
      readLock.unlock();
    }
  }

  private Snapshot readUnlessCurrent() {
    long generation = search.generation();
    Snapshot known = latestSnapshot.get();
    if (known != null && known.generation() == generation) {
      return known;
    }
    Snapshot read = new Snapshot(generation, readDocuments());
    latestSnapshot.set(read);
    return read;
  }

  private List<Hit> readDocuments() {
    try (ExternalHitSorter all = new ExternalHitSorter(DOCUMENT_ORDER, maxHeldDocuments)) {
      search.forEach(SearchUrl.of("", SearchScope.DOCUMENTS).withCopies(true).request(), all::add);
      return all.toSortedList();
    } catch (IOException e) {
      throw new UncheckedIOException("the list of documents could not be written", e);
    }
  }

  /** Fiscal years of documents, newest first. */
  public static List<Integer> years(Collection<Hit> documents) {
    TreeSet<Integer> years = new TreeSet<>(Comparator.reverseOrder());
    documents.stream().map(Hit::year).filter(Objects::nonNull).forEach(years::add);
    return List.copyOf(years);
  }

  /** Whether lists omit a document because it is a secondary edition of a disclosure. */
  public static boolean isSecondaryEdition(Hit document) {
    return EditionGroup.decode(document.values()).isSecondary(document.documentId());
  }
}
