package org.mingzhang.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.search.ShardUnreachableException;

class ClusterClientTest {
  private static final ClusterClient.Call CALL =
      ClusterClient.Call.json("PUT", "/index/_doc/1", "{}");

  @TempDir Path folder;
  private final List<HttpServer> servers = new ArrayList<>();
  private final List<String> seen = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    servers.forEach(server -> server.stop(0));
  }

  /** A node that responds with the given statuses in turn, and then always with the last one. */
  private URI node(HttpServer server, String scheme, int... statuses) throws IOException {
    int[] asked = {0};
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          seen.add(text(exchange));
          byte[] body = "said".getBytes(StandardCharsets.UTF_8);
          int status = statuses[Math.min(asked[0]++, statuses.length - 1)];
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    servers.add(server);
    return URI.create(scheme + "://localhost:" + server.getAddress().getPort());
  }

  private static String text(HttpExchange exchange) throws IOException {
    boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    try (InputStream raw = exchange.getRequestBody();
        InputStream in = packed ? new GZIPInputStream(raw) : raw) {
      return exchange.getRequestMethod()
          + " "
          + exchange.getRequestURI()
          + " "
          + exchange.getRequestHeaders().getFirst("Authorization")
          + " "
          + packed
          + " "
          + in.readAllBytes().length;
    }
  }

  private static ClusterSettings of(URI... nodes) {
    return ClusterSettings.of(List.of(nodes)).withRetryTimeout(Duration.ofSeconds(5));
  }

  @Test
  void a_node_that_is_away_is_passed_over() throws IOException {
    URI away = URI.create("http://localhost:1");
    try (ClusterClient client =
        new ClusterClient(of(away, node(HttpServer.create(), "http", 200)))) {
      for (int i = 0; i < 4; i++) {
        assertThat(client.send(CALL).isSuccess()).isTrue();
      }
    }
    assertThat(seen).hasSize(4);
  }

  @Test
  void a_cluster_that_cannot_now_is_asked_again() throws IOException {
    try (ClusterClient client =
        new ClusterClient(of(node(HttpServer.create(), "http", 503, 429, 201)))) {
      assertThat(client.send(CALL).status()).isEqualTo(201);
    }
    assertThat(seen).hasSize(3);
  }

  @Test
  void a_cluster_that_cannot_for_long_is_unreachable() throws IOException {
    ClusterSettings hasty =
        of(node(HttpServer.create(), "http", 503)).withRetryTimeout(Duration.ofMillis(200));
    try (ClusterClient client = new ClusterClient(hasty)) {
      assertThatThrownBy(() -> client.send(CALL))
          .isInstanceOf(ShardUnreachableException.class)
          .hasMessageContaining("503 said");
    }
  }

  /** A node that accepts connections and never responds. */
  private static ServerSocket silentNode() throws IOException {
    return new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
  }

  private static URI uri(ServerSocket node) {
    return URI.create("http://localhost:" + node.getLocalPort());
  }

  @Test
  void nodes_that_never_respond_do_not_add_up() throws IOException {
    try (ServerSocket a = silentNode();
        ServerSocket b = silentNode();
        ServerSocket c = silentNode();
        ServerSocket d = silentNode()) {
      ClusterSettings silent =
          of(uri(a), uri(b), uri(c), uri(d)).withRetryTimeout(Duration.ofMillis(100));
      try (ClusterClient client = new ClusterClient(silent, Duration.ofSeconds(2))) {
        long begin = System.nanoTime();
        assertThatThrownBy(() -> client.send(CALL)).isInstanceOf(ShardUnreachableException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
            .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
      }
    }
  }

  @Test
  void a_node_that_never_responds_is_passed_over() throws IOException {
    try (ServerSocket silent = silentNode();
        ClusterClient client =
            new ClusterClient(
                of(uri(silent), node(HttpServer.create(), "http", 200)), Duration.ofSeconds(1))) {
      assertThat(client.send(CALL).isSuccess()).isTrue();
    }
  }

  @Test
  void a_user_who_may_not_is_told_at_once() throws IOException {
    ClusterSettings settings =
        of(node(HttpServer.create(), "http", 401)).withCredentials("u", "p", null);
    try (ClusterClient client = new ClusterClient(settings)) {
      assertThatThrownBy(() -> client.send(CALL)).hasMessageContaining("rejects this user");
    }
    String login = Base64.getEncoder().encodeToString("u:p".getBytes(StandardCharsets.UTF_8));
    assertThat(seen).containsExactly("PUT /index/_doc/1 Basic " + login + " false 2");
  }

  @Test
  void long_bodies_are_packed() throws IOException {
    try (ClusterClient client = new ClusterClient(of(node(HttpServer.create(), "http", 200)))) {
      assertThat(client.send(ClusterClient.Call.json("PUT", "/x", "a".repeat(9000))).isSuccess())
          .isTrue();
    }
    assertThat(seen).containsExactly("PUT /x null true 9000");
  }

  @Test
  void an_encrypted_node_is_trusted_by_its_authority_alone() throws Exception {
    Path store = folder.resolve("node.p12");
    Path pem = folder.resolve("ca.pem");
    keytool(
        "-genkeypair",
        "-alias",
        "node",
        "-keyalg",
        "EC",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost",
        "-validity",
        "30",
        "-storetype",
        "PKCS12");
    keytool("-exportcert", "-rfc", "-alias", "node", "-file", pem.toString());
    HttpsServer server = HttpsServer.create();
    server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
    URI node = node(server, "https", 200);
    try (ClusterClient client = new ClusterClient(of(node).withCredentials(null, null, pem))) {
      assertThat(client.send(CALL).isSuccess()).isTrue();
    }
    ClusterSettings stranger = of(node).withRetryTimeout(Duration.ofMillis(100));
    try (ClusterClient client = new ClusterClient(stranger)) {
      assertThatThrownBy(() -> client.send(CALL)).isInstanceOf(ShardUnreachableException.class);
    }
    Path none = Files.writeString(folder.resolve("none.pem"), "nothing");
    assertThatThrownBy(() -> new ClusterClient(of(node).withCredentials(null, null, none)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none.pem");
  }

  private void keytool(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(
        List.of("-keystore", folder.resolve("node.p12").toString(), "-storepass", "secret"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private static SSLContext context(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, "secret".toCharArray());
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, "secret".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }
}
