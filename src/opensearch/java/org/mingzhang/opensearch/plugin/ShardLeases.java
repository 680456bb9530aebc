package org.mingzhang.opensearch.plugin;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mingzhang.search.ShardPort;
import org.mingzhang.shard.ReaderShardFactory;
import org.mingzhang.wire.ShardState;
import org.opensearch.OpenSearchStatusException;
import org.opensearch.common.settings.Settings;
import org.opensearch.common.unit.TimeValue;
import org.opensearch.core.index.shard.ShardId;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.index.shard.IndexEventListener;
import org.opensearch.index.shard.IndexShard;
import org.opensearch.threadpool.ThreadPool;

/**
 * Leases on states of this node's shards. A state is released some time after its last use, so
 * clients need not release it. States of a closed shard are released at once, because its files
 * could not be locked again otherwise. Thread safe.
 */
public final class ShardLeases implements IndexEventListener, Closeable {
  /** Time without use after which a state is released. */
  static final long STAYS_NANOS = TimeUnit.SECONDS.toNanos(30);

  private static final TimeValue LOOK = TimeValue.timeValueSeconds(2);

  /** Cache of results of query clauses. */
  private static final long CACHED_SHARE = 16;

  private final ReaderShardFactory readers =
      new ReaderShardFactory(Runtime.getRuntime().maxMemory() / CACHED_SHARE);
  private final Map<ShardId, States> shards = new ConcurrentHashMap<>();

  /** Starts the periodic release of unused states. */
  void expireWith(ThreadPool threads) {
    var unused = threads.scheduleWithFixedDelay(this::expire, LOOK, ThreadPool.Names.GENERIC);
  }

  private void expire() {
    long nowNanos = System.nanoTime();
    shards.values().forEach(states -> states.expire(nowNanos));
  }

  /** The current state of a shard. */
  ShardState present(IndexShard shard) throws IOException {
    return shards.computeIfAbsent(shard.shardId(), id -> new States()).present(shard);
  }

  /**
   * Acquires a state, to be used until it is closed.
   *
   * @throws OpenSearchStatusException (gone) where it is no more
   */
  Use use(ShardId shard, String state) {
    States states = shards.get(shard);
    LeasedState lease = states == null ? null : states.use(state);
    if (lease == null) {
      throw new OpenSearchStatusException("state " + state + " is no more", RestStatus.GONE);
    }
    return new Use(lease);
  }

  /** One use of a state. */
  record Use(LeasedState lease) implements AutoCloseable {
    ShardPort port() {
      return lease.port();
    }

    @Override
    public void close() {
      lease.done();
    }
  }

  /** The states of one open shard. */
  private final class States {
    private final String prefix = UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    private final List<LeasedState> leases = new ArrayList<>();
    private long made;
    private boolean closed;

    private synchronized ShardState present(IndexShard shard) throws IOException {
      if (closed) {
        throw new OpenSearchStatusException(
            shard.shardId() + " is being closed", RestStatus.SERVICE_UNAVAILABLE);
      }
      LeasedState last = leases.isEmpty() ? null : leases.getLast();
      LeasedState present = LeasedState.of(shard, last, readers, () -> prefix + "." + made++);
      if (present != last) {
        leases.add(present);
      }
      present.touch();
      return present.state();
    }

    private synchronized @Nullable LeasedState use(String id) {
      for (LeasedState lease : leases) {
        if (lease.state().id().equals(id)) {
          lease.begin();
          return lease;
        }
      }
      return null;
    }

    private synchronized void expire(long nowNanos) {
      leases.removeIf(lease -> nowNanos - lease.asked() > STAYS_NANOS && lease.letGo());
    }

    private synchronized void close() {
      closed = true;
      leases.forEach(LeasedState::close);
      leases.clear();
    }
  }

  @Override
  public void beforeIndexShardClosed(
      ShardId shardId, @Nullable IndexShard indexShard, Settings indexSettings) {
    States states = shards.remove(shardId);
    if (states != null) {
      states.close();
    }
  }

  @Override
  public void close() {
    shards.values().forEach(States::close);
    shards.clear();
  }
}
