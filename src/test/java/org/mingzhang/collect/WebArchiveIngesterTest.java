package org.mingzhang.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.IngestEntry;
import org.mingzhang.archive.Provenance;
import org.mingzhang.collect.warc.WebArchive;
import org.mingzhang.collect.warc.WebArchiveException;

/** Tests the import of web archives of other crawlers. */
class WebArchiveIngesterTest {
  @TempDir Path folder;
  private Archive archive;
  private final List<String> refused = new ArrayList<>();

  @BeforeEach
  void open() {
    archive = Archive.open(folder.resolve("archive"));
  }

  @AfterEach
  void close() {
    archive.close();
  }

  private int read(Path file) throws IOException {
    CrawlListener listener =
        new CrawlListener() {
          @Override
          public void addressRefused(String source, String url, String reason) {
            refused.add(url + " " + reason);
          }
        };
    try (WebArchive web = WebArchive.open(file, folder.resolve("beside"))) {
      WebArchiveIngester ingester = new WebArchiveIngester(archive, web, listener);
      ingester.surveyArchive();
      int generations = ingester.prepareAndCountGenerations();
      for (int i = 0; i < generations; i++) {
        int unused = ingester.queueDocumentsOfGeneration(i);
      }
      return generations;
    } finally {
      try (Stream<Path> left = Files.list(folder.resolve("beside"))) {
        assertThat(left).isEmpty();
      }
    }
  }

  private List<String> waiting() {
    return archive.queue().openEntries(100).stream()
        .map(IngestEntry::offer)
        .map(offer -> offer.sourceKey().replaceFirst("^http://[^/]+", "") + " " + offer.name())
        .sorted()
        .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] response(String uri, String date, byte[] http) {
    return StandInSite.join(
        bytes(
            "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: "
                + uri
                + "\r\nWARC-Date: "
                + date
                + "\r\nWARC-Record-ID: <urn:uuid:"
                + java.util.UUID.nameUUIDFromBytes(bytes(uri + date))
                + ">\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
                + http.length
                + "\r\n\r\n"),
        http,
        bytes("\r\n\r\n"));
  }

  private static byte[] pdf(String text) {
    return StandInSite.answer(200, bytes("%PDF-1.4 " + text), "Content-Type: application/pdf");
  }

  private Path file(String name, byte[]... records) throws IOException {
    return Files.write(folder.resolve(name), StandInSite.join(records));
  }

  /** Made by GNU Wget 1.21.3 from pages like those of {@link Columns}. */
  private Path wget() throws IOException {
    Path file = folder.resolve("wget.warc.gz");
    try (InputStream in =
        Objects.requireNonNull(getClass().getResourceAsStream("/collect/wget.warc.gz"))) {
      Files.copy(in, file);
    }
    return file;
  }

  @Test
  void what_wget_has_kept_is_read_with_address_time_and_the_page_that_links_it() throws Exception {
    assertThat(read(wget())).isEqualTo(1);
    assertThat(waiting())
        .containsExactly(
            "/a/self.html 某局2023年部门预算说明.html",
            "/files/a1.pdf 附件1：2023年部门预算.pdf",
            "/files/a2.xls 附件2：公开表.xls");
    Provenance p = provenance("/files/a1.pdf");
    assertThat(p.linkingPageUrl()).endsWith("/a/1.html");
    assertThat(p.linkingPageTitle()).isEqualTo("某局2023年部门预算");
    assertThat(p.published()).isEqualTo(LocalDate.of(2023, 2, 10));
    assertThat(p.source()).isEqualTo("wget.warc.gz");
    assertThat(p.firstSeen().toString()).startsWith("2026-");
  }

  private Provenance provenance(String path) {
    String url =
        archive.queue().openEntries(100).stream()
            .map(e -> e.offer().sourceKey())
            .filter(u -> u.endsWith(path))
            .findFirst()
            .orElseThrow();
    return archive.findProvenance(url).orElseThrow();
  }

