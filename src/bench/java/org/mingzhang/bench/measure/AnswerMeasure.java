package org.mingzhang.bench.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mingzhang.bench.corpus.Queries;
import org.mingzhang.bench.report.Report;
import org.mingzhang.bench.report.Row;
import org.mingzhang.bench.report.Samples;
import org.mingzhang.bench.report.Timing;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Grouping;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.search.SearchService;
import org.mingzhang.search.Shards;
import org.mingzhang.shard.LocalShards;

/**
 * Measures complete searches as for the result page: hits with snippets, exact total, all facets,
 * totals of the other scopes, spelling corrections. Every round uses a new service, so that no
 * result comes from a cache.
 */
public final class AnswerMeasure {
  private final Opening index;
  private final String table;
  private final long sections;
  private final Report report;

  /** Opens the measured index, for each round anew. */
  @FunctionalInterface
  public interface Opening {
    /** Its shards. */
    Shards open() throws IOException;
  }

  /** Measures on an index of this machine. */
  public AnswerMeasure(Path index, long sections, Report report) {
    this(() -> LocalShards.open(index), "Whole answers", sections, report);
  }

  /**
   * Measures on any index.
   *
   * @param table of the report in which the lines stand
   */
  AnswerMeasure(Opening index, String table, long sections, Report report) {
    this.index = index;
    this.table = table;
    this.sections = sections;
    this.report = report;
  }

  /** All lines. */
  public void run(Queries queries, int rounds) throws IOException {
    Function<String, SearchRequest> plain = q -> SearchRequest.of(q, SearchScope.SECTIONS);
    answers("phrase", queries.aligned().stream().map(q -> "\"" + q + "\"").toList(), plain, rounds);
    answers(
        "words", queries.words().stream().map(w -> String.join(" ", w)).toList(), plain, rounds);
    answers("boolean", queries.bool(), plain, rounds);
    answers("words in a range of years", queries.ranges(), plain, rounds);
    answers(
        "drill sideways on two facets",
        queries.words().stream().map(List::getFirst).toList(),
        q -> narrowed(q, "2020"),
        rounds);
    facets();
    suggestions(queries.prefixes(), rounds);
  }

  private static SearchRequest narrowed(String query, String year) {
    return new SearchRequest(
        query,
        SearchScope.SECTIONS,
        Map.of(
            FacetDimension.YEAR, List.of(year, "2021"),
            FacetDimension.CATEGORY, List.of("部门决算", "部门预算")),
        Map.of(),
        Sort.RELEVANCE,
        Grouping.NONE,
        10,
        null);
  }

  private void answers(
      String work, List<String> queries, Function<String, SearchRequest> request, int rounds)
      throws IOException {
    Samples first = new Samples();
    long begin = System.nanoTime();
    for (int i = 0; i <= rounds && (i < 2 || !Timing.late(begin)); i++) {
      try (SearchService service = new SearchService(index.open())) {
        Samples pass = Timing.pass(queries, q -> service.search(request.apply(q)));
        if (i > 0) {
          first.add(pass);
        }
      }
    }
    report.add(new Row(table, work, sections, first.numbers()));
  }

  private void facets() throws IOException {
    Samples first = new Samples();
    Samples again = new Samples();
    Samples sideways = new Samples();
    Samples open = new Samples();
    SearchRequest all = SearchRequest.of("", SearchScope.SECTIONS);
    for (int i = 0; i < 12; i++) {
      long begin = System.nanoTime();
      try (SearchService service = new SearchService(index.open())) {
        long opened = System.nanoTime() - begin;
        Samples one = Timing.pass(List.of(all), service::search);
        Samples two = Timing.pass(List.of(all, all, all, all), service::search);
        Samples three = Timing.pass(List.of("2019", "2021"), y -> service.search(narrowed("", y)));
        if (i > 1) {
          open.add(opened);
          first.add(one);
          again.add(two);
          sideways.add(three);
        }
      }
    }
    report.add(new Row(table, "facets over everything, first", sections, first.numbers()));
    report.add(new Row(table, "facets over everything, repeated", sections, again.numbers()));
    report.add(new Row(table, "everything, drill sideways on two", sections, sideways.numbers()));
    report.add(new Row(table, "opening the index for search", sections, open.numbers()));
  }

  private void suggestions(List<String> prefixes, int rounds) throws IOException {
    try (SearchService service = new SearchService(index.open())) {
      Map<String, Double> first = new LinkedHashMap<>();
      first.put("p50 ms", Timing.once(() -> service.suggest("省", 10)) / 1e6);
      report.add(new Row(table, "completions, first (table is made)", sections, first));
      Samples samples = Timing.rounds(rounds, prefixes, p -> service.suggest(p, 10));
      report.add(new Row(table, "completions", sections, samples.numbers()));
    }
  }
}
