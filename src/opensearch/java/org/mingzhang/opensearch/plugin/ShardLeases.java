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
import org.mingzhang.shard.ReaderShards;
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
 * The states of this node's shards that answers are being made of. A state stays for some time
 * after it was last asked, then its reader is let go; nobody has to say that he has done. States of
 * a shard that is closed go at once, since its files could not be locked again. Safe on many
 * threads.
 */
public final class ShardLeases implements IndexEventListener, Closeable {
  /** How long a state stays that nobody asks. */
  static final long STAYS_NANOS = TimeUnit.SECONDS.toNanos(30);

  private static final TimeValue LOOK = TimeValue.timeValueSeconds(2);

  /** What results of parts of queries are kept in, of this node's memory. */
  private static final long CACHED_SHARE = 16;

  private final ReaderShards readers =
      new ReaderShards(Runtime.getRuntime().maxMemory() / CACHED_SHARE);
  private final Map<ShardId, States> shards = new ConcurrentHashMap<>();

  /** Lets go what nobody asks, from now on. */
  void expireWith(ThreadPool threads) {
    var unused = threads.scheduleWithFixedDelay(this::expire, LOOK, ThreadPool.Names.GENERIC);
  }

  private void expire() {
    long now = System.nanoTime();
    shards.values().forEach(states -> states.expire(now));
  }

  /** The present state of a shard. */
  ShardState present(IndexShard shard) throws IOException {
    return shards.computeIfAbsent(shard.shardId(), id -> new States()).present(shard);
  }

  /**
   * A state, to be asked until it is closed.
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

  /** The states of one shard, while it is open. */
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

    private synchronized void expire(long now) {
      leases.removeIf(lease -> now - lease.asked() > STAYS_NANOS && lease.letGo());
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
