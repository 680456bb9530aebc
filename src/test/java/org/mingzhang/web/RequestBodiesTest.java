package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchiveException;
import org.mingzhang.web.admin.AdminSettings;
import org.mingzhang.web.admin.Administration;
import org.mingzhang.web.admin.AuditLog;
import org.mingzhang.web.admin.TokenHash;
import org.mingzhang.web.source.IndexingStatus;
import org.mingzhang.web.source.PortalServices;
import org.mingzhang.web.source.PortalSettings;

/** Bodies that cannot be read, are too large, or find the disk full. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestBodiesTest {
  private static final String TOKEN = TokenHash.generateToken();

  private Archive archive;
  private PortalServer server;
  private Exception failure = new IOException("none yet");

  @BeforeAll
  void start(@TempDir Path folder) {
    archive = Archive.open(folder.resolve("archive"));
    AuditLog log = new AuditLog(folder.resolve("admin.log"), Clock.systemUTC());
    PortalServices services =
        new PortalServices(
            new PlainSearch(List.of()), archive, IndexingStatus::idle, Clock.systemUTC());
    server =
        new PortalServer(
                services,
                PortalSettings.local(0),
                new AdminSettings(QuickTokenHash.of(TOKEN), failing(), log),
                null)
            .start();
  }

  @AfterAll
  void stop() {
    server.close();
    archive.close();
  }

  /** An administration that takes no file in. */
  private Administration failing() {
    Administration quiet = new QuietAdministration();
    return (Administration)
        Proxy.newProxyInstance(
            Administration.class.getClassLoader(),
            new Class<?>[] {Administration.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("upload")) {
                throw failure;
              }
              try {
                return method.invoke(quiet, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private RawAnswer post(String path, String headers, String body) throws IOException {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
            + content.length
            + "\r\n"
            + headers
            + "\r\n";
    byte[] start = head.getBytes(StandardCharsets.UTF_8);
    byte[] all = java.util.Arrays.copyOf(start, start.length + content.length);
    System.arraycopy(content, 0, all, start.length, content.length);
    return RawAnswer.to(server.port(), all);
  }

  @Test
  void a_form_of_more_than_a_thousand_parts_is_refused_as_the_request_it_is() throws IOException {
    String part = "--b\r\nContent-Disposition: form-data; name=\"queries\"\r\n\r\n预算\r\n";
    String type = "Content-Type: multipart/form-data; boundary=b\r\n";
    assertThat(post("/batch", type, part.repeat(900) + "--b--\r\n").status()).isEqualTo(200);
    RawAnswer page = post("/batch", type, part.repeat(1_100) + "--b--\r\n");
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.text()).contains("请求有误");
    RawAnswer problem = post("/api/v1/batch", type, part.repeat(1_100) + "--b--\r\n");
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.headers()).containsEntry("content-type", "application/problem+json");
  }

  private static String formWithFile(String content) {
    return "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"
        + content
        + "\r\n--b--\r\n";
  }

  @Test
  void a_long_file_is_read_to_its_end_in_its_encoding_and_one_that_is_too_long_is_refused()
      throws IOException {
    String type = "Content-Type: multipart/form-data; boundary=b\r\n";
    String lines = "武汉市部门预算公开\n".repeat(20_000);
    RawAnswer read = post("/batch", type, formWithFile(lines));
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.text()).contains("武汉市部门预算公开", "还有 19000 行未检索");
    assertThat(post("/batch", type, formWithFile(lines.repeat(2))).status()).isEqualTo(413);
    assertThat(post("/api/v1/batch", type, formWithFile(lines.repeat(2))).status()).isEqualTo(413);
  }

  @Test
  void a_form_without_boundary_and_an_unknown_encoding_are_told_so() throws IOException {
    assertThat(post("/batch", "Content-Type: multipart/form-data\r\n", "x").status())
        .isEqualTo(400);
    assertThat(post("/batch", "Content-Type: text/plain; charset=nonsense\r\n", "x").status())
        .isEqualTo(415);
  }

  @Test
  void a_list_of_many_megabytes_is_refused_before_it_is_read() throws IOException {
    for (String path : List.of("/batch", "/api/v1/batch")) {
      String head =
          "POST "
              + path
              + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
              + "Content-Type: text/plain\r\nContent-Length: 150000000\r\n\r\n";
      RawAnswer answer = RawAnswer.to(server.port(), head.getBytes(StandardCharsets.UTF_8));
      assertThat(answer.status()).as(path).isEqualTo(413);
      assertThat(answer.headers()).containsKey("content-security-policy");
    }
  }

  @Test
  void what_is_refused_is_read_to_its_end_so_that_the_answer_arrives_and_the_connection_stays()
      throws IOException {
    String next = "GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    String body = "x".repeat(2_000_000);
    String length = "Content-Length: " + body.length() + "\r\n\r\n" + body;
    String chunks =
        "Transfer-Encoding: chunked\r\n\r\n"
            + ("4e20\r\n" + "x".repeat(20_000) + "\r\n").repeat(50);
    Map<String, Integer> refused =
        Map.of(
            "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n", 413,
            "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n", 415,
            "PUT /nowhere HTTP/1.1\r\nHost: localhost\r\n", 404);
    for (Map.Entry<String, Integer> entry : refused.entrySet()) {
      for (String rest : List.of(length, chunks + "0\r\n\r\n")) {
        String all = entry.getKey() + rest + next;
        RawAnswer answer = RawAnswer.to(server.port(), all.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(entry.getKey()).isEqualTo(entry.getValue());
        assertThat(answer.text()).as(entry.getKey()).contains("HTTP/1.1 200", "live");
      }
    }
  }

  @Test
  void a_disk_that_takes_no_more_is_said_to_be_full() throws IOException {
    String headers = "Authorization: Bearer " + TOKEN + "\r\n";
    for (Exception full :
        List.of(
            new IOException("No space left on device"),
            new IOException("设备上没有空间"),
            new FileSystemException("/srv/data/a.pdf", null, "Disk quota exceeded"),
            new ArchiveException(
                "the file was not kept",
                new IOException("[SQLITE_FULL] Insertion failed because database is full")))) {
      failure = full;
      RawAnswer answer = post("/api/v1/admin/documents?name=a.pdf", headers, "content");
      assertThat(answer.status()).as(full.toString()).isEqualTo(507);
      assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
      assertThat(answer.body()).contains("Insufficient Storage").doesNotContain("/srv", "SQLITE");
    }
  }
}
