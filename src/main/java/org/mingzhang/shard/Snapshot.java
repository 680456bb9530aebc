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
import org.mingzhang.model.Dimension;
import org.mingzhang.query.IndexVocabulary;
import org.mingzhang.schema.IndexSchema;
import org.mingzhang.search.AnswerCache;
import org.mingzhang.search.GlobalOrdinals;
import org.mingzhang.search.IndexStatistics;
import org.mingzhang.text.SearchNormalizer;

/**
 * The index at one moment, with its facets in memory and room for answers that hold as long as it
 * does. Safe on many threads; used between {@link #tryHold} and {@link #release}.
 */
final class Snapshot implements IndexVocabulary {
  private final DirectoryReader reader;
  private final long before;
  private final QueryCache queryCache;
  private final List<SegmentFacets> columns = new ArrayList<>();
  private final Map<Dimension, GlobalOrdinals> dictionaries = new EnumMap<>(Dimension.class);
  private final Map<Dimension, Map<String, String>> foldedValues = new ConcurrentHashMap<>();
  private final AnswerCache translations;
  private final Snapshot primary;

  /**
   * Takes over one reference to the reader.
   *
   * @param before added to the reader's version, so that no two indexes share one
   */
  Snapshot(
      DirectoryReader reader, QueryCache queryCache, Map<Object, SegmentFacets> known, long before)
      throws IOException {
    this.reader = reader;
    this.translations = new AnswerCache();
    this.before = before;
    this.queryCache = queryCache;
    for (LeafReaderContext leaf : reader.leaves()) {
      IndexReader.CacheHelper helper = leaf.reader().getCoreCacheHelper();
      SegmentFacets of = helper == null ? null : known.get(helper.getKey());
      if (of == null) {
        of = new SegmentFacets(leaf.reader());
        if (helper != null) {
          known.put(helper.getKey(), of);
          helper.addClosedListener(known::remove);
        }
      }
      columns.add(of);
    }
    for (Dimension dimension : Dimension.values()) {
      dictionaries.put(
          dimension,
          new GlobalOrdinals(
              columns.stream().map(c -> Arrays.asList(c.of(dimension).values())).toList()));
    }
    Optional<DirectoryReader> view = PrimaryReader.of(reader);
    this.primary = view.isEmpty() ? this : new Snapshot(view.get(), this);
  }

  /** The view of a snapshot; held as long as the snapshot is. */
  private Snapshot(DirectoryReader view, Snapshot whole) {
    this.reader = view;
    this.translations = whole.translations;
    this.before = whole.before;
    this.queryCache = whole.queryCache;
    this.columns.addAll(whole.columns);
    this.dictionaries.putAll(whole.dictionaries);
    this.primary = this;
  }

  /** Itself without the documents that another one stands for. */
  Snapshot primary() {
    return primary;
  }

  boolean tryHold() {
    return reader.tryIncRef();
  }

  void release() throws IOException {
    reader.decRef();
  }

  DirectoryReader reader() {
    return reader;
  }

  /** Which state of the index this is; equal for equal states. */
  long version() {
    return before + reader.getVersion();
  }

  /** Queries that were translated, by what was asked. */
  AnswerCache translations() {
    return translations;
  }

  /**
   * A searcher that gives up after some time; cheap, one for each request.
   *
   * @param statistics of all shards
   * @param timeoutMillis 0 for no bound
   */
  IndexSearcher searcher(IndexStatistics statistics, long timeoutMillis) {
    IndexSearcher searcher =
        prepared(
            statistics.equals(IndexStatistics.LOCAL)
                ? new IndexSearcher(reader)
                : new StatisticsSearcher(reader, statistics));
    if (timeoutMillis > 0) {
      searcher.setTimeout(new QueryTimeoutImpl(timeoutMillis));
    }
    return searcher;
  }

  /** A searcher without a time bound, by the statistics of this shard. */
  IndexSearcher searcher() {
    return prepared(new IndexSearcher(reader));
  }

  private IndexSearcher prepared(IndexSearcher searcher) {
    searcher.setSimilarity(IndexSchema.similarity());
    searcher.setQueryCache(queryCache);
    return searcher;
  }

  /** The facets of a segment. */
  SegmentFacets columns(int leaf) {
    return columns.get(leaf);
  }

  @Override
  public List<String> matching(Dimension dimension, Predicate<String> folded) {
    return foldedValues.computeIfAbsent(dimension, this::fold).entrySet().stream()
        .filter(value -> folded.test(value.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** All values of a facet. */
  GlobalOrdinals dictionary(Dimension dimension) {
    return Objects.requireNonNull(dictionaries.get(dimension));
  }

  private Map<String, String> fold(Dimension dimension) {
    Map<String, String> folded = new TreeMap<>();
    dictionary(dimension)
        .values()
        .forEach(value -> folded.put(value, SearchNormalizer.fold(value)));
    return folded;
  }
}
