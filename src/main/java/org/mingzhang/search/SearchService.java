package org.mingzhang.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.QueryNode;
import org.mingzhang.query.QueryParser;
import org.mingzhang.query.QueryTranslator;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.WordQueryFactory;
import org.mingzhang.search.SearchResults.FacetValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Searches the index. Pages access the shards only through this class.
 *
 * <p>One instance per process, thread safe; closing it closes the shards. Each answer is computed
 * on one consistent state of all shards. Methods throw {@link DamagedIndexException} if the index
 * is corrupt or cannot be read, {@link ShardUnreachableException} if a shard cannot be reached, and
 * {@link ExpiredStateException} if the state of a shard expires at each attempt; no query causes an
 * exception.
 */
public final class SearchService implements Closeable {
  /** Default number of hits per page. */
  private static final int DEFAULT_PAGE_SIZE = 20;

  private static final SearchResults.Notice FOUND_IN_OTHER_EDITIONS =
      new SearchResults.Notice(
          "in-copies",
          "以下内容仅见于同一文件的其他版本。",
          "Found only in other versions of documents that are listed under another format.");

  /** Maximum number of attempts to answer a request if the state of a shard expires meanwhile. */
  private static final int MAX_ATTEMPTS = 4;

  private static final Logger LOG = LoggerFactory.getLogger(SearchService.class);

  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(2);

  private final Shards shards;
  private final Duration timeout;
  private final SuggesterCache suggesters = new SuggesterCache();
  private final WordQueryFactory wordQueries = WordQueryFactory.standard();
  private final SpellingCorrector spellingCorrector;
  private volatile IndexStateCache stateCache;
  private volatile Consumer<DamagedIndexException> damageListener = damaged -> {};

  /** Creates a service that owns the shards. */
  public SearchService(Shards shards) {
    this(shards, DEFAULT_TIMEOUT);
  }

  /**
   * Creates a service that owns the shards.
   *
   * @param timeout time limit of a search; partial results are marked as such
   */
  public SearchService(Shards shards, Duration timeout) {
    this.timeout = timeout;
    this.shards = shards;
    this.spellingCorrector = new SpellingCorrector(() -> suggesters.current(shards));
    this.stateCache = new IndexStateCache(shards.generation());
  }

  /**
   * Executes a request. If no row matches all words, secondary editions are searched as well; if
   * they have no such row either, rows that match some of the words are returned, unless the query
   * requires all of them. A notice reports either case. Answers that did not time out are cached.
   */
  public SearchResults search(SearchRequest request) {
    return execute(
        index -> {
          SearchCoordinator answer = createCoordinator(index);
          SearchResults found = answer.search(request);
          return request.includesCopies()
                  || !index.hasSecondaryEditions()
                  || (found.total() > 0 && !found.isPartialMatch())
              ? found
              : searchWithSecondaryEditions(answer, request, found);
        });
  }

  /**
   * Searches again with secondary editions, after a search without them has found no row with all
   * words. The result, with a notice, is returned unless it is no better: without rows, or again
   * with only some of the words.
   */
  private static SearchResults searchWithSecondaryEditions(
      SearchCoordinator coordinator, SearchRequest request, SearchResults emptyResults)
      throws IOException {
    SearchResults found = coordinator.search(request.withSecondaryEditions(true));
    return found.total() > 0 && (emptyResults.total() == 0 || !found.isPartialMatch())
        ? found.withNotice(FOUND_IN_OTHER_EDITIONS)
        : emptyResults;
  }

  private SearchCoordinator createCoordinator(MergedIndex index) {
    return new SearchCoordinator(index, wordQueries, spellingCorrector, timeout);
  }

  /**
   * The total that {@link #search} returns for a request when it does not fall back to secondary
   * editions; a lower bound if the time limit is reached.
   */
  public long countTotal(SearchRequest request) {
    return execute(index -> createCoordinator(index).countTotal(request, request.scope()));
  }

  /**
   * The values of one facet that contain a string, ignoring case, most frequent first, years newest
   * first. Counts are those that {@link #search} returns when it does not fall back to secondary
   * editions. Use it for facets with many values.
   *
   * @param substring string that values must contain; if empty, all values, and those of a
   *     hierarchical facet as a complete tree
   * @param limit maximum number of values besides the included and excluded ones
   */
  public List<FacetValue> countFacetValues(
      SearchRequest request, FacetDimension dimension, String substring, int limit) {
    return execute(
        index -> createCoordinator(index).findFacetValues(request, dimension, substring, limit));
  }

  /**
   * Passes all hits of a request to a consumer, in order and ignoring paging and grouping, without
   * a time limit and without highlighting. If no row matches all words, the rows that match some of
   * them are passed instead. All hits are of one state of the index, and only a part of them is in
   * memory at a time. Exceptions of the consumer end the iteration and are rethrown.
   *
   * @throws ShardUnreachableException if a shard moves after the first hit, so that the iteration
   *     cannot be restarted
   */
  public void forEach(SearchRequest request, Consumer<ExportRow> sink) {
    AtomicBoolean begun = new AtomicBoolean();
    Consumer<ExportRow> consumer =
        ConsumerFailure.wrapFailures(
            row -> {
              begun.set(true);
              sink.accept(row);
            });
    execute(
        index -> {
          Shards.KeepAlive keepAlive = index.keepAlive();
          try {
            return new RowStream(index, consumer).run(request, false)
                || (SearchCoordinator.canLoosen(request.query(), wordQueries)
                    && new RowStream(index, consumer).run(request, true));
          } catch (ExpiredStateException expired) {
            if (begun.get()) {
              throw new ShardUnreachableException("a shard moved while hits were taken", expired);
            }
            throw expired;
          } finally {
            keepAlive.close();
          }
        });
  }

