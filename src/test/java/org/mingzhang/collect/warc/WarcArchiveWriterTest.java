package org.mingzhang.collect.warc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Archive;
import org.mingzhang.collect.http.HttpExchange;
import org.mingzhang.collect.http.ResponseHead;

/** No record is overwritten, whoever writes to the file of its host. */
class WarcArchiveWriterTest {
  @TempDir Path folder;
  private Archive archive;

  @BeforeEach
  void open() throws IOException {
    archive = Archive.open(folder.resolve("archive"));
    Files.createDirectories(folder.resolve("warc"));
  }

  @AfterEach
  void close() {
    archive.close();
  }

  private WarcArchiveWriter writer() {
    return new WarcArchiveWriter(folder.resolve("warc"), archive.frontier(), "test");
  }

  private HttpExchange exchange(String path) throws IOException {
    String head = "HTTP/1.1 200 OK\r\n\r\n";
    return new HttpExchange(
        URI.create("http://a.example" + path),
        InetAddress.getLoopbackAddress(),
        Instant.parse("2026-11-21T00:00:00Z"),
        "GET " + path + " HTTP/1.1\r\n\r\n",
        new ResponseHead(200, List.of()),
        Files.writeString(folder.resolve("raw"), head + path),
        head.length(),
        "0".repeat(40),
        null,
        null);
  }

  private List<String> responses(String file) throws IOException {
    return PlainWarc.read(folder.resolve("warc").resolve(file)).stream()
        .filter(e -> e.field("WARC-Type").equals("response"))
        .map(e -> URI.create(e.field("WARC-Target-URI")).getPath())
        .toList();
  }

  @Test
  void records_of_two_visits_at_the_same_time_stay_also_if_the_first_is_recorded_last()
      throws IOException {
    WarcArchiveWriter writer = writer();
    Map<String, Long> first = new HashMap<>();
    Map<String, Long> second = new HashMap<>();
    String file = writer.store(exchange("/1"), null, first).file();
    writer.store(exchange("/2"), null, second);
    second.forEach(archive.frontier()::recordWarcSize);
    first.forEach(archive.frontier()::recordWarcSize);
    assertThat(responses(file)).containsExactly("/1", "/2");
    writer().store(exchange("/3"), null, new HashMap<>());
    assertThat(responses(file)).as("after a restart").containsExactly("/1", "/2", "/3");
  }

  @Test
  void what_a_failed_write_left_is_removed_and_what_was_written_before_stays() throws IOException {
    WarcArchiveWriter writer = writer();
    String file = writer.store(exchange("/1"), null, new HashMap<>()).file();
    Files.writeString(
        folder.resolve("warc").resolve(file), "half a record", StandardOpenOption.APPEND);
    writer.store(exchange("/2"), null, new HashMap<>());
    assertThat(responses(file)).containsExactly("/1", "/2");
  }

  @Test
  void what_a_killed_process_did_not_record_is_removed() throws IOException {
    String file = writer().store(exchange("/1"), null, new HashMap<>()).file();
    writer().store(exchange("/2"), null, new HashMap<>());
    assertThat(responses(file)).containsExactly("/2");
  }
}
