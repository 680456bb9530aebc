package org.mingzhang.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.search.ExpiredStateException;
import org.mingzhang.search.ShardPort;
import org.mingzhang.search.ShardUnreachableException;
import org.mingzhang.search.Shards;
import org.mingzhang.wire.ShardProtocol;
import org.mingzhang.wire.ShardState;
import org.mingzhang.wire.ShardStates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shards of an index in an OpenSearch cluster.
 *
 * <p>{@link #acquire} fetches the current state of the primary copy of each shard, so that every
 * earlier refresh is visible. All calls of one search name that state and go to that copy. Nodes
 * keep a state for some time after its last use, so it need not be released. A call on a state that
 * no longer exists throws {@link ExpiredStateException}. Thread-safe.
 */
public final class OpenSearchShards implements Shards {
  /**
   * Time for which {@link #generation} returns the generation of the last acquired state without
   * asking the cluster.
   */
  private static final long GENERATION_CACHE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  /** Interval of calls that keep a state alive; nodes drop it after 30 seconds without use. */
  private static final int KEEP_ALIVE_SECONDS = 8;

  private static final Logger LOG = LoggerFactory.getLogger(OpenSearchShards.class);

  private final ClusterClient client;
  private final String index;
  private final FacetValuesCache facetValuesCache = new FacetValuesCache();
  private final LongAdder receivedBytes = new LongAdder();
  private final ExecutorService executor =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("shard-", 0).factory());

  /** The state fetched last; guarded by {@code this}. */
  private @Nullable AcquiredShards lastAcquired;

  private OpenSearchShards(ClusterClient client, String index) {
    this.client = client;
    this.index = index;
  }

  /**
   * Opens the shards of an index.
   *
   * @throws IOException if the certificates cannot be read
   */
  public static OpenSearchShards open(ClusterSettings settings) throws IOException {
    return new OpenSearchShards(new ClusterClient(settings), settings.index());
  }

  /** The states of all shards, and their generation. */
  private final class AcquiredShards implements ShardsSnapshot {
    private final ShardStates states;
    private final long generation;
    private final long acquiredAtNanos = System.nanoTime();
    private final List<ShardPort> ports = new ArrayList<>();

    private AcquiredShards(ShardStates states, long generation) {
      this.states = states;
      this.generation = generation;
      for (int i = 0; i < states.shards().size(); i++) {
        ports.add(createPort(states.index(), i, states.shards().get(i)));
      }
    }

    @Override
    public List<ShardPort> shards() {
      return List.copyOf(ports);
    }

    @Override
    public long generation() {
      return generation;
    }

    @Override
    public <T> List<T> callAll(ShardCall<T> call) {
      List<Future<T>> requested = new ArrayList<>();
      for (int i = 0; i < ports.size(); i++) {
        int number = i;
        requested.add(executor.submit(() -> call.call(number, ports.get(number))));
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> future : requested) {
        answers.add(join(future));
      }
      return answers;
    }

    /** Calls each shard at intervals, so that it does not drop its state. */
    @Override
    public KeepAlive keepAlive() {
      CountDownLatch ended = new CountDownLatch(1);
      var unused =
          executor.submit(
              () -> {
                while (!ended.await(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)) {
                  try {
                    callAll((number, shard) -> shard.findPassages(List.of(), 1));
                  } catch (ShardUnreachableException | ExpiredStateException e) {
                    LOG.debug("a state could not be kept alive; its next use will fail", e);
                  }
                }
                return ended;
              });
      return ended::countDown;
    }

    @Override
    public void close() {}
  }

  private static <T> T join(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ShardUnreachableException("interrupted while waiting for shards", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        // a malformed response does not mean that the local index is corrupt
        case IOException unreadable ->
            throw new ShardUnreachableException("a shard's answer cannot be read", unreadable);
        case RuntimeException fault -> throw fault;
        case Error fault -> throw fault;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  private ShardPort createPort(String indexName, int shardNumber, ShardState state) {
    String path = "/_mingzhang/" + indexName + "/" + shardNumber + "/" + state.id() + "/";
    return ShardProtocol.createStub(
        state,
        (method, arguments, bytes) ->
            arguments.size() == 1 && arguments.getFirst() instanceof FacetDimension dimension
                ? facetValuesCache.get(
                    indexName, shardNumber, state, dimension, () -> post(path + method, bytes))
                : post(path + method, bytes));
  }

  private byte[] post(String path, byte[] arguments) {
    ClusterClient.Call call =
        new ClusterClient.Call("POST", path, "application/cbor", arguments, ShardProtocol.VERSION);
    ClusterClient.Response response = client.send(call);
    if (response.status() == 410) {
      throw new ExpiredStateException(response.textExcerpt());
    }
    if (!response.isSuccess()) {
      throw createFailure(response);
    }
    receivedBytes.add(response.body().length);
    return response.body();
  }

  @Override
  public ShardsSnapshot acquire() {
    ClusterClient.Call call =
        new ClusterClient.Call(
            "POST", "/_mingzhang/" + index + "/_hold", "", new byte[0], ShardProtocol.VERSION);
    ClusterClient.Response response = client.send(call);
    if (!response.isSuccess()) {
      throw createFailure(response);
    }
    try {
      return createSnapshot(ShardProtocol.decodeStates(response.body()));
    } catch (IOException e) {
      throw new ShardUnreachableException("the cluster's answer cannot be read", e);
    }
  }

  /** Total size of the responses of shards so far, in bytes. */
  public long bytesReceived() {
    return receivedBytes.sum();
  }

  private synchronized ShardsSnapshot createSnapshot(ShardStates states) {
    AcquiredShards before = lastAcquired;
    long generation =
        before == null
            ? System.currentTimeMillis()
            : before.generation + (before.states.equals(states) ? 0 : 1);
    AcquiredShards now = new AcquiredShards(states, generation);
    lastAcquired = now;
    return now;
  }

  private ShardUnreachableException createFailure(ClusterClient.Response response) {
    String reason =
        switch (response.status()) {
          case 404 -> "the cluster has no index " + index;
          case 409 -> "the plugin of the cluster has another version than this program";
          default ->
              response.textExcerpt().contains("no handler found")
                  ? "the cluster's nodes do not have the plugin mingzhang"
                  : "a shard cannot be searched";
        };
    return new ShardUnreachableException(reason + ": " + response.textExcerpt());
  }

  @Override
  public long generation() {
    AcquiredShards known;
    synchronized (this) {
      known = lastAcquired;
    }
    if (known != null && System.nanoTime() - known.acquiredAtNanos < GENERATION_CACHE_NANOS) {
      return known.generation;
    }
    try (ShardsSnapshot held = acquire()) {
      return held.generation();
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
    client.close();
  }
}
