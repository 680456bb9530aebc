package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.web.assistant.StdioMcpServer;

/** The Model Context Protocol over the input and output of a process. */
class StdioMcpServerTest {
  private static final List<String> OPENING =
      List.of(
          "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
              + "\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}",
          "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void it_answers_line_by_line_and_ends_with_its_input(@TempDir Path folder) throws Exception {
    try (AssistantPortal portal = new AssistantPortal(folder)) {
      StdioMcpServer server = new StdioMcpServer(portal.services, true, "https://portal.example");
      PipedOutputStream typed = new PipedOutputStream();
      PipedInputStream in = new PipedInputStream(typed, 1 << 20);
      PipedOutputStream out = new PipedOutputStream();
      PipedInputStream read = new PipedInputStream(out, 1 << 20);
      Thread running =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      server.run(in, out);
                    } catch (IOException e) {
                      throw new java.io.UncheckedIOException(e);
                    }
                  });
      for (String line : OPENING) {
        type(typed, line);
      }
      JsonNode opened = line(read);
      assertThat(opened.path("result").path("serverInfo").path("name").asText())
          .isEqualTo("mingzhang");
      type(typed, AssistantPortal.call("cite", Map.of("place", "qsqzgh-2024-bmjs/gk-zyzz")));
      JsonNode cited = line(read).path("result").path("content").path(0);
      assertThat(cited.path("text").asText())
          .contains("https://portal.example/d/qsqzgh-2024-bmjs/gk-zyzz");
      type(typed, AssistantPortal.call("cite", Map.of("place", 7)));
      assertThat(line(read).path("result").path("isError").asBoolean()).isTrue();
      typed.close();
      running.join();
    }
  }

  @Test
  void a_line_that_is_no_message_is_answered_so_and_the_next_one_is_read(@TempDir Path folder)
      throws Exception {
    String lines =
        String.join(
            "\n",
            "nonsense",
            "null",
            "",
            "x".repeat(300_000),
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":[]}",
            "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}");
    try (AssistantPortal portal = new AssistantPortal(folder)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      new StdioMcpServer(portal.services, true, "")
          .run(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), out);
      String[] answers = out.toString(StandardCharsets.UTF_8).split("\n", -1);
      assertThat(answers).hasSize(6);
      for (String answer : List.of(answers[0], answers[1])) {
        assertThat(AssistantPortal.json(answer).path("error").path("code").asInt())
            .isEqualTo(-32700);
      }
      assertThat(answers[2]).contains("too long");
      assertThat(answers[3]).contains("do not fit the method");
      assertThat(AssistantPortal.json(answers[4]).path("result").isObject()).isTrue();
    }
  }

  private static void type(PipedOutputStream out, String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static JsonNode line(PipedInputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      line.write(b);
    }
    return AssistantPortal.json(line.toString(StandardCharsets.UTF_8));
  }
}
