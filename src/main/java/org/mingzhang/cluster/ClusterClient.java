package org.mingzhang.cluster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.search.ShardUnreachableException;

/**
 * Sends requests to the nodes of a cluster, by turns, and to the next one where one does not
 * answer. Requests must be such that they may be sent twice. Safe on many threads.
 */
final class ClusterClient implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(3);

  /** Longest time of one request: a refresh of a large shard, or a portion of an export. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LAST_PAUSE = Duration.ofMillis(800);

  /** Bodies from here on are packed. */
  private static final int WORTH_PACKING = 4096;

  /** The cluster has no master yet, a shard no node, or a queue no room: worth trying again. */
  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

  private final List<URI> nodes;
  private final HttpClient http;
  private final @Nullable String authorization;
  private final Duration patience;
  private final AtomicInteger turn = new AtomicInteger();

  /**
   * A client of a cluster.
   *
   * @throws IOException if the certificates cannot be read
   */
  ClusterClient(ClusterSettings settings) throws IOException {
    nodes = settings.nodes();
    patience = settings.patience();
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER);
    if (settings.authority() != null) {
      builder.sslContext(TrustedAuthority.context(settings.authority()));
    }
    http = builder.build();
    authorization =
        settings.user() == null
            ? null
            : "Basic "
                + Base64.getEncoder()
                    .encodeToString(
                        (settings.user() + ":" + settings.password())
                            .getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What a node answered.
   *
   * @param status of HTTP
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Answer(int status, byte[] body) {
    String text() {
      String text = new String(body, StandardCharsets.UTF_8);
      return text.length() > 600 ? text.substring(0, 600) + "…" : text;
    }

    boolean good() {
      return status >= 200 && status < 300;
    }

    /**
     * Makes sure that it is good.
     *
     * @param what could not be done otherwise
     */
    void require(String what) throws IOException {
      if (!good()) {
        throw new IOException(what + ": " + status + " " + text());
      }
    }
  }

  /** A request as it is sent to any node. */
  @SuppressWarnings("ArrayRecordComponent")
  record Call(String method, String path, String type, byte[] body, @Nullable String protocol) {
    static Call of(String method, String path) {
      return new Call(method, path, "", new byte[0], null);
    }

    static Call json(String method, String path, String body) {
      return json(method, path, body.getBytes(StandardCharsets.UTF_8));
    }

    static Call json(String method, String path, byte[] body) {
      return new Call(method, path, "application/json", body, null);
    }
  }

  /**
   * Sends a request until a node answers it with more than that it cannot now.
   *
   * @throws ShardUnreachableException where none does within the time the cluster is waited for, or
   *     the user may not
   */
  Answer send(Call call) {
    long begin = System.nanoTime();
    Duration pause = FIRST_PAUSE;
    while (true) {
      String refused = null;
      for (int tried = 0; tried < nodes.size(); tried++) {
        URI node = nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size()));
        try {
          Answer answer = send(node, call);
          if (answer.status() == 401 || answer.status() == 403) {
            throw new ShardUnreachableException(
                "the cluster does not let this user in: " + node + " " + answer.text());
          }
          if (!PASSING.contains(answer.status())) {
            return answer;
          }
          refused = node + ": " + answer.status() + " " + answer.text();
        } catch (IOException e) {
          refused = node + ": " + (e.getMessage() == null ? e.toString() : e.getMessage());
        }
      }
      if (System.nanoTime() - begin > patience.toNanos()) {
        throw new ShardUnreachableException("the cluster does not answer: " + refused);
      }
      sleep(pause);
      pause = pause.multipliedBy(2).compareTo(LAST_PAUSE) < 0 ? pause.multipliedBy(2) : LAST_PAUSE;
    }
  }

  /**
   * As {@link #ask} for searches, for callers that change the index: no answer is no damage of it.
   */
  Answer ask(Call call) throws IOException {
    try {
      return send(call);
    } catch (ShardUnreachableException unreachable) {
      throw new IOException(unreachable.getMessage(), unreachable);
    }
  }

  /**
   * As {@link #ask} for callers that change the index: any answer but success is a fault.
   *
   * @param what could not be done otherwise
   */
  void require(Call call, String what) throws IOException {
    ask(call).require(what);
  }

  private Answer send(URI node, Call call) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(node.resolve(call.path())).timeout(LONGEST);
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    if (call.protocol() != null) {
      request.header("Mingzhang-Protocol", call.protocol());
    }
    byte[] body = call.body();
    if (!call.type().isEmpty()) {
      request.header("Content-Type", call.type());
      if (body.length >= WORTH_PACKING) {
        request.header("Content-Encoding", "gzip");
        body = packed(body);
      }
    }
    request.method(
        call.method(),
        body.length == 0
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(body));
    try {
      HttpResponse<byte[]> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ShardUnreachableException("interrupted while " + node + " was asked", e);
    }
  }

  private static byte[] packed(byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4);
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(body);
    }
    return bytes.toByteArray();
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ShardUnreachableException("interrupted while the cluster was waited for", e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
