package org.mingzhang.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Scope;
import org.mingzhang.query.QueryParser;
import org.mingzhang.query.QueryTranslator;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Grouping;
import org.mingzhang.query.SearchRequest.Sort;

/**
 * All shards of one moment, asked as one index: the merging half of a search.
 *
 * <p>What is ranked is asked in two rounds: each shard tells its part of the statistics, then all
 * of them search with the sum, so that scores are those of one index. Counts are added before they
 * are cut. One shard alone is asked once. Used by one thread for one answer.
 */
final class MergedIndex {
  private final Shards.Held held;
  private final List<ShardPort> shards;
  private final IndexState state;

  MergedIndex(Shards.Held held, IndexState state) {
    this.held = held;
    this.shards = held.shards();
    this.state = state;
  }

  /** Keeps the shards as they are for a reader who may be slow; the caller closes it. */
  Shards.Staying stay() {
    return held.stay();
  }

  /** Answers that hold as long as the index does not change. */
  AnswerCache answers() {
    return state.answers();
  }

  /** How many shards there are. */
  int shards() {
    return shards.size();
  }

  /** Asks all shards; what they answer, in their order. */
  <T> List<T> ask(Shards.Question<T> question) throws IOException {
    return held.ask(question);
  }

  /** All values of a facet. */
  GlobalOrdinals dictionary(Dimension dimension) throws IOException {
    return state.dictionary(dimension, held);
  }

  /** Whether some documents are passed over because others stand for them. */
  boolean hasCopies() {
    return shards.stream().anyMatch(ShardPort::hasCopies);
  }

  /**
   * A request as the shards take it.
   *
   * @param ranked whether the order of its rows matters, or only their number
   */
  ShardQuery query(SearchRequest request, boolean loosened, boolean ranked) throws IOException {
    boolean alone =
        shards.size() == 1
            || !((ranked && request.sort() == Sort.RELEVANCE)
                || QueryTranslator.asksIndex(QueryParser.parse(request.query()).node()));
    return new ShardQuery(
        request, loosened, alone ? IndexStatistics.OWN : statistics(request, loosened));
  }

  private IndexStatistics statistics(SearchRequest request, boolean loosened) throws IOException {
    record Key(String query, Scope scope, boolean loosened) {}
    Key key = new Key(request.query(), request.scope(), loosened);
    IndexStatistics known = answers().get(key, IndexStatistics.class);
    if (known == null) {
      ShardQuery query = new ShardQuery(request, loosened, IndexStatistics.OWN);
      known = IndexStatistics.sum(ask((number, shard) -> shard.statistics(query)));
      answers().put(key, known);
    }
    return known;
  }

  /** Asks all shards to search. */
  List<ShardAnswer> ask(ShardSearch search) throws IOException {
    return ask((number, shard) -> shard.search(search));
  }

  /** Searches all shards. */
  FoundPage search(ShardSearch search) throws IOException {
    List<ShardAnswer> answers = ask(search);
    MergedRows rows = rows(search, answers);
    return new FoundPage(
        search.query(),
        answers.stream().mapToLong(ShardAnswer::matched).sum(),
        answers.stream().mapToLong(ShardAnswer::total).sum(),
        counts(search.counted(), answers),
        rows.rows(),
        rows.last(),
        documents(answers),
        answers.getFirst().notices(),
        answers.stream().anyMatch(ShardAnswer::timedOut));
  }

  private MergedRows rows(ShardSearch search, List<ShardAnswer> answers) throws IOException {
    Grouping grouping = search.query().request().grouping();
    if (grouping == Grouping.AGENCY && shards.size() > 1 && search.size() > 0) {
      return new AgencyGroups(this, search).page(answers);
    }
    List<ShardRow> all = new ArrayList<>();
    for (int shard = 0; shard < answers.size(); shard++) {
      for (RankedRow row : answers.get(shard).rows()) {
        all.add(new ShardRow(shard, row));
      }
    }
    return switch (grouping) {
      case NONE -> MergedRows.single(all, search.size());
      case SIMILAR -> MergedRows.similar(all, search.size(), search.query().request().size());
      case DOCUMENT, AGENCY -> MergedRows.grouped(all, search.size());
    };
  }

