package org.mingzhang.collect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.collect.warc.PlainWarc;
import org.mingzhang.web.NodePackages;

/**
 * What is kept as evidence is read by a reader that others wrote: warcio of npm, by the makers of
 * Browsertrix and pywb; each revisit leads, as in a replay, to a capture of that address and day
 * with the same payload. Skipped by name where it cannot be installed.
 */
class OtherReaderIT {
  /** In chunks as servers send them; warcio does not unpack chunks with extensions and trailers. */
  private static final String CHUNKED =
      """
      HTTP/1.1 200 OK\r
      Content-Type: application/pdf\r
      Transfer-Encoding: chunked\r
      \r
      5\r
      %PDF-\r
      7\r
      1.4 one\r
      0\r
      \r
      """;

  @TempDir Path folder;
  private final StandInSite site = new StandInSite();

  @AfterEach
  void close() throws Exception {
    site.close();
  }

  private static String sha256(byte[] content) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }

  @Test
  void warcio_reads_every_record_and_unpacks_every_answer() throws Exception {
    NodePackages npm =
        new NodePackages(Path.of("target/npm/warcio").toAbsolutePath(), "warcio@2.4.11");
    byte[] first = "%PDF-1.4 one".getBytes(StandardCharsets.UTF_8);
    byte[] packed = "%PDF-1.4 two, packed".getBytes(StandardCharsets.UTF_8);
    site.page(
        "/z/index.html",
        "<ul><li><a href='f.pdf'>某局2023年部门预算</a> 2023-02-01</li><li><a"
            + " href='g.pdf'>某局2024年部门预算</a> 2024-02-01</li></ul>");
    site.raw("/z/f.pdf", r -> CHUNKED.getBytes(StandardCharsets.UTF_8));
    site.raw(
        "/z/g.pdf",
        r -> StandInSite.answer(200, StandInSite.gzip(packed), "Content-Encoding: gzip"));
    try (CollectBench bench = new CollectBench(folder)) {
      bench.run(CollectBench.source(site.url("/z/index.html")));
      bench.now.updateAndGet(now -> now.plus(java.time.Duration.ofDays(40)));
      bench.run(CollectBench.source(site.url("/z/index.html")));
    }
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder.resolve("warc"))) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    List<String> ours = new ArrayList<>();
    for (Path file : files) {
      PlainWarc.read(file)
          .forEach(e -> ours.add(e.field("WARC-Type") + " " + e.field("WARC-Target-URI")));
    }
    String printed =
        npm.node(
            PlainWarc.class,
            "warcio.mjs",
            files.stream().map(f -> f.toAbsolutePath().toString()).toArray(String[]::new));
    List<String> theirs = new ArrayList<>();
    List<String> contents = new ArrayList<>();
    Map<String, String> captures = new HashMap<>();
    int replayed = 0;
    for (String line : printed.lines().toList()) {
      JsonNode record = new ObjectMapper().readTree(line);
      if (record.get("type").asText().equals("response")) {
        String at = record.get("uri").asText() + " " + record.get("date").asText();
        captures.put(at, record.get("payload").asText());
      }
      assertThat(record.get("version").asText()).isEqualTo("WARC/1.1");
      theirs.add(record.get("type").asText() + " " + record.get("uri").asText());
      if (record.get("type").asText().equals("response")) {
        contents.add(record.get("status").asInt() + " " + record.get("sha256").asText());
      }
      if (record.get("type").asText().equals("revisit")) {
        assertThat(record.get("refers").asText()).isEqualTo(record.get("uri").asText());
        String at = record.get("refers").asText() + " " + record.get("refersDate").asText();
        assertThat(captures).as("what a replay shows for the revisit").containsKey(at);
        assertThat(captures.get(at)).isEqualTo(record.get("payload").asText());
        replayed++;
      }
    }
    assertThat(replayed).isGreaterThanOrEqualTo(2);
    assertThat(theirs).hasSameSizeAs(ours).hasSizeGreaterThan(12);
    assertThat(theirs)
        .filteredOn(record -> !record.startsWith("warcinfo"))
        .containsExactlyElementsOf(
            ours.stream().filter(record -> !record.startsWith("warcinfo")).toList())
        .contains("revisit " + site.url("/z/f.pdf"), "revisit " + site.url("/z/g.pdf"));
    assertThat(contents).contains("200 " + sha256(first), "200 " + sha256(packed));
  }
}
