package org.mingzhang.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.FrontierEntry.State;
import org.mingzhang.collect.source.CrawlSource;

/** Addresses that several sources list. */
class SharedAddressTest {
  @TempDir Path folder;
  private final StandInSite site = new StandInSite();
  private CollectBench bench;

  @BeforeEach
  void open() {
    bench = new CollectBench(folder);
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
    site.close();
  }

  private static CrawlSource source(String name, String url) {
    return CollectBench.source(name, url, CrawlSource.SiteRules.none());
  }

  private String elsewhere(String path) {
    return site.url(path).replace("site.test", "other.test");
  }

  @Test
  void a_file_is_collected_by_the_source_that_may_though_another_may_not() throws Exception {
    String list = "<ul><li><a href='" + elsewhere("/f.pdf") + "'>第一局2023年部门预算</a> 2023-02-01</li>";
    site.page("/a/index.html", list + "</ul>");
    site.page("/b/index.html", list + "</ul>");
    site.pdf("/f.pdf");
    bench.run(source("a", site.url("/a/index.html")));
    assertThat(bench.documents).isEmpty();
    bench.run(source("b", elsewhere("/b/index.html")));
    assertThat(bench.documents).containsExactly("/f.pdf");
  }

  @Test
  void a_column_of_two_sources_is_visited_by_both_and_its_files_are_taken_once() throws Exception {
    site.page(
        "/a/index.html",
        "<ul><li><a href='1.pdf'>第一局2023年部门预算</a> 2023-02-01</li>"
            + "<li><a href='2.pdf'>第二局2023年部门预算</a> 2023-02-01</li></ul>");
    site.pdf("/a/1.pdf");
    site.pdf("/a/2.pdf");
    for (String name : List.of("a", "b")) {
      bench.run(source(name, site.url("/a/index.html")));
      assertThat(bench.archive.frontier().countInState(name, State.DONE)).isEqualTo(3);
    }
    assertThat(bench.documents).containsExactly("/a/1.pdf", "/a/2.pdf");
    assertThat(bench.archive.findProvenance(URI.create(site.url("/a/1.pdf")).toString()))
        .hasValueSatisfying(p -> assertThat(p.source()).isEqualTo("a"));
  }
}
