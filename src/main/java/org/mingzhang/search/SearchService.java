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
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Scope;
import org.mingzhang.query.QueryNode;
import org.mingzhang.query.QueryParser;
import org.mingzhang.query.QueryTranslator;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.WordQueries;
import org.mingzhang.search.SearchResults.FacetValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Searches the index: the one door between pages and the shards that hold it.
 *
 * <p>Made once, safe on many threads, closed at the end, with the shards. Each answer is of one
 * state of all shards. Methods throw {@link DamagedIndexException} where the index cannot be read,
 * and nothing else whatever the query.
 */
public final class SearchService implements Closeable {
  /** Hits of a page unless the reader wants more or fewer. */
  private static final int USUAL_PAGE = 20;

  private static final SearchResults.Notice IN_COPIES =
      new SearchResults.Notice(
          "in-copies",
          "以下内容仅见于同一文件的其他版本。",
          "Found only in other versions of documents that are listed under another format.");

  /** How often an answer is begun anew while shards move. */
  private static final int MOST_BEGINNINGS = 4;

  private static final Logger LOG = LoggerFactory.getLogger(SearchService.class);

  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final Shards shards;
  private final Duration longest;
  private final SuggesterHolder suggesters = new SuggesterHolder();
  private final WordQueries words = WordQueries.standard();
  private final SpellingHelp spelling;
  private volatile IndexState state;
  private volatile Consumer<DamagedIndexException> onDamage = damaged -> {};

  /** A service on shards, which it closes. */
  public SearchService(Shards shards) {
    this(shards, LONGEST);
  }

  /**
   * A service on shards, which it closes.
   *
   * @param longest time after which a search ends with what it has found; an answer says so
   */
  public SearchService(Shards shards, Duration longest) {
    this.longest = longest;
    this.shards = shards;
    this.spelling = new SpellingHelp(() -> suggesters.current(shards));
    this.state = new IndexState(shards.generation());
  }

  /** Answers a request. */
  public SearchResults search(SearchRequest request) {
    return on(
        index -> {
          SearchAnswer answer = answer(index);
          SearchResults found = answer.cached(request);
          return request.copies() || !index.hasCopies() || (found.total() > 0 && !found.loosened())
              ? found
              : amongCopies(answer, request, found);
        });
  }

  /** The copies, where nothing else has the words and one of them has. */
  private static SearchResults amongCopies(
      SearchAnswer answer, SearchRequest request, SearchResults nothing) throws IOException {
    SearchResults found = answer.cached(request.withCopies(true));
    return found.total() > 0 && (nothing.total() == 0 || !found.loosened())
        ? found.noticed(IN_COPIES)
        : nothing;
  }

  private SearchAnswer answer(MergedIndex index) {
    return new SearchAnswer(index, words, spelling, longest);
  }

  /** How many hits {@link #search} would find. */
  public long total(SearchRequest request) {
    return on(index -> answer(index).total(request, request.scope()));
  }

  /**
   * The values of one facet that contain a string, most frequent first, with the counts they have
   * in {@link #search}: for long facets.
   */
  public List<FacetValue> facet(
      SearchRequest request, Dimension dimension, String containing, int most) {
    return on(index -> answer(index).facet(request, dimension, containing, most));
  }

  /**
   * Hands over all hits of a request, in its order, whatever its page; without a time bound and
   * without marks. All of them are of one moment of the index, and only a part is in memory at a
   * time. An exception of the consumer ends it and comes through.
   *
   * @throws ShardUnreachableException where a shard moved after the first hit: it cannot be begun
   *     again
   */
  public void forEach(SearchRequest request, Consumer<ExportRow> sink) {
    AtomicBoolean begun = new AtomicBoolean();
    Consumer<ExportRow> consumer =
        ConsumerFailure.watched(
            row -> {
              begun.set(true);
              sink.accept(row);
            });
    on(
        index -> {
          Shards.Staying staying = index.stay();
          try {
            return new RowStream(index, consumer).run(request, false)
                || (SearchAnswer.canLoosen(request.query(), words)
                    && new RowStream(index, consumer).run(request, true));
          } catch (StateGoneException gone) {
            if (begun.get()) {
              throw new ShardUnreachableException("a shard moved while hits were taken", gone);
            }
            throw gone;
          } finally {
            staying.close();
          }
        });
  }

