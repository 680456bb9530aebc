package org.mingzhang.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Actions are logged before they are executed, whatever the subject contains. */
class AuditLogTest {
  @TempDir Path folder;

  private final List<String> done = new ArrayList<>();

  /** An administration that records its calls. */
  private Administration administration() {
    return (Administration)
        Proxy.newProxyInstance(
            Administration.class.getClassLoader(),
            new Class<?>[] {Administration.class},
            (proxy, method, arguments) -> {
              done.add(method.getName());
              return method.getReturnType() == Administration.QueuedFile.class
                  ? new Administration.QueuedFile(1, (String) arguments[0])
                  : null;
            });
  }

  private static InputStream content() {
    return new ByteArrayInputStream(new byte[] {1});
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "half \ud83d.pdf",
        "other half \ude00",
        "\u0000\n\r\u0085\u2028\u202e.pdf",
        "",
        "\ufffe\uffff"
      })
  void every_name_leaves_a_line_before_and_one_after(String name) throws Exception {
    Path file = folder.resolve("admin.log");
    new AdminActionExecutor(administration(), new AuditLog(file, Clock.systemUTC()))
        .upload("192.0.2.1", name, null, content());
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).contains("\tupload\t").endsWith("\tbegun");
    assertThat(lines.get(1)).contains("\tupload\t").endsWith("\tdone");
    assertThat(new AuditLog(file, Clock.systemUTC()).readLast()).hasSize(2);
  }

  @Test
  void a_name_of_ten_thousand_characters_is_cut_and_its_length_told() throws Exception {
    Path file = folder.resolve("admin.log");
    new AuditLog(file, Clock.systemUTC()).appendLine("a", "upload", "😀".repeat(5_000), "begun");
    assertThat(Files.readAllLines(file))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("(10000)").hasSizeLessThan(400));
  }

  @Test
  void what_cannot_be_written_down_is_not_done() throws Exception {
    Path file = Files.createDirectory(folder.resolve("admin.log"));
    AdminActionExecutor actions =
        new AdminActionExecutor(administration(), new AuditLog(file, Clock.systemUTC()));
    assertThatThrownBy(() -> actions.upload("a", "x.pdf", null, content()))
        .isInstanceOf(IOException.class);
    assertThat(done).isEmpty();
  }

  @Test
  void a_line_that_something_else_has_spoilt_does_not_hide_the_others() throws Exception {
    Path file = Files.write(folder.resolve("admin.log"), new byte[] {(byte) 0xff, '\n'});
    AuditLog log = new AuditLog(file, Clock.systemUTC());
    log.appendLine("a", "upload", "x.pdf", "begun");
    assertThat(log.readLast()).hasSize(2);
  }

  @Test
  void sharing_that_fails_leaves_its_outcome() throws Exception {
    Path file = folder.resolve("failing.log");
    Administration failing =
        (Administration)
            Proxy.newProxyInstance(
                Administration.class.getClassLoader(),
                new Class<?>[] {Administration.class},
                (proxy, method, arguments) -> {
                  throw new IllegalStateException("the ledger is not there");
                });
    AdminActionExecutor actions =
        new AdminActionExecutor(failing, new AuditLog(file, Clock.systemUTC()));
    assertThatThrownBy(() -> actions.shareDossier("192.0.2.1", "t", "{}"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> actions.unshareDossier("192.0.2.1", "x"))
        .isInstanceOf(IllegalStateException.class);
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    assertThat(lines).hasSize(4);
    assertThat(lines.get(1)).endsWith("\tfailed");
    assertThat(lines.get(3)).endsWith("\tfailed");
  }
}