  private Map<Dimension, int[]> counts(List<Dimension> counted, List<ShardAnswer> answers)
      throws IOException {
    Map<Dimension, int[]> sums = new EnumMap<>(Dimension.class);
    for (Dimension dimension : counted) {
      ValueCounts only = answers.getFirst().counts().get(dimension);
      sums.put(
          dimension,
          shards.size() == 1 && only != null ? only.byNumber() : sum(dimension, answers));
    }
    return sums;
  }

  private int[] sum(Dimension dimension, List<ShardAnswer> answers) throws IOException {
    GlobalOrdinals dictionary = dictionary(dimension);
    int[] sum = new int[dictionary.size()];
    for (int shard = 0; shard < answers.size(); shard++) {
      ValueCounts counts = answers.get(shard).counts().get(dimension);
      int[] numbers = dictionary.fromPart(shard);
      for (int i = 0; counts != null && i < counts.size(); i++) {
        sum[numbers[i]] += counts.at(i);
      }
    }
    return sum;
  }

  private static long documents(List<ShardAnswer> answers) {
    long sum = 0;
    for (ShardAnswer answer : answers) {
      if (answer.documents() < 0) {
        return -1;
      }
      sum += answer.documents();
    }
    return sum;
  }

  /** How many rows of a query pass. */
  ShardCount count(ShardQuery query, long millis) throws IOException {
    ShardCount sum = null;
    for (ShardCount count : ask((number, shard) -> shard.count(query, millis))) {
      sum = sum == null ? count : sum.plus(count);
    }
    return sum == null ? new ShardCount(false, 0, List.of(), false) : sum;
  }

  /** Whether any row of a query passes. */
  boolean findsAny(ShardQuery query, long millis) throws IOException {
    return ask((number, shard) -> shard.findsAny(query, millis)).contains(true);
  }

  /** What a shard tells of some of its rows, one thing each. */
  @FunctionalInterface
  interface RowsWork<T> {
    List<T> on(ShardPort shard, List<Integer> rows) throws IOException;
  }

  /** Something of each row, asked of each shard once, in the order of the rows. */
  <T> List<T> each(List<ShardRow> rows, RowsWork<T> work) throws IOException {
    List<List<T>> answers =
        ask(
            (number, shard) -> {
              List<ShardRow> own = inShard(rows, number);
              return own.isEmpty() ? List.of() : work.on(shard, numbers(own));
            });
    Map<ShardRow, T> told = new HashMap<>();
    for (int shard = 0; shard < answers.size(); shard++) {
      List<ShardRow> own = inShard(rows, shard);
      List<T> here = answers.get(shard);
      for (int i = 0; i < here.size(); i++) {
        told.put(own.get(i), here.get(i));
      }
    }
    return rows.stream().map(row -> Objects.requireNonNull(told.get(row))).toList();
  }

  private static List<ShardRow> inShard(List<ShardRow> rows, int shard) {
    return rows.stream().filter(row -> row.shard() == shard).toList();
  }

  private static List<Integer> numbers(List<ShardRow> rows) {
    return rows.stream().map(row -> row.row().doc()).toList();
  }

  /** The words of a query that none of the rows has, as typed. */
  List<String> absentWords(ShardQuery query, List<ShardRow> rows) throws IOException {
    List<String> absent = null;
    List<List<String>> answers =
        ask(
            (number, shard) -> {
              List<ShardRow> own = inShard(rows, number);
              return own.isEmpty() ? List.of() : shard.absentWords(query, numbers(own));
            });
    for (int shard = 0; shard < answers.size(); shard++) {
      List<String> here = answers.get(shard);
      if (!inShard(rows, shard).isEmpty()) {
        absent = absent == null ? here : absent.stream().filter(here::contains).toList();
      }
    }
    return absent == null ? List.of() : absent;
  }
}
