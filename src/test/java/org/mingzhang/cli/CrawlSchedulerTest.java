package org.mingzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.CrawlRun;
import org.mingzhang.archive.Frontier;
import org.mingzhang.archive.FrontierEntry;
import org.mingzhang.collect.source.CrawlSource;

class CrawlSchedulerTest {
  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

  @TempDir Path folder;

  @Test
  void a_source_is_due_at_first_then_after_its_time_and_at_once_where_it_was_interrupted() {
    URI uri = URI.create("http://www.example.gov.cn/");
    CrawlSource source =
        new CrawlSource(
            "s",
            "s",
            uri,
            null,
            null,
            List.of(),
            List.of("www.example.gov.cn"),
            CrawlSource.Limits.standard(),
            CrawlSource.SiteRules.none());
    try (Archive archive = Archive.open(folder)) {
      Frontier frontier = archive.frontier();
      assertThat(due(source, frontier, Duration.ZERO)).isTrue();
      CrawlRun run =
          frontier.beginRun("s", List.of(FrontierEntry.Link.seed(uri.toString())), NOW, NOW);
      assertThat(due(source, frontier, Duration.ZERO)).isTrue();
      frontier.pauseRun(run, "busy", NOW.plus(Duration.ofHours(2)));
      assertThat(due(source, frontier, Duration.ofMinutes(119))).isFalse();
      assertThat(due(source, frontier, Duration.ofHours(2))).isTrue();
      frontier.endRun(run, NOW, null);
      assertThat(due(source, frontier, Duration.ofHours(23))).isFalse();
      assertThat(due(source, frontier, Duration.ofHours(24))).isTrue();
    }
  }

  @Test
  void a_run_requested_while_the_program_ends_is_refused() throws IOException {
    DataFolder data = DataFolder.of(folder);
    try (IndexedArchive archive = IndexedArchive.openUnreconciled(data, 1, file -> List.of())) {
      Terminal terminal = new Terminal(System.out, System.err, false);
      CrawlScheduler scheduler =
          new CrawlScheduler(
              new CollectOptions(), data, archive, () -> {}, terminal, Clock.systemUTC());
      scheduler.close();
      assertThat(scheduler.requestRun("s")).isFalse();
      assertThat(scheduler.isRequested("s")).isFalse();
    }
  }

  private static boolean due(CrawlSource source, Frontier frontier, Duration later) {
    return !CrawlScheduler.findDue(List.of(source), frontier, NOW.plus(later)).isEmpty();
  }

  @Test
  void a_request_that_names_no_source_is_dropped_and_the_requests_taken_are_those_removed() {
    Set<String> requests =
        new AbstractSet<>() {
          private final Set<String> names = new LinkedHashSet<>(List.of("a", "none"));

          @Override
          public Iterator<String> iterator() {
            return List.copyOf(names).iterator();
          }

          @Override
          public int size() {
            return names.size();
          }

          @Override
          public boolean remove(Object name) {
            boolean removed = names.remove(name);
            names.add("late"); // another thread adds a request
            return removed;
          }
        };
    assertThat(CrawlScheduler.takeRequested(List.of(), requests)).isEmpty();
    assertThat(requests).containsExactly("late");
  }
}
