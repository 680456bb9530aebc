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
 * HTTP client of a cluster. Sends requests to its nodes in turn, and to the next node if one does
 * not respond. Requests must be idempotent, because they may be sent twice. Thread-safe.
 */
final class ClusterClient implements AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

  /**
   * Timeout of one request, sufficient for the refresh of a large shard or a batch of an export.
   */
  private static final Duration REQUEST_TIMEOUT = Duration.ofMinutes(2);

  private static final Duration FIRST_RETRY_DELAY = Duration.ofMillis(50);
  private static final Duration MAX_RETRY_DELAY = Duration.ofMillis(800);

  /** Minimum size in bytes of bodies that are compressed. */
  private static final int COMPRESSION_THRESHOLD = 4096;

  /** Transient errors: no cluster manager, a shard without node, or a full queue. */
  private static final Set<Integer> RETRYABLE_STATUS_CODES = Set.of(429, 502, 503, 504);

  private final List<URI> nodes;
  private final HttpClient http;
  private final @Nullable String authorization;
  private final Duration requestTimeout;
  private final Duration retryTimeout;
  private final AtomicInteger nextNode = new AtomicInteger();

  /**
   * Creates a client of a cluster.
   *
   * @throws IOException if the certificates cannot be read
   */
  ClusterClient(ClusterSettings settings) throws IOException {
    this(settings, REQUEST_TIMEOUT);
  }

  /** As {@link #ClusterClient(ClusterSettings)}, with another timeout of one request. */
  ClusterClient(ClusterSettings settings, Duration requestTimeout) throws IOException {
    this.requestTimeout = requestTimeout;
    nodes = settings.nodes();
    retryTimeout = settings.retryTimeout();
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT_TIMEOUT)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER);
    if (settings.certificateFile() != null) {
      builder.sslContext(TlsContextFactory.createContext(settings.certificateFile()));
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
   * The response of a node to a request.
   *
   * @param status HTTP status
   * @param body body of the response
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Response(int status, byte[] body) {
    /** The body as text, cut off after 600 characters. */
    String textExcerpt() {
      String text = new String(body, StandardCharsets.UTF_8);
      return text.length() > 600 ? text.substring(0, 600) + "…" : text;
    }

    boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    /**
     * Checks that the request succeeded.
     *
     * @param failureMessage beginning of the message of the exception
     * @throws IOException if the status is not 2xx
     */
    void requireSuccess(String failureMessage) throws IOException {
      if (!isSuccess()) {
        throw new IOException(failureMessage + ": " + status + " " + textExcerpt());
      }
    }
  }

  /**
   * A request.
   *
   * @param method HTTP method
   * @param path absolute path
   * @param type media type of the body; empty without a body
   * @param body the body; empty for none
   * @param protocol version of the plugin's protocol, or null
   */
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
   * Sends a request, waits for the response and returns it, even if it reports an error. On
   * connection failures and transient errors, the nodes are tried in turn, again and again with
   * pauses, until the retry timeout is over, which is checked only after a turn over all nodes. The
   * whole call takes at most the timeout of one request and the retry timeout together, so that
   * nodes that accept connections and never respond do not add up.
   *
   * @throws ShardUnreachableException if no node responds in time, if the user is not authorized,
   *     or if the thread is interrupted
   */
  Response send(Call call) {
    long begin = System.nanoTime();
    long deadlineNanos = begin + requestTimeout.plus(retryTimeout).toNanos();
    Duration pause = FIRST_RETRY_DELAY;
    while (true) {
      String refused = null;
      for (int tried = 0; tried < nodes.size() && hasTimeLeft(deadlineNanos); tried++) {
        URI node = nodes.get(Math.floorMod(nextNode.getAndIncrement(), nodes.size()));
        try {
          Response response = send(node, call, timeLeft(deadlineNanos));
          if (response.status() == 401 || response.status() == 403) {
            throw new ShardUnreachableException(
                "the cluster rejects this user: " + node + " " + response.textExcerpt());
          }
          if (!RETRYABLE_STATUS_CODES.contains(response.status())) {
            return response;
          }
          refused = node + ": " + response.status() + " " + response.textExcerpt();
        } catch (IOException e) {
          refused = node + ": " + (e.getMessage() == null ? e.toString() : e.getMessage());
        }
      }
      if (System.nanoTime() - begin > retryTimeout.toNanos()) {
        throw new ShardUnreachableException("the cluster does not answer: " + refused);
      }
      sleep(pause);
      pause =
          pause.multipliedBy(2).compareTo(MAX_RETRY_DELAY) < 0
              ? pause.multipliedBy(2)
              : MAX_RETRY_DELAY;
    }
  }

  private static boolean hasTimeLeft(long deadlineNanos) {
    return deadlineNanos - System.nanoTime() > 0;
  }

  /** The timeout of a request that begins now; positive. */
  private Duration timeLeft(long deadlineNanos) {
    Duration left = Duration.ofNanos(Math.max(1, deadlineNanos - System.nanoTime()));
    return left.compareTo(requestTimeout) < 0 ? left : requestTimeout;
  }

  /**
   * Sends a request that changes the index, and waits for the response, whatever its status.
   *
   * @throws IOException where {@link #send(Call)} throws a {@link ShardUnreachableException}
   */
  Response sendUpdate(Call call) throws IOException {
    try {
      return send(call);
    } catch (ShardUnreachableException unreachable) {
      throw new IOException(unreachable.getMessage(), unreachable);
    }
  }

  /**
   * Sends a request that changes the index.
   *
   * @param failureMessage beginning of the message of the exception
   * @throws IOException if no node responds, or if the request fails
   */
  void sendRequiredUpdate(Call call, String failureMessage) throws IOException {
    sendUpdate(call).requireSuccess(failureMessage);
  }

  private Response send(URI node, Call call, Duration timeout) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(node.resolve(call.path())).timeout(timeout);
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    if (call.protocol() != null) {
      request.header("Mingzhang-Protocol", call.protocol());
    }
    byte[] body = call.body();
    if (!call.type().isEmpty()) {
      request.header("Content-Type", call.type());
      if (body.length >= COMPRESSION_THRESHOLD) {
        request.header("Content-Encoding", "gzip");
        body = compress(body);
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
      return new Response(response.statusCode(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ShardUnreachableException("interrupted while waiting for " + node, e);
    }
  }

  private static byte[] compress(byte[] body) throws IOException {
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
      throw new ShardUnreachableException("interrupted while waiting for the cluster", e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
