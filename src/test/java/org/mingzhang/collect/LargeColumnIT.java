package org.mingzhang.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.archive.CollectionRun;

/** Columns as large as there are: ten thousand pages, a hundred thousand links. */
class LargeColumnIT {
  private static final int PAGES = 10_000;
  private static final int ENTRIES = 100;

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

  private static String list(int page, int pages) {
    StringBuilder rows = new StringBuilder("<ul class='list'>");
    for (int i = 0; i < ENTRIES; i++) {
      int id = page * ENTRIES + i;
      rows.append("<li><a href='show?id=").append(id).append("'>第").append(id);
      rows.append("号单位2023年部门预算</a><i>2023-02-01</i></li>");
    }
    rows.append("</ul><script>createPageHTML(").append(pages).append(", ").append(page);
    return rows.append(", \"index\", \"html\")</script>").toString();
  }

  @Test
  void ten_thousand_pages_are_visited_once() throws Exception {
    int lists = PAGES / (ENTRIES + 1);
    String prose = "本单位2023年收入预算一百万元，支出预算一百万元。".repeat(10);
    for (int p = 0; p < lists; p++) {
      int page = p;
      site.raw("/z/index" + (p == 0 ? "" : "_" + p) + ".html", request -> html(list(page, lists)));
    }
    site.raw(
        "/z/show?",
        request -> {
          String id = request.path().replaceAll("\\D", "");
          return html("<h1>" + id + "号单位2023年部门预算</h1><p>" + id + prose + "</p>");
        });
    try (CollectBench bench = new CollectBench(folder)) {
      long began = System.nanoTime();
      CollectionRun run = bench.run(CollectBench.source(site.url("/z/index.html"))).getFirst();
      double seconds = (System.nanoTime() - began) / 1e9;
      System.out.printf(
          "%d requests in %.0f s: %.0f pages and %.0f documents a second%n",
          run.requests(), seconds, run.requests() / seconds, run.found() / seconds);
      assertThat(run.state()).isEqualTo(CollectionRun.State.ENDED);
      assertThat(run.found()).isEqualTo((long) lists * ENTRIES);
    }
    int all = lists * (ENTRIES + 1) + 1; // robots.txt
    assertThat(site.paths()).hasSize(all);
    assertThat(new HashSet<>(site.paths())).hasSize(all);
  }

  @ParameterizedTest(name = "{0} links, {1} on a page, in {2} MB")
  @CsvSource({"100000, 100, 64", "100000, 100000, 512"})
  void a_hundred_thousand_links_need_no_more_memory_than_a_page(int links, int each, int megabytes)
      throws Exception {
    Process process =
        new ProcessBuilder(
                List.of(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "-Xmx" + megabytes + "m",
                    "-XX:+UseSerialGC",
                    "-XX:+ExitOnOutOfMemoryError",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    ManyLinks.class.getName(),
                    "" + links,
                    "" + each))
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    System.out.println(printed);
    assertThat(process.exitValue()).as(printed).isZero();
    assertThat(printed).contains(links + " links wait after " + links / each + " requests");
  }
}
