package org.mingzhang.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.FrontierEntry.State;
import org.mingzhang.collect.source.CrawlSource;

/** A visit that fails in the program does not keep anything else from being collected. */
class FailedVisitTest {
  @TempDir Path folder;
  private final StandInSite site = new StandInSite();
  private CollectBench bench;

  @BeforeEach
  void open() {
    bench = new CollectBench(folder);
    for (String column : new String[] {"/a", "/b"}) {
      site.page(
          column + "/index.html",
          "<ul><li><a href='1.pdf'>第一局2023年部门预算</a> 2023-02-01</li>"
              + "<li><a href='2.pdf'>第二局2023年部门预算</a> 2023-02-01</li></ul>");
      site.pdf(column + "/1.pdf");
      site.pdf(column + "/2.pdf");
    }
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
    site.close();
  }

  private CrawlSource source(String name, String url) {
    return CollectBench.source(name, url, CrawlSource.SiteRules.none());
  }

  @Test
  void an_address_whose_visit_fails_is_told_and_visited_by_the_next_run() throws Exception {
    CrawlSource source = source("a", site.url("/a/index.html"));
    bench.failingPath = "/a/1.pdf";
    bench.run(source);
    assertThat(bench.documents).containsExactly("/a/2.pdf");
    assertThat(bench.refusals)
        .containsExactly(
            "/a/1.pdf the visit failed: java.lang.IllegalStateException: a fault of the program");
    bench.failingPath = "never";
    bench.now.updateAndGet(now -> now.plus(Duration.ofDays(8)));
    bench.run(source);
    assertThat(bench.documents).containsExactly("/a/2.pdf", "/a/1.pdf");
  }

  @Test
  void a_source_whose_answers_cannot_be_written_does_not_stop_the_others() throws Exception {
    String other = site.url("/a/index.html").replace("site.test", "other.test");
    Path block = bench.warcFolder().resolve("other.test_" + site.port());
    Files.writeString(block, "no folder can be made here");
    assertThatThrownBy(() -> bench.run(source("a", other), source("b", site.url("/b/index.html"))))
        .hasMessageContaining("collecting stopped");
    assertThat(bench.documents).containsExactlyInAnyOrder("/b/1.pdf", "/b/2.pdf");
    assertThat(bench.archive.frontier().countInState("a", State.FAILED)).isEqualTo(1);
    Files.delete(block);
    bench.now.updateAndGet(now -> now.plus(Duration.ofDays(8)));
    bench.run(source("a", other));
    bench.now.updateAndGet(now -> now.plus(Duration.ofDays(8)));
    bench.run(source("a", other));
    assertThat(bench.documents).contains("/a/1.pdf", "/a/2.pdf");
  }
}
