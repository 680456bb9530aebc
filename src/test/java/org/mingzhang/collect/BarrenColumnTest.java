package org.mingzhang.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.CrawlRun;
import org.mingzhang.collect.source.CrawlSource;

/** Checks that a source without entries is reported by every kind of run. */
class BarrenColumnTest {
  private static final String ROWS =
      "<ul><li><a href='f.pdf'>某局2023年部门预算</a><span>2023-02-01</span></li></ul>";

  @TempDir Path folder;
  private final StandInSite site = new StandInSite();

  @AfterEach
  void close() throws Exception {
    site.close();
  }

  private CrawlRun next(CollectBench bench, CrawlSource source, int days) throws Exception {
    bench.now.updateAndGet(now -> now.plus(Duration.ofDays(days)));
    return bench.run(source).getFirst();
  }

  @Test
  void a_column_that_lost_its_entries_is_told_by_the_next_run() throws Exception {
    site.page("/z/index.html", ROWS);
    site.pdf("/z/f.pdf");
    CrawlSource source = CollectBench.source(site.url("/z/index.html"));
    try (CollectBench bench = new CollectBench(folder)) {
      assertThat(bench.run(source).getFirst().message()).isNull();
      assertThat(next(bench, source, 1).message()).isNull();
      site.page("/z/index.html", "<p>栏目已迁移，请访问新网站。</p>");
      CrawlRun empty = next(bench, source, 1);
      assertThat(empty.visitsAllPages()).isFalse();
      assertThat(empty.message()).isEqualTo("no entry was found in the column");
      site.page("/z/index.html", ROWS);
      assertThat(next(bench, source, 1).message()).isNull();
      site.raw("/z/index.html", request -> StandInSite.answer(404, new byte[0]));
      assertThat(next(bench, source, 1).message())
          .isEqualTo("the column itself was not read: HTTP 404");
    }
  }

  @Test
  void it_is_known_when_the_newest_document_came() throws Exception {
    site.page("/z/index.html", ROWS);
    site.pdf("/z/f.pdf");
    try (CollectBench bench = new CollectBench(folder)) {
      assertThat(bench.archive.frontier().findNewestDocumentTime("s")).isEmpty();
      bench.run(CollectBench.source(site.url("/z/index.html")));
      assertThat(bench.archive.frontier().findNewestDocumentTime("s"))
          .hasValueSatisfying(
              newest -> assertThat(newest).isBetween(CollectBench.START, bench.now.get()));
      assertThat(bench.archive.frontier().findListPageAddress("s"))
          .hasValue(site.url("/z/index.html"));
    }
  }
}
