package org.mingzhang.shard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.search.SearcherManager;
import org.mingzhang.query.WordQueryFactory;
import org.mingzhang.schema.NearRealTimeReaders;
import org.mingzhang.search.DamagedIndexException;
import org.mingzhang.search.ShardPort;
import org.mingzhang.search.Shards;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shards of an index in this process, usually one.
 *
 * <p>Created from searcher managers, it follows their refreshes, which the caller triggers, and
 * does not close them; created from a directory, it reads the index as it was when opened. Facet
 * ordinals are loaded at refresh, not by the first search. Thread safe.
 */
public final class LocalShards implements Shards {
  private static final Logger LOG = LoggerFactory.getLogger(LocalShards.class);

  private final List<SnapshotRefresher> refreshers = new ArrayList<>();
  private final WordQueryFactory wordQueries = WordQueryFactory.standard();
  private final IndexIntegrityChecker integrityChecker = new IndexIntegrityChecker();
  private volatile Snapshots currentSnapshots;

  private LocalShards(List<SnapshotRefresher> refreshers) {
    this.refreshers.addAll(refreshers);
    this.currentSnapshots = createSnapshots();
    refreshers.forEach(shard -> shard.setChangeListener(this::updateSnapshots));
    updateSnapshots();
  }

  /**
   * Creates an instance for an index of one shard, which follows the refreshes of its readers. The
   * caller closes the readers.
   */
  public static LocalShards ofSearchers(NearRealTimeReaders readers) throws IOException {
    return ofSearchers(List.of(readers.searchers()));
  }

  /**
   * Creates an instance that follows the refreshes of the searchers of all shards. The caller
   * closes the searchers.
   */
  static LocalShards ofSearchers(List<SearcherManager> searchers) throws IOException {
    List<SnapshotRefresher> shards = new ArrayList<>();
    for (SearcherManager each : searchers) {
      shards.add(new SnapshotRefresher(each));
    }
    return new LocalShards(shards);
  }

  /**
   * Opens an index of one shard read-only.
   *
   * @throws IOException if the directory has no readable index or does not exist; it is not created
   */
  public static LocalShards open(Path index) throws IOException {
    if (!Files.isDirectory(index)) {
      throw new IOException("there is no index in " + index);
    }
    try {
      return new LocalShards(List.of(SnapshotRefresher.open(index)));
    } catch (IndexNotFoundException e) {
      throw new IOException("there is no index in " + index, e);
    }
  }

  /**
   * The snapshots of all shards that are searched together. A new object is created whenever one of
   * them changes; the sum of versions distinguishes them.
   *
   * @param snapshots one snapshot per shard
   * @param ports the searchable shards
   * @param generation the sum of the snapshots' versions
   */
  private record Snapshots(List<ShardSnapshot> snapshots, List<ShardPort> ports, long generation) {
    /** Acquires all snapshots, or none if one has already been released. */
    boolean tryAcquire() {
      for (int i = 0; i < snapshots.size(); i++) {
        if (!snapshots.get(i).tryAcquire()) {
          release(snapshots.subList(0, i));
          return false;
        }
      }
      return true;
    }
  }

  private Snapshots createSnapshots() {
    List<ShardSnapshot> snapshots = refreshers.stream().map(SnapshotRefresher::current).toList();
    List<ShardPort> ports =
        snapshots.stream()
            .map(snapshot -> (ShardPort) new LocalShard(snapshot, wordQueries, integrityChecker))
            .toList();
    return new Snapshots(
        snapshots, ports, snapshots.stream().mapToLong(ShardSnapshot::version).sum());
  }

  private synchronized void updateSnapshots() {
    currentSnapshots = createSnapshots();
  }

  @Override
  public ShardsSnapshot acquire() {
    while (true) {
      Snapshots snapshots = currentSnapshots;
      if (snapshots.tryAcquire()) {
        return new AcquiredSnapshots(snapshots);
      }
      if (refreshers.stream().anyMatch(SnapshotRefresher::isClosed)) {
        throw new IllegalStateException("the search is closed");
      }
      Thread.onSpinWait();
    }
  }

  /** Snapshots that are held for one search; closing releases them. */
  private record AcquiredSnapshots(Snapshots state) implements ShardsSnapshot {
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

  private static void release(List<ShardSnapshot> snapshots) {
    for (ShardSnapshot snapshot : snapshots) {
      try {
        snapshot.release();
      } catch (IOException e) {
        LOG.debug("a state of the index could not be closed", e);
      }
    }
  }

  @Override
  public long generation() {
    return currentSnapshots.generation();
  }

  /**
   * Switches the first shard to another index, for example a rebuilt one, and loads its facet
   * ordinals. Searches that have begun continue on the old index, whose readers the caller closes.
   *
   * @throws DamagedIndexException if that index cannot be read
   */
  public void switchTo(NearRealTimeReaders readers) {
    try {
      refreshers.getFirst().switchTo(readers.searchers());
    } catch (IOException e) {
      throw new DamagedIndexException(e);
    }
  }

  @Override
  public void close() throws IOException {
    for (SnapshotRefresher shard : refreshers) {
      shard.close();
    }
  }
}
