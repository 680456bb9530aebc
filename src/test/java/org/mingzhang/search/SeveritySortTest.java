package org.mingzhang.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mingzhang.Seed;
import org.mingzhang.model.Category;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.model.SearchScope;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Grouping;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.shard.SearchIndex;

/** Sorting findings by severity is the same over all segments. */
class SeveritySortTest {
  private static final long SEED = Seed.next();
  private static final List<Severity> SEVERITIES = List.of(Severity.values());

  @Test
  void proofs_come_first_and_wording_last_on_all_pages_together() throws IOException {
    Random random = new Random(SEED);
    try (SearchIndex index = new SearchIndex()) {
      List<String> written = new ArrayList<>();
      for (int d = 0; d < 40; d++) {
        List<Finding> findings = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          Severity severity =
              d % 7 == 0 ? Severity.PROOF : SEVERITIES.get(random.nextInt(SEVERITIES.size()));
          findings.add(finding(severity));
          written.add(severity.name().toLowerCase(java.util.Locale.ROOT));
        }
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
      written.sort(Comparator.comparingInt(List.of("proof", "probable", "wording")::indexOf));

      assertThat(severities(index)).as("seed " + SEED).isEqualTo(written);
    }
  }

  private static List<String> severities(SearchIndex index) throws IOException {
    List<String> found = new ArrayList<>();
    String after = null;
    do {
      SearchResults page =
          index
              .service()
              .search(
                  new SearchRequest(
                      "",
                      SearchScope.FINDINGS,
                      Map.of(),
                      Map.of(),
                      Sort.SEVERITY,
                      Grouping.NONE,
                      7,
                      after));
      page.hits().forEach(hit -> found.add(hit.values().get("severity")));
      after = page.nextCursor();
    } while (after != null);
    return found;
  }

  private static Finding finding(Severity severity) {
    return new Finding(
        "sample",
        Finding.Kind.SUM,
        severity,
        "1",
        1,
        "收入12万元",
        null,
        null,
        null,
        null,
        "合计不符。",
        "The total does not agree.",
        null,
        null);
  }
}
