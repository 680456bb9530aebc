package org.mingzhang.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.CrawlRun;
import org.mingzhang.archive.FrontierEntry;
import org.mingzhang.collect.source.CrawlSource;

/** Tests columns with sixty pages of ten entries, and with one page of many entries. */
class LargeColumnTest {
  private static final int PAGES = 60;
  private static final int ENTRIES = 10;
  private static final int ON_ONE = 30_000;
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path folder;
  private final StandInSite site = new StandInSite();

  @AfterEach
  void close() throws Exception {
    site.close();
  }

  @Test
  void all_of_it_is_visited_once() throws Exception {
    String column = LargeSite.lists(site, PAGES, ENTRIES);
    LargeSite.documents(site);
    try (CollectBench bench = new CollectBench(folder)) {
      CrawlRun run = bench.run(CollectBench.source(column)).getFirst();
      assertThat(run.state()).isEqualTo(CrawlRun.State.ENDED);
      assertThat(run.foundCount()).isEqualTo(PAGES * ENTRIES);
      assertThat(bench.archive.frontier().countInState("s", FrontierEntry.State.DONE))
          .isEqualTo(PAGES * (ENTRIES + 1));
    }
    assertThat(site.paths()).hasSize(PAGES * (ENTRIES + 1) + 1);
    assertThat(new HashSet<>(site.paths())).hasSize(PAGES * (ENTRIES + 1) + 1);
  }

  @Test
  void one_page_of_many_links_takes_seconds() throws Exception {
    String column = LargeSite.lists(site, 1, ON_ONE);
    CrawlSource whole = CollectBench.source(column);
    CrawlSource.Limits few = new CrawlSource.Limits(2, DAY, DAY, Duration.ZERO, 1, 1);
    CrawlSource lists =
        new CrawlSource(
            "s", "s", whole.url(), null, null, List.of(), whole.hosts(), few, whole.rules());
    long began = processorTime();
    try (CollectBench bench = new CollectBench(folder)) {
      assertThat(bench.run(lists).getFirst().requestCount()).isEqualTo(1);
      assertThat(bench.archive.frontier().countInState("s", FrontierEntry.State.WAITING))
          .isEqualTo(ON_ONE);
    }
    assertThat(Duration.ofNanos(processorTime() - began)).isLessThan(Duration.ofSeconds(60));
  }

  /** Of the whole process. */
  private static long processorTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }
}
