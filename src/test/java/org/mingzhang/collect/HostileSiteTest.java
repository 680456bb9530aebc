package org.mingzhang.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mingzhang.archive.CrawlRun;
import org.mingzhang.archive.FrontierEntry;
import org.mingzhang.collect.http.FetchLimits;

/** Checks that responses of hostile sites are refused with a reason. */
class HostileSiteTest {
  @TempDir Path folder;
  private final StandInSite site = new StandInSite();

  @AfterEach
  void close() throws Exception {
    site.close();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private CollectBench collected(byte[] answer) throws Exception {
    site.page("/z/index.html", "<ul><li><a href='f.pdf'>某局2023年部门预算</a> 2023-02-01</li></ul>");
    site.raw("/z/f.pdf", request -> answer);
    CollectBench bench = new CollectBench(folder);
    bench.limits =
        new FetchLimits(
            Duration.ofSeconds(5), Duration.ofSeconds(3), Duration.ofSeconds(1), 2 << 20, 20 << 20);
    bench.run(CollectBench.source(site.url("/z/index.html")));
    return bench;
  }

  static Stream<Arguments> answers() {
    byte[] bomb = StandInSite.gzip(new byte[60 << 20]);
    return Stream.of(
        arguments(
            "two lengths",
            text("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\n%PDF-"),
            "BAD_HEAD: the head of the answer has two lengths"),
        arguments(
            "a length beside chunks",
            StandInSite.chunked(text("%PDF"), "Content-Length: 4"),
            "BAD_HEAD: the head of the answer has a length beside chunks"),
        arguments(
            "a negative length",
            text("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n"),
            "BAD_HEAD: the head of the answer has a length that is no number"),
        arguments(
            "a folded field",
            text("HTTP/1.1 200 OK\r\nX: a\r\n b: c\r\n\r\n%PDF"),
            "BAD_HEAD: the head of the answer has a field without a name"),
        arguments(
            "a control in a field",
            text("HTTP/1.1 200 OK\r\nX: a\u0000b\r\n\r\n%PDF"),
            "BAD_HEAD: the head of the answer has a control character"),
        arguments(
            "no head",
            text("%PDF-1.4 and nothing else\r\n\r\n"),
            "BAD_HEAD: the head of the answer has no status line"),
        arguments(
            "an endless head",
            text("HTTP/1.1 200 OK\r\nX: " + "x".repeat(80_000) + "\r\n\r\n"),
            "BAD_HEAD: the head of the answer is larger than 64 KiB"),
        arguments(
            "interim heads without end",
            text("HTTP/1.1 100 Continue\r\n\r\n".repeat(50)),
            "BAD_HEAD: the answer has more than 5 interim heads"),
        arguments(
            "a coding not asked for",
            text("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\nxx"),
            "BAD_HEAD: the head of the answer has a coding that was not requested"),
        arguments(
            "a bomb",
            StandInSite.answer(200, bomb, "Content-Encoding: gzip"),
            "DECOMPRESSION_BOMB"),
        arguments(
            "no gzip",
            StandInSite.answer(200, text("%PDF"), "Content-Encoding: gzip"),
            "BROKEN: the compressed answer is malformed"),
        arguments("too large", StandInSite.answer(200, new byte[3 << 20]), "TOO_LARGE"),
        arguments(
            "ends early",
            text("HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n%PDF"),
            "BROKEN: the answer ends 396 bytes before its end"),
        arguments(
            "a chunk without a length",
            text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
            "BROKEN: the answer has a chunk without a length"),
        arguments(
            "ends between chunks",
            text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n%PDF\r\n"),
            "BROKEN: the answer ends before its last chunk"),
        arguments("nothing", new byte[0], "BROKEN: the answer is empty"),
        arguments(
            "a page instead of a file",
            StandInSite.answer(
                200, text("<html><body>404</body></html>"), "Content-Type: application/pdf"),
            "a page is there instead of the file"),
        arguments(
            "a film",
            StandInSite.answer(200, text("\u0000\u0000\u0000 ftypmp42"), "Content-Type: video/mp4"),
            "no document: video/mp4"),
        arguments(
            "redirects to a file of this machine",
            text("HTTP/1.1 302 X\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n"),
            "HTTP 302"),
        arguments(
            "redirects to itself",
            text("HTTP/1.1 302 X\r\nLocation: f.pdf\r\nContent-Length: 0\r\n\r\n"),
            "redirects to itself"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void an_answer_that_is_not_in_order_is_refused_by_name(String name, byte[] answer, String reason)
      throws Exception {
    try (CollectBench bench = collected(answer)) {
      assertThat(bench.documents).isEmpty();
      assertThat(bench.refusals).hasSize(1);
      assertThat(bench.refusals.getFirst()).startsWith("/z/f.pdf " + reason);
      try (var left = Files.list(folder.resolve("answers"))) {
        assertThat(left).isEmpty();
      }
    }
  }

  static Stream<Arguments> wholeAnswers() {
    byte[] pdf = text("%PDF-1.4 " + "x".repeat(3000));
    return Stream.of(
        arguments("chunks", StandInSite.chunked(pdf), pdf),
        arguments(
            "gzip", StandInSite.answer(200, StandInSite.gzip(pdf), "Content-Encoding: gzip"), pdf),
        arguments(
            "gzip in chunks",
            StandInSite.chunked(StandInSite.gzip(pdf), "Content-Encoding: gzip"),
            pdf),
        arguments(
            "to the end of the connection",
            StandInSite.join(text("HTTP/1.0 200 OK\r\n\r\n"), pdf),
            pdf),
        arguments(
            "after an interim head",
            StandInSite.join(
                text("HTTP/1.1 103 Early\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\nContent-Type: x\n\n"),
                pdf),
            pdf));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wholeAnswers")
  void an_answer_in_any_framing_is_kept_as_it_is_unpacked(
      String name, byte[] answer, byte[] content) throws Exception {
    try (CollectBench bench = collected(answer)) {
      assertThat(bench.documents).containsExactly("/z/f.pdf");
      var entry = bench.archive.queue().openEntries(10).getFirst();
      assertThat(Files.readAllBytes(bench.archive.queue().findContent(entry).orElseThrow()))
          .isEqualTo(content);
    }
  }

  private CollectBench withEndlessAnswer() throws Exception {
    site.page(
        "/z/index.html",
        "<ul><li><a href='f.pdf'>某局2023年部门预算</a> 2023-02-01</li>"
            + "<li><a href='g.pdf'>某局2024年部门预算</a> 2024-02-01</li></ul>");
    site.endless("/z/f.pdf");
    site.pdf("/z/g.pdf");
    return new CollectBench(folder);
  }

  @Test
  void an_answer_without_end_takes_its_time_once_and_the_next_address_follows() throws Exception {
    try (CollectBench bench = withEndlessAnswer()) {
      bench.limits =
          new FetchLimits(
              Duration.ofSeconds(5),
              Duration.ofSeconds(2),
              Duration.ofSeconds(5),
              2 << 20,
              2 << 20);
      bench.run(CollectBench.source(site.url("/z/index.html")));
      assertThat(bench.refusals)
          .containsExactly("/z/f.pdf TOO_LONG: the answer has not ended after 2 s");
      assertThat(site.paths()).filteredOn("/z/f.pdf"::equals).hasSize(1);
      assertThat(bench.documents).containsExactly("/z/g.pdf");
      assertThat(bench.archive.frontier().countInState("s", FrontierEntry.State.FAILED))
          .as("the next run tries again")
          .isEqualTo(1);
    }
  }

  @Test
  void a_stop_breaks_off_what_is_being_fetched_and_the_next_run_fetches_it() throws Exception {
    try (CollectBench bench = withEndlessAnswer()) {
      bench.limits =
          new FetchLimits(
              Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofHours(1), 1 << 30, 1 << 30);
      Crawler crawler = bench.crawler(bench.pace);
      Thread stop =
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (!site.paths().contains("/z/f.pdf")) {
                      LockSupport.parkNanos(20_000_000);
                    }
                    crawler.stop();
                  });
      assertThat(crawler.run(List.of(CollectBench.source(site.url("/z/index.html"))))).isEmpty();
      stop.join();
      assertThat(bench.refusals).isEmpty();
      assertThat(bench.archive.frontier().countInState("s", FrontierEntry.State.WAITING))
          .isEqualTo(2);
    }
  }

  @Test
  void a_name_that_leads_to_our_own_network_is_not_asked() throws Exception {
    site.page("/z/index.html", "<a href='f.pdf'>x</a>");
    try (CollectBench bench = new CollectBench(folder)) {
      bench.allowPrivate = false;
      CrawlRun run = bench.run(CollectBench.source(site.url("/z/index.html"))).getFirst();
      assertThat(site.requests()).isEmpty();
      assertThat(run.message())
          .contains("PRIVATE_ADDRESS: the host site.test is 127.0.0.1, not a public address");
    }
  }

  @Test
  void redirects_lead_no_further_than_the_source_and_not_without_end() throws Exception {
    site.page(
        "/z/index.html",
        "<ul><li><a href='a'>某局2023年部门预算</a> 2023-02-01</li><li><a href='r0'>某局2024年部门预算</a>"
            + " 2023-02-01</li><li><a href='x'>某局2025年部门预算</a></li></ul>");
    site.raw(
        "/z/a",
        r ->
            text(
                "HTTP/1.1 301 X\r\nLocation: http://127.0.0.1:"
                    + site.port()
                    + "/secret\r\nContent-Length: 0\r\n\r\n"));
    site.raw("/z/x", r -> text("HTTP/1.1 302 X\r\nLocation: /z/y\r\nContent-Length: 0\r\n\r\n"));
    site.raw("/z/y", r -> text("HTTP/1.1 302 X\r\nLocation: /z/x\r\nContent-Length: 0\r\n\r\n"));
    for (int i = 0; i < 20; i++) {
      int next = i + 1;
      site.raw(
          "/z/r" + i,
          r -> text("HTTP/1.1 307 X\r\nLocation: /z/r" + next + "\r\nContent-Length: 0\r\n\r\n"));
    }
    try (CollectBench bench = new CollectBench(folder)) {
      bench.run(CollectBench.source(site.url("/z/index.html")));
      assertThat(site.paths())
          .doesNotContain("/secret")
          .doesNotHaveDuplicates()
          .contains("/z/r5")
          .doesNotContain("/z/r6");
      assertThat(bench.refusals)
          .containsExactlyInAnyOrder(
              "/secret outside the source: 127.0.0.1:" + site.port() + " is not among its hosts",
              "/z/r5 more than 5 redirects, one after the other");
    }
  }

  @Test
  void a_list_without_end_is_not_followed_without_end() throws Exception {
    site.raw(
        "/z/list?",
        request -> {
          int page = Integer.parseInt(request.path().replaceFirst(".*=", ""));
          return StandInSite.answer(
              200,
              ("<ul><li><a href='f.pdf'>某局2023年部门预算</a> 2023-02-01</li></ul><a href='list?page="
                      + (page + 1)
                      + "'>下一页</a>")
                  .getBytes(StandardCharsets.UTF_8),
              "Content-Type: text/html");
        });
    site.pdf("/z/f.pdf");
    try (CollectBench bench = new CollectBench(folder)) {
      bench.run(CollectBench.source(site.url("/z/list?page=1")));
      assertThat(site.paths())
          .containsExactlyInAnyOrder("/robots.txt", "/z/list?page=1", "/z/list?page=2", "/z/f.pdf");
      assertThat(
              bench
                  .archive
                  .frontier()
                  .findEntry("s", site.url("/z/list?page=2"))
                  .orElseThrow()
                  .reason())
          .isEqualTo("nothing new here: its further pages are not followed");
    }
  }

  @Test
  void links_that_lead_ever_deeper_are_left() throws Exception {
    site.raw("/z/?", request -> StandInSite.answer(200, "x".getBytes(StandardCharsets.UTF_8)));
    site.page(
        "/z/index.html",
        "<ul><li><a href='a/a/a/a/a.html'>某局2023年部门预算</a></li><li><a"
            + " href='javascript:alert(1)'>某局2024年部门预算</a></li><li><a"
            + " href='ftp://site.test/x'>某局2025年部门预算</a></li><li><a"
            + " href='http://user:pass@site.test/x'>某局2025年部门预算</a></li></ul>");
    try (CollectBench bench = new CollectBench(folder)) {
      bench.run(CollectBench.source(site.url("/z/index.html")));
      assertThat(site.paths()).containsExactly("/robots.txt", "/z/index.html");
    }
  }
}
