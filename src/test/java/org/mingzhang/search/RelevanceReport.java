package org.mingzhang.search;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.shard.SearchIndex;

/**
 * Measures the ranking on the judged queries, beside plain BM25 on HanLP words and on character
 * pairs, both of which see the same text. nDCG at 10 with gains of 2^grade - 1, and the reciprocal
 * rank of the first best section among the first ten.
 */
public final class RelevanceReport {
  static final String OWN = "Mingzhang";

  /** The same with each wording counted once, for ungrouped and for grouped near-duplicates. */
  static final String APART = "Mingzhang, a wording counted once, listed apart";

  static final String FOLDED = "Mingzhang, a wording counted once, folded";
  static final String WORDS = "BM25 on HanLP words";
  static final String PAIRS = "BM25 on character pairs";

  private static final int DEPTH = 10;

  private final List<JudgedQuery> queries = JudgedQuery.all();
  private final Map<String, List<Quality>> qualities = new LinkedHashMap<>();

  /** Quality of a ranking for one query. */
  record Quality(double ndcg, double rank) {}

  /** Ranks by the product and by the baselines. */
  RelevanceReport() {
    try (SearchIndex index = new SearchIndex()) {
      Map<String, JudgedSection> sections = new JudgedCorpus(index).sections();
      measure(OWN, sections, query -> own(index.service(), query), JudgedSection::id);
      measure(APART, sections, query -> own(index.service(), query), RelevanceReport::wording);
      measure(FOLDED, sections, query -> heads(index.service(), query), RelevanceReport::wording);
      try (BaselineRanking baselines = new BaselineRanking(sections.values())) {
        measure(
            WORDS,
            sections,
            query -> baselines.rank(BaselineRanking.WORDS, query),
            JudgedSection::id);
        measure(
            PAIRS,
            sections,
            query -> baselines.rank(BaselineRanking.PAIRS, query),
            JudgedSection::id);
      }
    }
  }

  /** Prints the table of {@code docs/RELEVANCE.md}; with an argument, each tuning query as well. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) {
    RelevanceReport report = new RelevanceReport();
    report.print(System.out);
    if (args.length > 0) {
      report.printQueries(System.out);
    }
  }

  void print(PrintStream out) {
    out.println("| ranking | queries | nDCG@10 | MRR | tuning nDCG@10 | held-out nDCG@10 |");
    out.println("| --- | --- | --- | --- | --- | --- |");
    for (String ranking : qualities.keySet()) {
      out.printf(
          Locale.ROOT,
          "| %s | %d | %.3f | %.3f | %.3f | %.3f |%n",
          ranking,
          queries.size(),
          ndcg(ranking),
          average(ranking, true, true, Quality::rank),
          average(ranking, true, false, Quality::ndcg),
          ndcgHeldOut(ranking));
    }
  }

  private void printQueries(PrintStream out) {
    for (int i = 0; i < queries.size(); i++) {
      if (!queries.get(i).heldOut()) {
        out.print(queries.get(i).text());
        for (List<Quality> of : qualities.values()) {
          out.printf(Locale.ROOT, "\t%.2f", of.get(i).ndcg());
        }
        out.println();
      }
    }
  }

  /** nDCG at 10 over all queries. */
  double ndcg(String ranking) {
    return average(ranking, true, true, Quality::ndcg);
  }

  /** nDCG at 10 over the queries not used for tuning. */
  double ndcgHeldOut(String ranking) {
    return average(ranking, false, true, Quality::ndcg);
  }

  private double average(
      String ranking, boolean tuning, boolean heldOut, Function<Quality, Double> figure) {
    List<Quality> of = Objects.requireNonNull(qualities.get(ranking));
    return IntStream.range(0, queries.size())
        .filter(i -> queries.get(i).heldOut() ? heldOut : tuning)
        .mapToDouble(i -> figure.apply(of.get(i)))
        .average()
        .orElse(0);
  }

  private static List<String> own(SearchService service, String query) {
    return service.search(SearchRequest.of(query, SearchScope.SECTIONS)).hits().stream()
        .map(Hit::id)
        .toList();
  }

  /** The order of a page with grouping: near-duplicates follow the first of them. */
  private static List<String> heads(SearchService service, String query) {
    SearchRequest request =
        SearchRequest.of(query, SearchScope.SECTIONS).withGrouping(SearchRequest.Grouping.SIMILAR);
    return service.search(request).hits().stream()
        .filter(hit -> !hit.values().containsKey(SimilarHitLinker.SIMILAR_TO))
        .map(Hit::id)
        .toList();
  }

  /**
   * A text without names, years and punctuation; the id of the section if the text is too short.
   */
  private static String wording(JudgedSection section) {
    String text = section.body().replace(section.agency(), "");
    for (String place : section.region().split("/", -1)) {
      text = text.replace(place, "");
    }
    text = text.replaceAll("\\d{4}年?度?", "").replaceAll("[^\\p{L}\\p{N}.]+", "");
    return text.length() < 8 ? section.id() : text;
  }

  /** Only the first of equal sections counts, in the ranking and in the ideal ranking. */
  private void measure(
      String name,
      Map<String, JudgedSection> sections,
      Function<String, List<String>> ranking,
      Function<JudgedSection, String> same) {
    Map<String, String> sameness = new HashMap<>();
    sections.forEach((id, section) -> sameness.put(id, same.apply(section)));
    List<Quality> measured = new ArrayList<>();
    for (JudgedQuery query : queries) {
      Set<String> seen = new HashSet<>();
      List<Integer> grades =
          ranking.apply(query.text()).stream()
              .limit(DEPTH)
              .map(id -> Objects.requireNonNull(sections.get(id)))
              .map(s -> seen.add(sameness.get(s.id())) ? query.grade(s) : Integer.valueOf(0))
              .toList();
      Set<String> told = new HashSet<>();
      List<Integer> ideal =
          sections.values().stream()
              .sorted(Comparator.comparing(query::grade, Comparator.reverseOrder()))
              .filter(section -> told.add(sameness.get(section.id())))
              .limit(DEPTH)
              .map(query::grade)
              .toList();
      int first = grades.indexOf(JudgedQuery.BEST);
      measured.add(new Quality(gain(grades) / gain(ideal), first < 0 ? 0 : 1.0 / (first + 1)));
    }
    qualities.put(name, measured);
  }

  private static double gain(List<Integer> grades) {
    return IntStream.range(0, grades.size())
        .mapToDouble(i -> ((1 << grades.get(i)) - 1) * Math.log(2) / Math.log(i + 2))
        .sum();
  }
}
