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
import org.mingzhang.archive.CrawlRun;

/**
 * Large columns: {@code mingzhang.collect.pages} pages (1,000) and ten times as many links. {@code
 * ./mingzhang torture collect} has ten thousand pages and a hundred thousand links.
 */
class LargeColumnIT {
  private static final int PAGES = Integer.getInteger("mingzhang.collect.pages", 1_000);
  private static final int ENTRIES = 100;

  @TempDir Path folder;
  private final StandInSite site = new StandInSite();

  @AfterEach
  void close() throws Exception {
    site.close();
  }

  @Test
  void all_pages_are_visited_once() throws Exception {
    int lists = PAGES / (ENTRIES + 1);
    String column = LargeSite.lists(site, lists, ENTRIES);
    LargeSite.documents(site);
    try (CollectBench bench = new CollectBench(folder)) {
      long began = System.nanoTime();
      CrawlRun run = bench.run(CollectBench.source(column)).getFirst();
      double seconds = (System.nanoTime() - began) / 1e9;
      System.out.printf(
          "%d requests in %.0f s: %.0f pages and %.0f documents a second%n",
          run.requestCount(), seconds, run.requestCount() / seconds, run.foundCount() / seconds);
      assertThat(run.state()).isEqualTo(CrawlRun.State.ENDED);
      assertThat(run.foundCount()).isEqualTo((long) lists * ENTRIES);
    }
    int all = lists * (ENTRIES + 1) + 1; // robots.txt
    assertThat(site.paths()).hasSize(all);
    assertThat(new HashSet<>(site.paths())).hasSize(all);
  }

  @Test
  void the_links_that_wait_are_not_held_in_memory() throws Exception {
    waiting(ENTRIES, "64m");
  }

  @Test
  void a_page_with_all_links_is_read_in_bounded_memory() throws Exception {
    waiting(PAGES / 10 * ENTRIES, "384m");
  }

  /** Reads lists with as many entries each, in a process with a heap of that size. */
  private static void waiting(int each, String heap) throws Exception {
    int links = PAGES / 10 * ENTRIES;
    Process process =
        new ProcessBuilder(
                List.of(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "-Xmx" + heap,
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
