package org.mingzhang.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.CollectionRun;
import org.mingzhang.archive.Resource;

/** A column of sixty pages of ten entries, each a page of its own. */
class LargeColumnTest {
  private static final int PAGES = 60;
  private static final int ENTRIES = 10;

  @TempDir Path folder;
  private final StandInSite site = new StandInSite();

  @AfterEach
  void close() throws Exception {
    site.close();
  }

  private static byte[] html(String body) {
    return StandInSite.answer(
        200, body.getBytes(StandardCharsets.UTF_8), "Content-Type: text/html");
  }

  private static String list(int page) {
    StringBuilder rows = new StringBuilder("<ul class='list'>");
    for (int i = 0; i < ENTRIES; i++) {
      int id = page * ENTRIES + i;
      rows.append("<li><a href='show?id=")
          .append(id)
          .append("'>第")
          .append(id)
          .append("号单位2023年部门预算</a><i>2023-02-01</i></li>");
    }
    return rows
        + "</ul><script>createPageHTML("
        + PAGES
        + ", "
        + page
        + ", \"index\", \"html\")</script>";
  }

  @Test
  void all_of_it_is_visited_once() throws Exception {
    String prose = "本单位2023年收入预算一百万元，支出预算一百万元。".repeat(10);
    for (int p = 0; p < PAGES; p++) {
      int page = p;
      site.raw("/z/index" + (p == 0 ? "" : "_" + p) + ".html", request -> html(list(page)));
    }
    site.raw(
        "/z/show?",
        request ->
            html(
                "<h1>"
                    + request.path().replaceAll("\\D", "")
                    + "号单位2023年部门预算</h1><p>"
                    + request.path()
                    + prose
                    + "</p>"));
    try (CollectBench bench = new CollectBench(folder)) {
      long began = System.nanoTime();
      CollectionRun run = bench.run(CollectBench.source(site.url("/z/index.html"))).getFirst();
      double seconds = (System.nanoTime() - began) / 1e9;
      System.err.printf("%d requests, %.0f a second%n", run.requests(), run.requests() / seconds);
      assertThat(run.state()).isEqualTo(CollectionRun.State.ENDED);
      assertThat(run.found()).isEqualTo(PAGES * ENTRIES);
      assertThat(bench.archive.frontier().count("s", Resource.State.DONE))
          .isEqualTo(PAGES * (ENTRIES + 1));
    }
    assertThat(site.paths()).hasSize(PAGES * (ENTRIES + 1) + 1);
    assertThat(new HashSet<>(site.paths())).hasSize(PAGES * (ENTRIES + 1) + 1);
  }
}
