package org.mingzhang.shard;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.SearcherManager;
import org.mingzhang.query.WordQueries;
import org.mingzhang.schema.LiveReaders;
import org.mingzhang.search.DamagedIndexException;
import org.mingzhang.search.ShardPort;
import org.mingzhang.search.Shards;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shards of an index in this process, one as a rule.
 *
 * <p>Made from searchers it follows their refreshes, which somebody else starts; made from a folder
 * it reads the index as it was when opened. Facet tables are made when a shard is refreshed, not
 * when somebody searches. Safe on many threads.
 */
public final class LocalShards implements Shards {
  private static final Logger LOG = LoggerFactory.getLogger(LocalShards.class);

  private final List<Snapshots> shards = new ArrayList<>();
  private final WordQueries words = WordQueries.standard();
  private final IndexIntegrity integrity = new IndexIntegrity();
  private volatile State current;

  private LocalShards(List<Snapshots> shards) {
    this.shards.addAll(shards);
    this.current = state();
    shards.forEach(shard -> shard.onChange(this::changed));
    changed();
  }

  /** Follows the readers of an index of one shard, which stay the caller's. */
  public static LocalShards over(LiveReaders readers) throws IOException {
    return over(List.of(readers.searchers()));
  }

  /** Follows the searchers of all shards, which stay the caller's. */
  static LocalShards over(List<SearcherManager> searchers) throws IOException {
    List<Snapshots> shards = new ArrayList<>();
    for (SearcherManager each : searchers) {
      shards.add(new Snapshots(each));
    }
    return new LocalShards(shards);
  }

  /**
   * An index of one shard that this process does not write.
   *
   * @throws IOException where there is no readable index in the folder
   */
  public static LocalShards open(Path index) throws IOException {
    return new LocalShards(List.of(Snapshots.open(index)));
  }

  /**
   * The snapshots of all shards that are searched together. A new state is made whenever one of
   * them changes, so that no two have the same sum of versions.
   *
   * @param snapshots one of each shard
   * @param ports what searches them
   * @param generation the sum of their versions
   */
  private record State(List<Snapshot> snapshots, List<ShardPort> ports, long generation) {
    /** Holds all of them; none where one is gone already. */
    boolean tryHold() {
      for (int i = 0; i < snapshots.size(); i++) {
        if (!snapshots.get(i).tryHold()) {
          release(snapshots.subList(0, i));
          return false;
        }
      }
      return true;
    }
  }

  private State state() {
    List<Snapshot> snapshots = shards.stream().map(Snapshots::present).toList();
    List<ShardPort> ports =
        snapshots.stream()
            .map(snapshot -> (ShardPort) new LocalShard(snapshot, words, integrity))
            .toList();
    return new State(snapshots, ports, snapshots.stream().mapToLong(Snapshot::version).sum());
  }

  private synchronized void changed() {
    current = state();
  }

  @Override
  public AcquiredState acquire() {
    while (true) {
      State state = current;
      if (state.tryHold()) {
        return new HeldState(state);
      }
      if (shards.stream().anyMatch(Snapshots::closed)) {
        throw new IllegalStateException("the search is closed");
      }
      Thread.onSpinWait();
    }
  }

  /** A held state, released once. */
  private record HeldState(State state) implements AcquiredState {
    @Override
    public List<ShardPort> shards() {
      return state.ports();
    }

    @Override
    public long generation() {
      return state.generation();
    }

    @Override
    public void close() {
      release(state.snapshots());
    }
  }

  private static void release(List<Snapshot> snapshots) {
    for (Snapshot snapshot : snapshots) {
      try {
        snapshot.release();
      } catch (IOException e) {
        LOG.debug("a state of the index could not be closed", e);
      }
    }
  }

  @Override
  public long generation() {
    return current.generation();
  }

  /**
   * Goes over to another index of one shard, as when a damaged one is made again.
   *
   * @throws DamagedIndexException where that one cannot be read
   */
  public void follow(LiveReaders readers) {
    try {
      shards.getFirst().follow(readers.searchers());
    } catch (IOException e) {
      throw new DamagedIndexException(e);
    }
  }

  @Override
  public void close() throws IOException {
    for (Snapshots shard : shards) {
      shard.close();
    }
  }
}