  @Test
  void a_wacz_is_read_as_the_warc_in_it() throws Exception {
    Path wacz = folder.resolve("crawl.wacz");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(wacz))) {
      zip.putNextEntry(new ZipEntry("datapackage.json"));
      zip.write(bytes("{}"));
      zip.putNextEntry(new ZipEntry("archive/data.warc.gz"));
      zip.write(Files.readAllBytes(wget()));
      zip.putNextEntry(new ZipEntry("../../archive/evil.warc"));
      zip.write(bytes("x"));
    }
    assertThat(read(wacz)).isEqualTo(1);
    assertThat(waiting()).hasSize(3);
  }

  @Test
  void another_content_of_an_address_is_another_generation_and_the_same_is_not() throws Exception {
    Path file =
        file(
            "c.warc",
            response("http://a.cn/f.pdf", "2023-01-01T00:00:00Z", pdf("one")),
            response("http://a.cn/f.pdf", "2023-02-01T00:00:00Z", pdf("one")),
            response("http://a.cn/f.pdf", "2023-03-01T00:00:00.123456789Z", pdf("two")),
            response("http://a.cn/g.pdf", "2023-03-01T00:00:00Z", pdf("three")));
    assertThat(read(file)).isEqualTo(2);
    Provenance p = archive.findProvenance("http://a.cn/f.pdf").orElseThrow();
    assertThat(p.firstSeen()).hasToString("2023-01-01T00:00:00Z");
    assertThat(p.lastSeen()).hasToString("2023-03-01T00:00:00Z");
  }

  @Test
  void answers_that_are_no_documents_are_left() throws Exception {
    Path file =
        file(
            "c.warc",
            response(
                "http://a.cn/404.pdf",
                "2023-01-01T00:00:00Z",
                StandInSite.answer(404, bytes("%PDF-1.4"))),
            response(
                "http://a.cn/robots.txt",
                "2023-01-01T00:00:00Z",
                StandInSite.answer(200, bytes("User-agent: *"), "Content-Type: text/plain")),
            response(
                "http://a.cn/logo.png",
                "2023-01-01T00:00:00Z",
                StandInSite.answer(200, new byte[] {(byte) 0x89, 'P'}, "Content-Type: image/png")),
            response(
                "http://a.cn/chunked.pdf",
                "2023-01-01T00:00:00Z",
                StandInSite.chunked(
                    StandInSite.gzip(bytes("%PDF-1.4 x")), "Content-Encoding: gzip")),
            response("dns:a.cn", "2023-01-01T00:00:00Z", bytes("x")));
    read(file);
    assertThat(waiting()).containsExactly("/chunked.pdf chunked.pdf");
    assertThat(
            Files.readString(
                archive
                    .queue()
                    .findContent(archive.queue().openEntries(1).getFirst())
                    .orElseThrow()))
        .isEqualTo("%PDF-1.4 x");
  }

  @Test
  void plain_texts_are_documents_if_linked_or_named_as_files_below_the_root() throws Exception {
    String day = "2023-01-01T00:00:00Z";
    byte[] list =
        bytes(
            "<html><body><ul><li><a href='/col/a.txt'>甲局2023年部门预算</a> 2023-02-10</li>"
                + "<li><a href='/col/b'>乙局2023年部门预算</a> 2023-02-11</li>"
                + "<li><a href='/col/c.html'>丙局2023年部门预算</a> 2023-02-12</li></ul></body></html>");
    Path file =
        file(
            "c.warc",
            response("http://a.cn/col/a.txt", day, text("甲")),
            response("http://a.cn/col/b", day, text("乙")),
            response("http://a.cn/other/d.txt", day, text("丁")),
            response("http://a.cn/robots.txt", day, text("User-agent: *")),
            response("http://a.cn/llms.txt", day, text("x")),
            response("http://a.cn/api/data", day, text("{}")),
            response(
                "http://a.cn/col/", day, StandInSite.answer(200, list, "Content-Type: text/html")));
    read(file);
    assertThat(waiting())
        .extracting(w -> w.replaceFirst(" .*", ""))
        .containsExactly("/col/a.txt", "/col/b", "/other/d.txt");
    assertThat(provenance("/col/b").label()).contains("乙局2023年部门预算");
    assertThat(refused)
        .extracting(r -> r.replaceFirst(" .*", ""))
        .containsExactlyInAnyOrder("http://a.cn/llms.txt", "http://a.cn/api/data");
  }

  private static byte[] text(String text) {
    return StandInSite.answer(200, bytes(text), "Content-Type: text/plain; charset=UTF-8");
  }

  @Test
  void a_record_whose_answer_breaks_off_is_left_out_by_name_and_the_rest_is_read()
      throws Exception {
    String day = "2023-01-01T00:00:00Z";
    byte[] chunked = StandInSite.chunked(bytes("%PDF-1.4 broken off"));
    byte[] packed =
        StandInSite.chunked(StandInSite.gzip(bytes("%PDF-1.4 x")), "Content-Encoding: gzip");
    String badPacked =
        new String(packed, StandardCharsets.ISO_8859_1).replace("\u001f\u008b", "\u001f\u0000");
    Path file =
        file(
            "c.warc",
            response("http://a.cn/1.pdf", day, pdf("one")),
            response(
                "http://a.cn/2.pdf", day, java.util.Arrays.copyOf(chunked, chunked.length - 9)),
            response("http://a.cn/3.pdf", day, bytes("no HTTP at all")),
            response("http://a.cn/4.pdf", day, badPacked.getBytes(StandardCharsets.ISO_8859_1)),
            response("http://a.cn/5.pdf", day, pdf("five")));
    read(file);
    assertThat(waiting()).containsExactly("/1.pdf 1.pdf", "/5.pdf 5.pdf");
    assertThat(refused)
        .hasSize(3)
        .allMatch(line -> line.contains("its answer cannot be read to its end"));
    Path compressed = folder.resolve("c.warc.gz");
    try (OutputStream out = Files.newOutputStream(compressed)) {
      out.write(
          StandInSite.gzip(
              response(
                  "http://a.cn/6.pdf", day, java.util.Arrays.copyOf(chunked, chunked.length - 9))));
      out.write(StandInSite.gzip(response("http://a.cn/7.pdf", day, pdf("seven"))));
    }
    read(compressed);
    assertThat(waiting()).hasSize(3);
    assertThat(refused).hasSize(4);
    String cut =
        new String(response("http://a.cn/8.pdf", day, pdf("8")), StandardCharsets.ISO_8859_1)
            .replaceFirst("\r\n", "\r\nWARC-Truncated: time\r\n");
    read(file("cut.warc", cut.getBytes(StandardCharsets.ISO_8859_1)));
    assertThat(waiting()).hasSize(3);
    assertThat(refused)
        .last()
        .isEqualTo("http://a.cn/8.pdf its answer was cut off when it was recorded: time");
  }

  @Test
  void a_record_that_is_longer_than_its_file_or_no_record_is_refused_by_name_and_place()
      throws Exception {
    byte[] whole = response("http://a.cn/f.pdf", "2023-01-01T00:00:00Z", pdf("one"));
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    Path longer =
        file(
            "longer.warc",
            whole,
            text.replaceFirst("(\r\nContent-Length: )\\d+", "$199999")
                .getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> read(longer))
        .isInstanceOf(WebArchiveException.class)
        .hasMessageContaining("longer.warc cannot be read beyond the record at byte");
    Path rubbish = file("rubbish.warc", whole, bytes("this is no record\r\n\r\n"));
    assertThatThrownBy(() -> read(rubbish))
        .isInstanceOf(WebArchiveException.class)
        .hasMessageContaining("rubbish.warc cannot be read beyond");
    Path cut = wget();
    Files.write(
        cut,
        java.util.Arrays.copyOf(Files.readAllBytes(cut), (int) Files.size(cut) - 200),
        StandardOpenOption.TRUNCATE_EXISTING);
    assertThatThrownBy(() -> read(cut)).isInstanceOf(WebArchiveException.class);
    Path zip = file("no.wacz", bytes("PK no"));
    assertThatThrownBy(() -> read(zip))
        .isInstanceOf(WebArchiveException.class)
        .hasMessageContaining("not a WACZ");
    assertThat(archive.queue().openCount()).isZero();
  }

  @Test
  void what_unpacks_to_far_more_than_it_is_is_refused() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] head =
        bytes(
            "WARC/1.1\r\n"
                + "WARC-Type: response\r\n"
                + "WARC-Target-URI: http://a.cn/f.pdf\r\n"
                + "WARC-Date: 2023-01-01T00:00:00Z\r\n"
                + "WARC-Record-ID: <urn:uuid:"
                + java.util.UUID.randomUUID()
                + ">\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
                + (2L << 30)
                + "\r\n\r\nHTTP/1.1 200 OK\r\n\r\n%PDF-1.4");
    try (OutputStream gzip = new java.util.zip.GZIPOutputStream(packed)) {
      gzip.write(head);
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 1100; i++) {
        gzip.write(zeros);
      }
    }
    Path bomb = file("bomb.warc.gz", packed.toByteArray());
    assertThatThrownBy(() -> read(bomb))
        .isInstanceOf(WebArchiveException.class)
        .hasMessageContaining("bomb.warc.gz decompresses to far more than its size");
    assertThat(refused).containsExactly("http://a.cn/f.pdf larger than 209715200 bytes");
  }
}