  /**
   * Makes ready what is otherwise made when it is first asked for: completions, and the first page
   * over all documents and all sections. Takes up to seconds on a large index; for a thread of its
   * own.
   */
  public void warm() {
    suggest("", 1);
    search(SearchRequest.of("", Scope.DOCUMENTS).sized(USUAL_PAGE));
    search(SearchRequest.of("", Scope.SECTIONS).sized(USUAL_PAGE));
  }

  /** What a section shares word by word with sections of other documents; empty if unknown. */
  public Optional<CopiedText> copied(String sectionId) {
    return on(index -> new CopyFinder(index).find(sectionId));
  }

  /** Completions of what is being typed, by characters, pinyin or initials, best first. */
  public List<Suggestion> suggest(String prefix, int most) {
    return on(index -> suggesters.current(shards).suggest(prefix, most));
  }

  /**
   * Marks the places where a query's words occur in paragraphs.
   *
   * @param query as typed
   * @param texts paragraphs of one text, in order
   * @return the fragments of each, which joined give it again
   */
  public List<List<Hit.Fragment>> mark(String query, List<String> texts) {
    QueryNode node = QueryParser.parse(query).node();
    return TextMarks.mark(
        texts,
        QueryTranslator.translate(node, Scope.SECTIONS, words, (d, v) -> List.of()).matches());
  }

  /** A number that changes whenever the index has changed. */
  public long generation() {
    return shards.generation();
  }

  /** Work on one state of the index. */
  @FunctionalInterface
  private interface Work<T> {
    T on(MergedIndex index) throws IOException;
  }

  private <T> T on(Work<T> work) {
    for (int left = MOST_BEGINNINGS; left > 1; left--) {
      try {
        return once(work);
      } catch (StateGoneException gone) {
        LOG.debug("an answer is begun again", gone);
      }
    }
    return once(work);
  }

  private <T> T once(Work<T> work) {
    try (Shards.Held held = shards.hold()) {
      try {
        return work.on(new MergedIndex(held, state(held.generation())));
      } catch (ConsumerFailure consumer) {
        throw consumer.failure();
      } catch (ShardUnreachableException | StateGoneException elsewhere) {
        throw elsewhere;
      } catch (IOException | UncheckedIOException e) {
        throw damaged(e);
      } catch (RuntimeException | AssertionError | VirtualMachineError e) {
        Throwable fault = fault(held);
        if (fault == null) {
          throw e;
        }
        throw damaged(fault);
      }
    }
  }

  /** What is known of a state of the index; of an older one, that somebody still holds, nothing. */
  private IndexState state(long generation) {
    IndexState known = state;
    if (known.generation() != generation) {
      known = new IndexState(generation);
      if (generation > state.generation()) {
        state = known;
      }
    }
    return known;
  }

  private static @Nullable Throwable fault(Shards.Held held) {
    for (ShardPort shard : held.shards()) {
      Throwable fault = shard.fault();
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  private DamagedIndexException damaged(Throwable fault) {
    DamagedIndexException damaged = new DamagedIndexException(fault);
    onDamage.accept(damaged);
    return damaged;
  }

  /** Carries an exception of a consumer past what tells damage. */
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

    static Consumer<ExportRow> watched(Consumer<ExportRow> consumer) {
      return row -> {
        try {
          consumer.accept(row);
        } catch (RuntimeException e) {
          throw new ConsumerFailure(e);
        }
      };
    }
  }

  /** Tells somebody of damage, each time a search meets it; to be called before searching. */
  public void onDamage(Consumer<DamagedIndexException> told) {
    onDamage = told;
  }

  @Override
  public void close() throws IOException {
    shards.close();
  }
}
