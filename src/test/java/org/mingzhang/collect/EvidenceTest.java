package org.mingzhang.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.FrontierEntry;
import org.mingzhang.archive.Provenance;
import org.mingzhang.collect.source.CrawlSource;
import org.mingzhang.collect.warc.PlainWarc;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;

/** Tests WARC records and provenance of documents, also after a kill. */
class EvidenceTest {
  @TempDir Path folder;
  private final StandInSite site = new StandInSite();

  @AfterEach
  void close() throws Exception {
    site.close();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private List<Path> warcs() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("warc"))) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private List<PlainWarc.Entry> entries() throws IOException {
    List<PlainWarc.Entry> entries = new ArrayList<>();
    for (Path file : warcs()) {
      entries.addAll(PlainWarc.read(file));
    }
    return entries;
  }

  private CrawlSource column() {
    site.page(
        "/z/index.html",
        "<ul><li><a href='a.html'>某局2023年部门预算</a><span>2023-02-01</span></li></ul>");
    site.page(
        "/z/a.html", "<h1>某局2023年部门预算</h1><p>发布时间：2023-02-02 09:00</p><a href='f.pdf'>附件：预算</a>");
    site.raw(
        "/z/f.pdf",
        request -> StandInSite.chunked(text("%PDF-1.4 one"), "Content-Type: application/pdf"));
    return CollectBench.source(site.url("/z/index.html"));
  }

  @Test
  void every_answer_is_kept_as_it_came_and_two_readers_agree_on_it() throws Exception {
    CrawlSource source = column();
    try (CollectBench bench = new CollectBench(folder)) {
      bench.run(source);
    }
    List<PlainWarc.Entry> plain = entries();
    assertThat(plain)
        .extracting(e -> e.field("WARC-Type"))
        .containsExactly(
            "warcinfo",
            "response",
            "request",
            "response",
            "request",
            "response",
            "request",
            "response",
            "request");
    PlainWarc.Entry file = plain.get(7);
    assertThat(file.field("WARC-Target-URI")).isEqualTo(site.url("/z/f.pdf"));
    assertThat(file.block())
        .isEqualTo(StandInSite.chunked(text("%PDF-1.4 one"), "Content-Type: application/pdf"));
    assertThat(file.field("WARC-IP-Address")).isEqualTo("127.0.0.1");
    assertThat(file.field("WARC-Payload-Digest"))
        .isEqualToIgnoringCase(
            "sha1:"
                + new WarcDigest(
                        "sha1", MessageDigest.getInstance("SHA-1").digest(text("%PDF-1.4 one")))
                    .base32());
    assertThat(file.field("WARC-Block-Digest"))
        .isEqualToIgnoringCase(
            "sha1:"
                + new WarcDigest("sha1", MessageDigest.getInstance("SHA-1").digest(file.block()))
                    .base32());
    assertThat(plain.get(8).field("WARC-Concurrent-To")).isEqualTo(file.field("WARC-Record-ID"));
    assertThat(new String(plain.get(8).block(), StandardCharsets.UTF_8))
        .startsWith("GET /z/f.pdf HTTP/1.1\r\n")
        .contains("User-Agent: Mingzhang/0.1 (+mailto:");
    List<String> read = new ArrayList<>();
    for (Path warc : warcs()) {
      try (WarcReader reader = new WarcReader(warc)) {
        for (WarcRecord record : reader) {
          if (record instanceof WarcResponse response) {
            read.add("response " + response.target() + " " + response.http().status());
            if (response.target().endsWith(".pdf")) {
              assertThat(response.http().body().stream().readAllBytes())
                  .isEqualTo(text("%PDF-1.4 one"));
            }
          } else if (record instanceof WarcRequest request) {
            read.add("request " + request.target() + " " + request.http().method());
          }
        }
      }
    }
    assertThat(read)
        .hasSize(8)
        .contains(
            "response " + site.url("/robots.txt") + " 404",
            "request " + site.url("/z/a.html") + " GET");
  }

  @Test
  void a_document_knows_where_it_was_found_and_who_says_when_it_was_published() throws Exception {
    CrawlSource source = column();
    try (CollectBench bench = new CollectBench(folder)) {
      bench.run(source);
      Provenance p = bench.archive.findProvenance(site.url("/z/f.pdf")).orElseThrow();
      assertThat(p.linkingPageUrl()).isEqualTo(site.url("/z/a.html"));
      assertThat(p.linkingPageTitle()).isEqualTo("某局2023年部门预算");
      assertThat(p.label()).isEqualTo("附件：预算");
      assertThat(p.published()).isEqualTo(LocalDate.of(2023, 2, 2));
      assertThat(p.publishedBy()).isEqualTo("page: 发布时间： 2023-02-02");
      assertThat(p.firstSeen()).isEqualTo(p.lastSeen());
      String[] capture = String.valueOf(p.capture()).split("@", -1);
      try (WarcReader reader = new WarcReader(folder.resolve("warc").resolve(capture[0]))) {
        reader.position(Long.parseLong(capture[1]));
        assertThat(((WarcResponse) reader.next().orElseThrow()).target()).isEqualTo(p.url());
      }
    }
  }

  @Test
  void what_is_the_same_again_is_a_revisit_and_what_is_new_is_a_version() throws Exception {
    CrawlSource source = column();
    try (CollectBench bench = new CollectBench(folder)) {
      bench.run(source);
      bench.now.updateAndGet(t -> t.plus(Duration.ofDays(8)));
      bench.run(source);
      List<String> types =
          entries().stream()
              .filter(e -> e.field("WARC-Target-URI").endsWith("f.pdf"))
              .map(e -> e.field("WARC-Type"))
              .toList();
      assertThat(types).containsExactly("response", "request", "revisit", "request");
      PlainWarc.Entry revisit =
          entries().stream()
              .filter(e -> e.field("WARC-Type").equals("revisit"))
              .reduce((a, b) -> b)
              .orElseThrow();
      assertThat(revisit.field("WARC-Profile"))
          .isEqualTo("http://netpreserve.org/warc/1.1/revisit/identical-payload-digest");
      assertThat(revisit.field("WARC-Refers-To-Target-URI")).isEqualTo(site.url("/z/f.pdf"));
      assertThat(revisit.field("WARC-Refers-To-Date"))
          .isEqualTo(entries().get(7).field("WARC-Date"));
      assertThat(new String(revisit.block(), StandardCharsets.UTF_8))
          .endsWith("\r\n\r\n")
          .startsWith("HTTP/1.1 200");
      assertThat(bench.documents).containsExactly("/z/f.pdf");
      site.bytes("/z/f.pdf", "application/pdf", text("%PDF-1.4 two"));
      bench.now.updateAndGet(t -> t.plus(Duration.ofDays(8)));
      assertThat(bench.run(source).getFirst().changedCount()).isEqualTo(1);
      assertThat(bench.documents).containsExactly("/z/f.pdf", "/z/f.pdf");
      assertThat(warcs()).hasSize(3);
    }
  }

  @Test
  void a_not_modified_answer_is_a_revisit_of_its_own_kind() throws Exception {
    CrawlSource source = column();
    site.raw(
        "/z/f.pdf",
        r ->
            r.headers().containsKey("if-none-match")
                ? text("HTTP/1.1 304 Not Modified\r\n\r\n")
                : StandInSite.answer(200, text("%PDF-1.4"), "ETag: \"1\""));
    try (CollectBench bench = new CollectBench(folder)) {
      bench.run(source);
      bench.now.updateAndGet(t -> t.plus(Duration.ofDays(8)));
      bench.run(source);
    }
    List<String> profiles = new ArrayList<>();
    for (Path warc : warcs()) {
      try (WarcReader reader = new WarcReader(warc)) {
        for (WarcRecord record : reader) {
          if (record instanceof WarcRevisit revisit && revisit.target().endsWith("f.pdf")) {
            profiles.add(revisit.profile().toString());
          }
        }
      }
    }
    assertThat(profiles).containsExactly(WarcRevisit.SERVER_NOT_MODIFIED_1_1.toString());
  }

  @Test
  void a_document_that_is_gone_is_said_to_be_gone_and_stays() throws Exception {
    CrawlSource source = column();
    try (CollectBench bench = new CollectBench(folder)) {
      bench.run(source);
      site.remove("/z/f.pdf");
      bench.now.updateAndGet(t -> t.plus(Duration.ofDays(8)));
      assertThat(bench.run(source).getFirst().goneCount()).isEqualTo(1);
      Provenance p = bench.archive.findProvenance(site.url("/z/f.pdf")).orElseThrow();
      assertThat(p.goneSince()).isNotNull();
      assertThat(p.goneReason()).isEqualTo("HTTP 404");
      assertThat(p.capture()).isNotNull();
      assertThat(bench.archive.frontier().missingDocuments(10)).hasSize(1);
      column();
      bench.now.updateAndGet(t -> t.plus(Duration.ofDays(8)));
      bench.run(source);
      assertThat(bench.archive.findProvenance(site.url("/z/f.pdf")).orElseThrow().goneSince())
          .isNull();
    }
  }

  @Test
  void a_page_that_changed_only_its_menus_is_no_new_version() throws Exception {
    String text = "<p>" + "本单位2023年部门预算收入总计一千二百万元，支出总计一千二百万元。".repeat(20) + "</p>";
    site.page(
        "/z/index.html",
        "<ul><li><a href='a.html'>某局2023年部门预算</a><span>2023-02-01</span></li></ul>");
    site.page("/z/a.html", Columns.frame("某局2023年部门预算", "<h1>某局2023年部门预算</h1>" + text));
    CrawlSource source = CollectBench.source(site.url("/z/index.html"));
    try (CollectBench bench = new CollectBench(folder)) {
      bench.run(source);
      site.page(
          "/z/a.html",
          Columns.frame("某局2023年部门预算", "<h1>某局2023年部门预算</h1>" + text)
              .replace("我区召开经济工作会议", "今日召开新的会议")
              .replace("</body>", "<script>var hits=12</script></body>"));
      bench.now.updateAndGet(t -> t.plus(Duration.ofDays(8)));
      assertThat(bench.run(source).getFirst().changedCount()).isZero();
      site.page(
          "/z/a.html",
          Columns.frame("某局2023年部门预算", "<h1>某局2023年部门预算</h1>" + text.replace("一千二百万元", "一千三百万元")));
      bench.now.updateAndGet(t -> t.plus(Duration.ofDays(8)));
      assertThat(bench.run(source).getFirst().changedCount()).isEqualTo(1);
    }
  }

  @Test
  void a_run_that_is_killed_at_any_answer_loses_nothing_and_keeps_nothing_twice() throws Exception {
    Columns.Column column = new Columns(site).all().getFirst();
    CrawlSource source = CollectBench.source(site.url(column.start()));
    int kills = 0;
    List<String> documents = new ArrayList<>();
    try (CollectBench bench = new CollectBench(folder)) {
      boolean ended = false;
      while (!ended) {
        bench.mostAnswers = 2;
        try {
          ended = bench.run(source).getFirst().endedAt() != null;
        } catch (IOException killed) {
          assertThat(killed).hasRootCauseInstanceOf(CollectBench.Killed.class);
          kills++;
          halfARecord(kills);
        }
        documents.addAll(bench.documents);
        bench.documents.clear();
        bench.restart();
      }
      assertThat(documents).containsExactlyInAnyOrderElementsOf(column.documents());
      assertThat(bench.archive.queue().openEntries(1000)).hasSize(column.documents().size());
      assertThat(bench.archive.frontier().countInState("s", FrontierEntry.State.WAITING)).isZero();
    }
    assertThat(kills).isGreaterThan(10);
    List<String> kept =
        entries().stream()
            .filter(e -> e.field("WARC-Type").equals("response"))
            .map(e -> e.field("WARC-Target-URI"))
            .filter(uri -> !uri.endsWith("robots.txt"))
            .toList();
    assertThat(kept).doesNotHaveDuplicates().hasSize(33);
    assertThat(site.requests()).hasSizeLessThanOrEqualTo(33 + kills + kills + 1);
  }

  /** The file of a process that was killed while writing. */
  private void halfARecord(int seed) throws IOException {
    byte[] half = new byte[seed * 7];
    new java.util.Random(seed).nextBytes(half);
    Files.write(warcs().getLast(), half, StandardOpenOption.APPEND);
  }

  @Test
  void a_warc_file_that_the_ledger_does_not_know_is_never_touched() throws Exception {
    CrawlSource source = column();
    Path own =
        Files.createDirectories(folder.resolve("warc/site.test_" + site.port()))
            .resolve("2026-03-02.warc.gz");
    Files.writeString(own, "somebody's evidence");
    try (CollectBench bench = new CollectBench(folder)) {
      bench.run(source);
    }
    assertThat(Files.readString(own)).isEqualTo("somebody's evidence");
    assertThat(warcs())
        .extracting(p -> p.getFileName().toString())
        .containsExactly("2026-03-02-2.warc.gz", "2026-03-02.warc.gz");
  }
}
