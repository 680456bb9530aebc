package org.mingzhang.web.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.ExportRow;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchResults;
import org.mingzhang.search.Suggestion;
import org.mingzhang.search.TextReuseResult;
import org.mingzhang.web.source.SearchPort;

/** A search port over random documents and facts that scans all of them. */
final class RandomFactIndex implements SearchPort {
  static final String ACCOUNT = "三公经费";
  static final List<Integer> YEARS = List.of(2021, 2022, 2023, 2024);

  final List<Hit> documents = new ArrayList<>();
  final List<Hit> facts = new ArrayList<>();

  RandomFactIndex(Random random) {
    int agencies = 1 + random.nextInt(7);
    for (int i = 0; i < agencies; i++) {
      String district = i % 2 == 0 ? "青石区" : "白水区";
      String name = district + List.of("教育局", "财政局", "民政局", "司法局").get(i / 2);
      for (int year : YEARS) {
        if (random.nextInt(4) > 0) {
          document(random, name, List.of("示例省", "样本市", district), year);
        }
      }
    }
  }

  private void document(Random random, String agency, List<String> region, int year) {
    String id = agency + "-" + year;
    documents.add(
        hit(
            id,
            SearchScope.DOCUMENTS,
            id,
            id,
            agency,
            region,
            year,
            Map.of("mediaType", "text/plain")));
    int count = random.nextInt(6);
    for (int i = 0; i < count; i++) {
      Map<String, String> values = new HashMap<>();
      boolean change = random.nextInt(4) == 0;
      values.put("kind", change ? "change" : "amount");
      values.put("value", Integer.toString(change ? random.nextInt(-9, 9) : random.nextInt(9)));
      values.put("printed", values.get("value"));
      values.put("unit", "元");
      values.put("stage", random.nextInt(3) == 0 ? "预算" : "决算");
      values.put("fund", random.nextInt(4) == 0 ? "一般公共预算" : "财政拨款");
      if (random.nextInt(5) > 0) {
        values.put("perimeter", random.nextInt(4) == 0 ? "单位" : "部门");
      }
      if (random.nextInt(6) == 0) {
        values.put("entity", "另一单位");
      }
      if (random.nextInt(8) == 0) {
        values.put("period", "1-6月");
      }
      int about = random.nextInt(5) == 0 ? year - 1 : year;
      values.put("factYear", Integer.toString(about));
      values.put("againstYear", Integer.toString(about - 1));
      values.put("quote", "第" + i + "句");
      String fact = id + "/s#a-" + String.format("%08x", i);
      facts.add(hit(fact, SearchScope.FACTS, id, ACCOUNT, agency, region, year, values));
    }
  }

  private static Hit hit(
      String id,
      SearchScope scope,
      String document,
      String title,
      String agency,
      List<String> region,
      int year,
      Map<String, String> values) {
    return new Hit(
        id,
        scope,
        document,
        document,
        List.of(),
        title,
        agency,
        region,
        year,
        "部门决算",
        null,
        3,
        List.of(),
        0,
        List.of(),
        BigDecimal.ZERO,
        values);
  }

  @Override
  public void forEach(SearchRequest request, Consumer<Hit> sink) {
    (request.scope() == SearchScope.DOCUMENTS ? documents : facts)
        .stream().filter(hit -> passes(hit, request)).forEach(sink);
  }

  private static boolean passes(Hit hit, SearchRequest request) {
    return request.includedValues().entrySet().stream()
        .allMatch(e -> e.getValue().contains(value(hit, e.getKey())));
  }

  private static String value(Hit hit, FacetDimension dimension) {
    return switch (dimension) {
      case ACCOUNT -> hit.title();
      case ITEM -> hit.values().getOrDefault("item", SearchRequest.NOT_STATED);
      case FACT_KIND -> Objects.requireNonNull(hit.values().get("kind"));
      case FACT_YEAR -> Objects.requireNonNull(hit.values().get("factYear"));
      case AGENCY -> Objects.requireNonNull(hit.agency());
      default -> throw new AssertionError("not filtered by " + dimension);
    };
  }

  @Override
  public long count(SearchRequest request) {
    long[] count = new long[1];
    forEach(request, hit -> count[0]++);
    return count[0];
  }

  @Override
  public long generation() {
    return 1;
  }

  @Override
  public SearchResults search(SearchRequest request) {
    throw new AssertionError("answers need no page of hits");
  }

  @Override
  public List<Suggestion> suggest(String typed, int most) {
    return List.of();
  }

  @Override
  public void forEachWithFullText(SearchRequest request, Consumer<ExportRow> sink) {
    throw new AssertionError("answers need no texts");
  }

  @Override
  public List<List<Hit.Fragment>> highlightWords(String query, List<String> texts) {
    return List.of();
  }

  @Override
  public List<SearchResults.FacetValue> findFacetValues(
      SearchRequest request, FacetDimension dimension, String containing, int most) {
    return List.of();
  }

  @Override
  public Optional<TextReuseResult> findTextReuse(String sectionId) {
    return Optional.empty();
  }

  @Override
  public String toTraditional(String text) {
    return text;
  }
}
