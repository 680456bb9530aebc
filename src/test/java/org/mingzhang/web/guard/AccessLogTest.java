package org.mingzhang.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessLogTest {
  @TempDir Path folder;
  private Server server;
  private AccessLog log;
  private int port;

  @BeforeEach
  void start() throws Exception {
    log = new AccessLog(folder.resolve("access.log"), false);
    server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setRequestLog(log);
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            callback.succeeded();
            return true;
          }
        });
    server.start();
    port = connector.getLocalPort();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
    log.close();
  }

  private void send(String raw) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(raw.getBytes(StandardCharsets.ISO_8859_1));
      socket.getInputStream().readAllBytes();
    }
  }

  /** Waits for a number of lines, whose order may differ from that of the requests. */
  private List<String> lines(int count) throws Exception {
    Path file = folder.resolve("access.log");
    List<String> lines = List.of();
    for (int i = 0; i < 300 && lines.size() < count; i++) {
      Thread.sleep(20);
      lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
    return lines;
  }

  @Test
  void whatever_a_client_sends_is_one_line_of_printable_characters() throws Exception {
    List<String> attacks =
        List.of(
            "GET /a%0d%0a{\"status\":200} HTTP/1.1\r\nHost: x\r\n",
            "GET /%1b[31mred%1b[0m?q=%0a%1b]0;title%07 HTTP/1.1\r\nHost: x\r\n",
            "GET /?q=\u001b[2J HTTP/1.1\r\nHost: x\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nUser-Agent: a\u001b[31m\u009b31m\u0085b\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nUser-Agent: a\r\n\tfolded\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nReferer: \",\"status\":\"200\u007f\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nUser-Agent: \u00e2\u0080\u00ae reversed\r\n");
    for (String attack : attacks) {
      send(attack + "Connection: close\r\n\r\n");
    }
    send("GET /last HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    List<String> lines = lines(attacks.size() + 1);
    assertThat(lines).anyMatch(line -> line.contains("/last"));
    List<String> agents = new ArrayList<>();
    for (String line : lines) {
      assertThat(line).matches("[ -~]+");
      JsonNode entry = new ObjectMapper().readTree(line);
      assertThat(entry.path("client").asText()).isEqualTo("127.0.0.0");
      assertThat(entry.path("status").isInt()).isTrue();
      agents.add(entry.path("agent").asText());
    }
    assertThat(lines).as("one a request").hasSizeLessThanOrEqualTo(attacks.size() + 1);
    assertThat(agents).anyMatch(agent -> agent.endsWith("reversed"));
  }

  @Test
  void a_client_is_known_by_its_network_alone() throws Exception {
    assertThat(AccessLog.truncateToNetwork(InetAddress.getByName("192.0.2.77")))
        .isEqualTo("192.0.2.0");
    assertThat(AccessLog.truncateToNetwork(InetAddress.getByName("2001:db8:1:2::3")))
        .isEqualTo("2001:db8:1:0:0:0:0:0");
  }

  @Test
  void a_folder_that_cannot_be_written_costs_the_line_and_not_the_answer() throws Exception {
    server.stop();
    server.setRequestLog(new AccessLog(folder.resolve("missing/access.log"), false));
    server.start();
    port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write(
              "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
          .startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void keys_and_tokens_in_addresses_are_not_written_down() throws Exception {
    send(
        "GET /admin?a=1&key=secret1&b=2 HTTP/1.1\r\nHost: x\r\nReferer:"
            + " http://x/y?token=secret2#z\r\nConnection: close\r\n\r\n");
    String line = lines(1).getFirst();
    assertThat(line).contains("/admin?a=1&key=-&b=2", "token=-#z").doesNotContain("secret");
  }
}
