package org.mingzhang.shard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.QueryCache;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.query.IndexVocabulary;
import org.mingzhang.schema.IndexSchema;
import org.mingzhang.search.GlobalOrdinals;
import org.mingzhang.search.IndexStatistics;
import org.mingzhang.search.PerQueryCache;
import org.mingzhang.text.SearchNormalizer;

/**
 * A point-in-time view of one shard with its facet ordinals in memory and a cache of compiled
 * queries. Thread safe; must be used between {@link #tryAcquire} and {@link #release}.
 */
final class ShardSnapshot implements IndexVocabulary {
  private final DirectoryReader reader;
  private final long versionOffset;
  private final QueryCache queryCache;
  private final List<SegmentOrdinals> segmentOrdinals = new ArrayList<>();
  private final Map<FacetDimension, GlobalOrdinals> ordinalsByFacet =
      new EnumMap<>(FacetDimension.class);
  private final Map<FacetDimension, Map<String, String>> foldedValues = new ConcurrentHashMap<>();
  private final PerQueryCache compiledQueries;
  private final ShardSnapshot primaryEditions;

  /**
   * Takes ownership of one reference to the reader. Loads the facet ordinals of its segments,
   * except those in the cache.
   *
   * @param ordinalsCache facet ordinals by the segment's core key; receives those that are loaded,
   *     until their segment is closed
   * @param versionOffset offset of the version, so that versions of successive indexes differ
   */
  ShardSnapshot(
      DirectoryReader reader,
      QueryCache queryCache,
      Map<Object, SegmentOrdinals> ordinalsCache,
      long versionOffset)
      throws IOException {
    this.reader = reader;
    this.compiledQueries = new PerQueryCache();
    this.versionOffset = versionOffset;
    this.queryCache = queryCache;
    for (LeafReaderContext leaf : reader.leaves()) {
      IndexReader.CacheHelper helper = leaf.reader().getCoreCacheHelper();
      SegmentOrdinals ordinals = helper == null ? null : ordinalsCache.get(helper.getKey());
      if (ordinals == null) {
        ordinals = new SegmentOrdinals(leaf.reader());
        if (helper != null) {
          ordinalsCache.put(helper.getKey(), ordinals);
          helper.addClosedListener(ordinalsCache::remove);
        }
      }
      segmentOrdinals.add(ordinals);
    }
    for (FacetDimension dimension : FacetDimension.values()) {
      ordinalsByFacet.put(
          dimension,
          new GlobalOrdinals(
              segmentOrdinals.stream()
                  .map(c -> Arrays.asList(c.facet(dimension).values()))
                  .toList()));
    }
    Optional<DirectoryReader> view = PrimaryEditionReader.open(reader);
    this.primaryEditions = view.isEmpty() ? this : new ShardSnapshot(view.get(), this);
  }

  /** Creates a view of another snapshot and shares its reference to the reader. */
  private ShardSnapshot(DirectoryReader view, ShardSnapshot fullSnapshot) {
    this.reader = view;
    this.compiledQueries = fullSnapshot.compiledQueries;
    this.versionOffset = fullSnapshot.versionOffset;
    this.queryCache = fullSnapshot.queryCache;
    this.segmentOrdinals.addAll(fullSnapshot.segmentOrdinals);
    this.ordinalsByFacet.putAll(fullSnapshot.ordinalsByFacet);
    this.primaryEditions = this;
  }

  /** The view without secondary editions; this snapshot if there are none. */
  ShardSnapshot primaryEditions() {
    return primaryEditions;
  }

  /** Adds a reference to the reader; returns false if the reader is already closed. */
  boolean tryAcquire() {
    return reader.tryIncRef();
  }

  void release() throws IOException {
    reader.decRef();
  }

  DirectoryReader reader() {
    return reader;
  }

  /** The version of the index state that the snapshot shows. */
  long version() {
    return versionOffset + reader.getVersion();
  }

  /** Cache of translated queries. */
  PerQueryCache compiledQueries() {
    return compiledQueries;
  }

  /**
   * Creates a searcher for one request.
   *
   * @param statistics statistics of all shards
   * @param timeoutMillis time limit in milliseconds, 0 for none
   */
  IndexSearcher createSearcher(IndexStatistics statistics, long timeoutMillis) {
    IndexSearcher searcher =
        configure(
            statistics.equals(IndexStatistics.USE_LOCAL)
                ? new IndexSearcher(reader)
                : new StatisticsSearcher(reader, statistics));
    if (timeoutMillis > 0) {
      searcher.setTimeout(new QueryTimeoutImpl(timeoutMillis));
    }
    return searcher;
  }

  /** Creates a searcher without time limit, with the statistics of this shard. */
  IndexSearcher createSearcher() {
    return configure(new IndexSearcher(reader));
  }

  private IndexSearcher configure(IndexSearcher searcher) {
    searcher.setSimilarity(IndexSchema.similarity());
    searcher.setQueryCache(queryCache);
    return searcher;
  }

  /** The facet ordinals of a segment. */
  SegmentOrdinals segmentOrdinals(int segment) {
    return segmentOrdinals.get(segment);
  }

  @Override
  public List<String> valuesMatching(FacetDimension dimension, Predicate<String> foldedFilter) {
    return foldedValues.computeIfAbsent(dimension, this::foldValues).entrySet().stream()
        .filter(value -> foldedFilter.test(value.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The values of a facet over all segments. */
  GlobalOrdinals globalOrdinals(FacetDimension dimension) {
    return Objects.requireNonNull(ordinalsByFacet.get(dimension));
  }

  private Map<String, String> foldValues(FacetDimension dimension) {
    Map<String, String> folded = new TreeMap<>();
    globalOrdinals(dimension)
        .values()
        .forEach(value -> folded.put(value, SearchNormalizer.fold(value)));
    return folded;
  }
}
