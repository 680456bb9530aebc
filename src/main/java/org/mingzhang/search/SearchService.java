package org.mingzhang.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.search.SearcherManager;
import org.mingzhang.analysis.Synonyms;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Scope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.WordQueries;
import org.mingzhang.search.SearchResults.FacetValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Searches the index: the one door between pages and Lucene.
 *
 * <p>Made once, safe on many threads, closed at the end. Made from a {@link SearcherManager} it
 * follows that manager's refreshes, which somebody else starts; made from a folder it reads the
 * index as it was when opened. Facet tables are made when the index is refreshed, not when somebody
 * searches. Methods throw {@link DamagedIndexException} where the index cannot be read, and nothing
 * else whatever the query.
 */
public final class SearchService implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(SearchService.class);

  /** Hits of a page unless the reader wants more or fewer. */
  private static final int USUAL_PAGE = 20;

  private static final SearchResults.Notice IN_COPIES =
      new SearchResults.Notice(
          "in-copies",
          "以下内容仅见于同一文件的其他版本。",
          "Found only in other versions of documents that are listed under another format.");

  private final Snapshots snapshots;
  private final WordQueries words = new WordQueries(Synonyms.standard());
  private final SpellingHelp spelling;
  private final IndexIntegrity integrity = new IndexIntegrity();
  private volatile Consumer<DamagedIndexException> onDamage = damaged -> {};

  /** A service that follows a manager; the manager stays the caller's. */
  public SearchService(SearcherManager manager) throws IOException {
    this(new Snapshots(manager));
  }

  private SearchService(Snapshots snapshots) {
    this.snapshots = snapshots;
    this.spelling = new SpellingHelp(snapshots::suggester);
  }

  /**
   * A service on an index that this process does not write.
   *
   * @throws IOException where there is no readable index in the folder
   */
  public static SearchService open(Path index) throws IOException {
    return new SearchService(Snapshots.open(index));
  }

  /** Answers a request. */
  public SearchResults search(SearchRequest request) {
    return on(
        snapshot -> {
          SearchResults found = answer(snapshot, request).cached(request);
          return request.copies()
                  || snapshot.primary() == snapshot
                  || (found.total() > 0 && !found.loosened())
              ? found
              : amongCopies(snapshot, request, found);
        });
  }

  /** The copies, where nothing else has the words and one of them has. */
  private SearchResults amongCopies(Snapshot snapshot, SearchRequest request, SearchResults nothing)
      throws IOException {
    SearchResults found = answer(snapshot, request.withCopies(true)).cached(request);
    return found.total() > 0 && (nothing.total() == 0 || !found.loosened())
        ? found.noticed(IN_COPIES)
        : nothing;
  }

  private SearchAnswer answer(Snapshot snapshot, SearchRequest request) {
    return new SearchAnswer(request.copies() ? snapshot : snapshot.primary(), words, spelling);
  }

  /** How many hits {@link #search} would find. */
  public long total(SearchRequest request) {
    return on(snapshot -> answer(snapshot, request).total(request, request.scope()));
  }

  /**
   * The values of one facet that contain a string, most frequent first, with the counts they have
   * in {@link #search}: for long facets.
   */
  public List<FacetValue> facet(
      SearchRequest request, Dimension dimension, String containing, int most) {
    return on(snapshot -> answer(snapshot, request).facet(request, dimension, containing, most));
  }

  /** Counts the hits of each query of a list; a query that does not parse is counted literally. */
  public List<BatchCount> counts(List<String> queries, Scope scope) {
    return on(
        snapshot -> {
          List<BatchCount> counts = new ArrayList<>();
          SearchAnswer answer = new SearchAnswer(snapshot, words, spelling);
          for (String query : queries) {
            counts.add(answer.count(SearchRequest.of(query, scope)));
          }
          return counts;
        });
  }

  /**
   * Hands over all hits of a request, in its order, whatever its page; without a time bound and
   * without marks. All of them are of one moment of the index, and only a part is in memory at a
   * time. An exception of the consumer ends it and comes through.
   */
  public void forEach(SearchRequest request, Consumer<ExportRow> sink) {
    Consumer<ExportRow> consumer = ConsumerFailure.watched(sink);
    on(
        held -> {
          Snapshot snapshot = request.copies() ? held : held.primary();
          SearchRun run = SearchRun.of(snapshot, request, words);
          if (!new RowStream(snapshot, run, consumer).run()) {
            Optional<SearchRun> loose = run.loosely(words);
            return loose.isPresent() && new RowStream(snapshot, loose.get(), consumer).run();
          }
          return true;
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
    return on(snapshot -> new CopyFinder(snapshot).find(sectionId));
  }

  /** Completions of what is being typed, by characters, pinyin or initials, best first. */
  public List<Suggestion> suggest(String prefix, int most) {
    return on(snapshot -> snapshots.suggester().suggest(prefix, most));
  }

  /**
   * Marks the places where a query's words occur in paragraphs.
   *
   * @param query as typed
   * @param texts paragraphs of one text, in order
   * @return the fragments of each, which joined give it again
   */
  public List<List<Hit.Fragment>> mark(String query, List<String> texts) {
    return on(
        snapshot -> {
          SearchRequest request = SearchRequest.of(query, Scope.SECTIONS);
          return TextMarks.mark(texts, SearchRun.of(snapshot, request, words).matches());
        });
  }

  /** A number that changes whenever the index has changed. */
  public long generation() {
    return snapshots.version();
  }

  /** Work on a snapshot. */
  @FunctionalInterface
  private interface Work<T> {
    T on(Snapshot snapshot) throws IOException;
  }

  private <T> T on(Work<T> work) {
    Snapshot snapshot = snapshots.hold();
    try {
      return work.on(snapshot);
    } catch (ConsumerFailure consumer) {
      throw consumer.failure();
    } catch (IOException | UncheckedIOException e) {
      throw damaged(e);
    } catch (RuntimeException | AssertionError | VirtualMachineError e) {
      Throwable fault = integrity.fault(snapshot.reader());
      if (fault == null) {
        throw e;
      }
      throw damaged(fault);
    } finally {
      release(snapshot);
    }
  }

  private DamagedIndexException damaged(Throwable fault) {
    DamagedIndexException damaged = new DamagedIndexException(fault);
    onDamage.accept(damaged);
    return damaged;
  }

  private static void release(Snapshot snapshot) {
    try {
      snapshot.release();
    } catch (IOException e) {
      LOG.debug("a state of the index could not be closed", e);
    }
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

  /** Goes over to another index, as when a damaged one is made again. */
  public void follow(SearcherManager manager) {
    try {
      snapshots.follow(manager);
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  @Override
  public void close() throws IOException {
    snapshots.close();
  }
}
