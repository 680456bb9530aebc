package org.mingzhang.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.CrawlRun;
import org.mingzhang.archive.FrontierEntry;
import org.mingzhang.collect.http.CrawlClock;
import org.mingzhang.collect.source.CrawlSource;

/** Tests robots.txt, delays, Retry-After and limits of requests. */
class PolitenessTest {
  @TempDir Path folder;
  private final StandInSite site = new StandInSite();

  @AfterEach
  void close() throws Exception {
    site.close();
  }

  private void column(int documents) {
    StringBuilder rows = new StringBuilder("<ul>");
    for (int i = 0; i < documents; i++) {
      rows.append("<li><a href='f" + i + ".pdf'>第" + i + "局2023年部门预算</a> 2023-02-01</li>");
      site.pdf("/z/f" + i + ".pdf");
    }
    site.page("/z/index.html", rows + "</ul>");
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void what_robots_txt_forbids_is_not_asked_for_and_the_longer_delay_is_kept() throws Exception {
    column(3);
    site.bytes(
        "/robots.txt",
        "text/plain",
        text(
            """
            User-agent: *
            Disallow: /

            User-agent: Mingzhang
            Crawl-delay: 9
            Disallow: /z/f1
            """));
    try (CollectBench bench = new CollectBench(folder)) {
      bench.run(CollectBench.source(site.url("/z/index.html")));
      assertThat(site.paths())
          .containsExactly("/robots.txt", "/z/index.html", "/z/f0.pdf", "/z/f2.pdf");
      assertThat(bench.refusals)
          .containsExactly("/z/f1.pdf robots.txt of the site does not allow it");
      assertThat(bench.waits)
          .containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(9), Duration.ofSeconds(9));
    }
  }

  @Test
  void a_server_whose_robots_txt_fails_is_not_asked_for_anything_else() throws Exception {
    column(1);
    site.raw("/robots.txt", request -> StandInSite.answer(500, new byte[0]));
    try (CollectBench bench = new CollectBench(folder)) {
      List<CrawlRun> runs = bench.run(CollectBench.source(site.url("/z/index.html")));
      assertThat(site.paths()).containsExactly("/robots.txt");
      assertThat(runs.getFirst().message()).contains("robots.txt of the site could not be fetched");
      site.raw("/robots.txt", request -> StandInSite.answer(404, new byte[0]));
      bench.now.updateAndGet(now -> now.plus(Duration.ofDays(1)));
      assertThat(bench.run(CollectBench.source(site.url("/z/index.html"))).getFirst().foundCount())
          .as("documents of the next run, when the site can be asked for its rules again")
          .isEqualTo(1);
    }
  }

  @Test
  void the_user_agent_names_a_contact_and_no_cookie_is_ever_sent() throws Exception {
    column(2);
    site.raw("/z/f0.pdf", request -> StandInSite.answer(200, text("%PDF-1.4"), "Set-Cookie: a=b"));
    try (CollectBench bench = new CollectBench(folder)) {
      bench.run(CollectBench.source(site.url("/z/index.html")));
    }
    assertThat(site.requests())
        .allSatisfy(
            request -> {
              assertThat(request.headers()).doesNotContainKey("cookie");
              assertThat(request.headers().get("user-agent")).contains("mailto:test@example.org");
            });
  }

  @Test
  void what_has_not_changed_is_asked_for_by_its_validators() throws Exception {
    column(1);
    site.raw(
        "/z/f0.pdf",
        request ->
            "\"v1\"".equals(request.headers().get("if-none-match"))
                ? text("HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\n\r\n")
                : StandInSite.answer(
                    200,
                    text("%PDF-1.4"),
                    "ETag: \"v1\"",
                    "Last-Modified: Wed, 01 Feb 2023 00:00:00 GMT"));
    CrawlSource source = CollectBench.source(site.url("/z/index.html"));
    try (CollectBench bench = new CollectBench(folder)) {
      bench.run(source);
      bench.now.updateAndGet(t -> t.plus(Duration.ofDays(8)));
      site.forget();
      bench.documents.clear();
      CrawlRun again = bench.run(source).getFirst();
      assertThat(site.requests().getLast().headers())
          .containsEntry("if-none-match", "\"v1\"")
          .containsEntry("if-modified-since", "Wed, 01 Feb 2023 00:00:00 GMT");
      assertThat(again.foundCount() + again.changedCount()).isZero();
      assertThat(bench.documents).isEmpty();
      var seen = bench.archive.findProvenance(site.url("/z/f0.pdf")).orElseThrow();
      assertThat(Duration.between(seen.firstSeen(), seen.lastSeen()))
          .isGreaterThan(Duration.ofDays(7));
    }
  }

  @Test
  void between_two_checks_only_the_column_is_asked_for() throws Exception {
    column(3);
    CrawlSource source = CollectBench.source(site.url("/z/index.html"));
    try (CollectBench bench = new CollectBench(folder)) {
      bench.run(source);
      bench.now.updateAndGet(t -> t.plus(Duration.ofHours(5)));
      site.forget();
      column(4);
      bench.run(source);
      assertThat(site.paths()).containsExactly("/robots.txt", "/z/index.html", "/z/f3.pdf");
    }
  }

