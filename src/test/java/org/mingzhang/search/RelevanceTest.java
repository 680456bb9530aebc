package org.mingzhang.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prints the table of {@code docs/RELEVANCE.md}. */
class RelevanceTest {
  private static final double AHEAD = 0.10;

  @Test
  void the_ranking_stays_well_ahead_of_plain_bm25() throws IOException {
    RelevanceReport report = new RelevanceReport();
    report.print(System.out);
    try (PrintStream out = new PrintStream("target/relevance.md", StandardCharsets.UTF_8)) {
      report.print(out);
    }
    for (String baseline : List.of(RelevanceReport.WORDS, RelevanceReport.PAIRS)) {
      assertThat(report.ndcg(RelevanceReport.OWN)).isGreaterThan(report.ndcg(baseline) + AHEAD);
      assertThat(report.ndcgHeldOut(RelevanceReport.OWN))
          .isGreaterThan(report.ndcgHeldOut(baseline) + AHEAD);
    }
    assertThat(report.ndcg(RelevanceReport.FOLDED))
        .as("near-identical sections folded")
        .isGreaterThanOrEqualTo(report.ndcg(RelevanceReport.APART));
  }
}