  /**
   * Fills caches: completions, and the first page over all documents and all sections. May take
   * seconds on a large index; run it in a background thread.
   */
  public void warmUp() {
    suggest("", 1);
    search(SearchRequest.of("", SearchScope.DOCUMENTS).withSize(DEFAULT_PAGE_SIZE));
    search(SearchRequest.of("", SearchScope.SECTIONS).withSize(DEFAULT_PAGE_SIZE));
  }

  /**
   * The text that a section shares with sections of other documents; empty if the section is
   * unknown.
   */
  public Optional<TextReuseResult> findTextReuse(String sectionId) {
    return execute(index -> new TextReuseFinder(index).find(sectionId));
  }

  /**
   * Completions of a prefix in characters, pinyin or pinyin initials, best first; empty if the
   * prefix is empty. After a change of a large index, completions of the earlier state are returned
   * for some seconds. The first call waits until they are built.
   *
   * @param limit maximum number of completions
   */
  public List<Suggestion> suggest(String prefix, int limit) {
    return execute(index -> suggesters.current(shards).suggest(prefix, limit));
  }

  /**
   * Highlights the words of a query in paragraphs.
   *
   * @param query the query as typed
   * @param texts paragraphs of one text, in order
   * @return the fragments of each paragraph; joined they give its text
   */
  public List<List<Hit.Fragment>> highlight(String query, List<String> texts) {
    QueryNode node = QueryParser.parse(query).node();
    return TextHighlighter.highlight(
        texts,
        QueryTranslator.translate(node, SearchScope.SECTIONS, wordQueries, (d, v) -> List.of())
            .matchPatterns());
  }

  /** Generation of the index; changes whenever the index changes. */
  public long generation() {
    return shards.generation();
  }

  /** An operation on one state of the index. */
  @FunctionalInterface
  private interface IndexOperation<T> {
    T apply(MergedIndex index) throws IOException;
  }

  private <T> T execute(IndexOperation<T> work) {
    for (int attemptsLeft = MAX_ATTEMPTS; attemptsLeft > 1; attemptsLeft--) {
      try {
        return executeOnce(work);
      } catch (ExpiredStateException expired) {
        LOG.debug("an answer is begun again", expired);
      }
    }
    return executeOnce(work);
  }

  private <T> T executeOnce(IndexOperation<T> work) {
    try (Shards.ShardsSnapshot held = shards.acquire()) {
      try {
        return work.apply(new MergedIndex(held, cacheForGeneration(held.generation())));
      } catch (ConsumerFailure consumer) {
        throw consumer.failure();
      } catch (ShardUnreachableException | ExpiredStateException e) {
        throw e;
      } catch (IOException | UncheckedIOException e) {
        throw reportDamage(e);
      } catch (RuntimeException | AssertionError | VirtualMachineError e) {
        Throwable fault = findCorruption(held);
        if (fault == null) {
          throw e;
        }
        throw reportDamage(fault);
      }
    }
  }

  /**
   * The cache for a state of the index. A newer state than that of the current cache gets a new
   * cache, which replaces the current one; an older state gets an empty cache for this call only.
   */
  private IndexStateCache cacheForGeneration(long generation) {
    IndexStateCache cached = stateCache;
    if (cached.generation() != generation) {
      cached = new IndexStateCache(generation);
      if (generation > stateCache.generation()) {
        stateCache = cached;
      }
    }
    return cached;
  }

  private static @Nullable Throwable findCorruption(Shards.ShardsSnapshot snapshot) {
    for (ShardPort shard : snapshot.shards()) {
      Throwable fault = shard.findCorruption();
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  /** Notifies the damage listener and returns the exception that the caller throws. */
  private DamagedIndexException reportDamage(Throwable fault) {
    DamagedIndexException damaged = new DamagedIndexException(fault);
    damageListener.accept(damaged);
    return damaged;
  }

  /** Wraps an exception of a consumer, to distinguish it from index corruption. */
  private static final class ConsumerFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RuntimeException failure;

    ConsumerFailure(RuntimeException failure) {
      super(null, failure, false, false);
      this.failure = failure;
    }

    RuntimeException failure() {
      return failure;
    }

    static Consumer<ExportRow> wrapFailures(Consumer<ExportRow> consumer) {
      return row -> {
        try {
          consumer.accept(row);
        } catch (RuntimeException e) {
          throw new ConsumerFailure(e);
        }
      };
    }
  }

  /**
   * Sets the listener that is called, in the thread of the search, whenever a search finds the
   * index corrupt or unreadable. It replaces the listener set before; call it before the first
   * search.
   */
  public void setDamageListener(Consumer<DamagedIndexException> listener) {
    damageListener = listener;
  }

  @Override
  public void close() throws IOException {
    shards.close();
  }
}