  @Test
  void a_busy_server_is_left_alone_as_long_as_it_asks() throws Exception {
    column(1);
    AtomicInteger asked = new AtomicInteger();
    site.raw(
        "/z/f0.pdf",
        request ->
            switch (asked.incrementAndGet()) {
              case 1 -> StandInSite.answer(429, new byte[0], "Retry-After: 77");
              case 2 -> StandInSite.answer(503, new byte[0]);
              default -> StandInSite.answer(200, text("%PDF-1.4"));
            });
    try (CollectBench bench = new CollectBench(folder)) {
      bench.run(CollectBench.source(site.url("/z/index.html")));
      assertThat(bench.waits).contains(Duration.ofSeconds(77), Duration.ofSeconds(60));
      assertThat(bench.documents).containsExactly("/z/f0.pdf");
    }
  }

  @Test
  void a_server_that_wants_hours_of_rest_gets_them_and_the_run_goes_on_later() throws Exception {
    column(2);
    site.raw("/z/f0.pdf", request -> StandInSite.answer(503, new byte[0], "Retry-After: 7200"));
    CrawlSource source = CollectBench.source(site.url("/z/index.html"));
    try (CollectBench bench = new CollectBench(folder)) {
      CrawlRun run = bench.run(source).getFirst();
      assertThat(run.state()).isEqualTo(CrawlRun.State.OPEN);
      assertThat(run.message()).contains("left alone until 2026-03-02T03:0");
      site.pdf("/z/f0.pdf");
      assertThat(bench.run(source).getFirst().state()).isEqualTo(CrawlRun.State.ENDED);
      assertThat(bench.documents).containsExactly("/z/f0.pdf", "/z/f1.pdf");
    }
  }

  @Test
  void a_run_makes_no_more_requests_than_it_may_and_the_next_goes_on() throws Exception {
    column(5);
    CrawlSource all = CollectBench.source(site.url("/z/index.html"));
    CrawlSource.Limits l = all.limits();
    CrawlSource few =
        new CrawlSource(
            "s",
            "s",
            all.url(),
            null,
            null,
            List.of(),
            all.hosts(),
            new CrawlSource.Limits(
                l.maxDepth(),
                l.interval(),
                l.recheckInterval(),
                l.requestDelay(),
                3,
                l.maxListPages()),
            all.rules());
    try (CollectBench bench = new CollectBench(folder)) {
      assertThat(bench.run(few).getFirst().state()).isEqualTo(CrawlRun.State.OPEN);
      assertThat(bench.run(few).getFirst().state()).isEqualTo(CrawlRun.State.ENDED);
      assertThat(bench.documents).hasSize(5).doesNotHaveDuplicates();
    }
  }

  @Test
  void an_answer_that_fails_is_tried_again_and_a_lasting_failure_is_told() throws Exception {
    column(2);
    AtomicInteger asked = new AtomicInteger();
    site.raw(
        "/z/f0.pdf",
        request ->
            asked.incrementAndGet() < 3
                ? StandInSite.answer(502, new byte[0])
                : StandInSite.answer(200, text("%PDF-1.4")));
    site.raw("/z/f1.pdf", request -> StandInSite.answer(500, new byte[0]));
    try (CollectBench bench = new CollectBench(folder)) {
      bench.run(CollectBench.source(site.url("/z/index.html")));
      assertThat(bench.documents).containsExactly("/z/f0.pdf");
      assertThat(bench.refusals).containsExactly("/z/f1.pdf HTTP 500");
      assertThat(
              bench.archive.frontier().findEntry("s", site.url("/z/f1.pdf")).orElseThrow().state())
          .isEqualTo(FrontierEntry.State.FAILED);
    }
  }

  @Test
  void the_delay_is_kept_by_the_real_clock() throws Exception {
    column(4);
    CrawlSource all = CollectBench.source(site.url("/z/index.html"));
    CrawlSource.Limits l = all.limits();
    Duration delay = Duration.ofMillis(150);
    CrawlSource quick =
        new CrawlSource(
            "s",
            "s",
            all.url(),
            null,
            null,
            List.of(),
            all.hosts(),
            new CrawlSource.Limits(
                l.maxDepth(), l.interval(), l.recheckInterval(), delay, 100, l.maxListPages()),
            all.rules());
    try (CollectBench bench = new CollectBench(folder)) {
      bench.crawler(CrawlClock.of(Clock.systemUTC())).run(List.of(quick));
    }
    List<StandInSite.Request> requests = site.requests();
    assertThat(requests).hasSize(6);
    for (int i = 1; i < requests.size(); i++) {
      long apart = requests.get(i).nanos() - requests.get(i - 1).nanos();
      assertThat(apart).isGreaterThanOrEqualTo(delay.toNanos());
    }
  }
}
