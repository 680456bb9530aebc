package org.mingzhang.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mingzhang.Seed;
import org.mingzhang.model.Category;
import org.mingzhang.model.Finding;
import org.mingzhang.model.FindingGap;
import org.mingzhang.model.SearchScope;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Grouping;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.shard.SearchIndex;

/** Compares filters and sort orders by the gap of findings with plain filtering and sorting. */
class GapSearchTest {
  private static final long SEED = Seed.next();

  private final List<Finding> written = new ArrayList<>();

  private void write(SearchIndex index, Random random) throws IOException {
    for (int d = 0; d < 40; d++) {
      List<Finding> findings = new ArrayList<>();
      for (int i = random.nextInt(5); i > 0; i--) {
        findings.add(finding(random, written.size() + findings.size()));
      }
      written.addAll(findings);
      Section section = SearchIndex.section("1", "一、", "收入情况", Topic.INCOME, "收入12万元。");
      index.add(
          "doc" + d,
          SearchIndex.disclosure(
                  SearchIndex.metadata(
                      "部门决算", "样本" + d + "局", "示例省", 2024, Category.DEPARTMENT_FINAL_ACCOUNTS),
                  List.of(section))
              .withFindings(findings));
      if (d % 11 == 0) {
        index.refresh();
      }
    }
    index.refresh();
  }

  /** Every fourth finding has no gap; some of the others have only one of the two values. */
  private static Finding finding(Random random, int number) {
    BigDecimal yuan =
        random.nextInt(5) == 0 ? null : BigDecimal.valueOf(random.nextInt(300_000_000), 2);
    BigDecimal percent =
        random.nextInt(5) == 0 && yuan != null
            ? null
            : BigDecimal.valueOf(random.nextInt(2_000_000), 4);
    return new Finding(
        "sample",
        Finding.Kind.SUM,
        Finding.Severity.PROOF,
        "1",
        1,
        "第" + number + "处",
        null,
        null,
        null,
        null,
        "合计不符。",
        "The total does not agree.",
        null,
        random.nextInt(4) == 0 ? null : new FindingGap(yuan, percent));
  }

  private static @Nullable BigDecimal yuan(Finding finding) {
    return finding.gap() == null ? null : finding.gap().yuan();
  }

  private static @Nullable BigDecimal percent(Finding finding) {
    return finding.gap() == null ? null : finding.gap().percent();
  }

  @Test
  void the_greatest_gaps_come_first_and_those_without_last() throws IOException {
    try (SearchIndex index = new SearchIndex()) {
      write(index, new Random(SEED));
      assertThat(found(index, "", Sort.GAP, "gapYuan"))
          .as("seed " + SEED)
          .isEqualTo(descending(GapSearchTest::yuan));
      assertThat(found(index, "", Sort.GAP_PERCENT, "gapPercent"))
          .as("seed " + SEED)
          .isEqualTo(descending(GapSearchTest::percent));
    }
  }

  private List<String> descending(Function<Finding, @Nullable BigDecimal> gap) {
    Comparator<@Nullable BigDecimal> order = Comparator.nullsLast(Comparator.reverseOrder());
    List<@Nullable BigDecimal> gaps = new ArrayList<>();
    written.forEach(f -> gaps.add(gap.apply(f)));
    gaps.sort(order);
    return gaps.stream().map(g -> g == null ? "" : g.toPlainString()).toList();
  }

  @Test
  void a_least_gap_finds_what_plain_counting_finds() throws IOException {
    try (SearchIndex index = new SearchIndex()) {
      write(index, new Random(SEED));
      assertFinds(index, "gap:>=100万", f -> atLeast(yuan(f), "1000000"));
      assertFinds(index, "差额:>=10万", f -> atLeast(yuan(f), "100000"));
      assertFinds(index, "gap_percent:>=1%", f -> atLeast(percent(f), "1"));
      assertFinds(index, "差额占比:≥50", f -> atLeast(percent(f), "50"));
      assertFinds(
          index,
          "gap:>=50万 gap_percent:>=10%",
          f -> atLeast(yuan(f), "500000") && atLeast(percent(f), "10"));
    }
  }

  private static boolean atLeast(@Nullable BigDecimal value, String limit) {
    return value != null && value.compareTo(new BigDecimal(limit)) >= 0;
  }

  private void assertFinds(SearchIndex index, String query, Predicate<Finding> wanted)
      throws IOException {
    assertThat(found(index, query, Sort.RELEVANCE, "quote"))
        .as("seed %s, %s", SEED, query)
        .containsExactlyInAnyOrderElementsOf(
            written.stream().filter(wanted).map(Finding::quote).toList());
  }

  @Test
  void other_scopes_have_no_gap_and_say_so() throws IOException {
    try (SearchIndex index = new SearchIndex()) {
      write(index, new Random(SEED));
      SearchResults sections =
          index.service().search(SearchRequest.of("gap:>=1万", SearchScope.SECTIONS));
      assertThat(sections.total()).isZero();
      assertThat(sections.notices()).extracting("code").contains("field-not-in-scope");
      assertThat(sections.notices().getLast().chinese()).contains("“差额”", "“疑点”", "“指标”");
    }
  }

  private static List<String> found(SearchIndex index, String query, Sort sort, String value)
      throws IOException {
    List<String> found = new ArrayList<>();
    String after = null;
    do {
      SearchResults page =
          index
              .service()
              .search(
                  new SearchRequest(
                      query,
                      SearchScope.FINDINGS,
                      Map.of(),
                      Map.of(),
                      sort,
                      Grouping.NONE,
                      7,
                      after));
      page.hits().forEach(hit -> found.add(hit.values().getOrDefault(value, "")));
      after = page.nextCursor();
    } while (after != null);
    return found;
  }
}
