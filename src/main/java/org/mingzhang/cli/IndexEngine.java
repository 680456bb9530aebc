package org.mingzhang.cli;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.Consumer;
import org.mingzhang.cluster.ClusterSettings;
import org.mingzhang.cluster.OpenSearchIndex;
import org.mingzhang.cluster.OpenSearchShards;
import org.mingzhang.indexing.IndexCorruptionDetector;
import org.mingzhang.indexing.IndexStore;
import org.mingzhang.indexing.MaintainableIndex;
import org.mingzhang.search.DamagedIndexException;
import org.mingzhang.search.Shards;
import org.mingzhang.shard.LocalShards;

/** An open index, in the data folder or in a cluster. */
sealed interface IndexEngine extends Closeable {
  /** The index for writing; closed by {@link #close}. */
  MaintainableIndex index();

  /**
   * Opens the shards for searching; the caller closes them. A damaged index in the data folder is
   * moved aside and replaced by an empty one.
   *
   * @param damageListener receives exceptions about an index that turns out to be damaged when it
   *     is opened again later
   */
  Shards openShards(Consumer<DamagedIndexException> damageListener) throws IOException;

  /** Whether another process maintains the index. */
  default boolean searchOnly() {
    return false;
  }

  @Override
  default void close() throws IOException {
    index().close();
  }

  /** Opens the index in a data folder, which is created if it does not exist. */
  static IndexEngine openLocal(DataFolder data) throws IOException {
    return new Local(IndexStore.open(data.searchIndex()));
  }

  /** Opens the index of a cluster, as {@link OpenSearchIndex#open} does. */
  static IndexEngine openCluster(ClusterSettings settings) throws IOException {
    return new Cluster(OpenSearchIndex.open(settings), settings);
  }

  /** The index of a data folder. */
  record Local(IndexStore index) implements IndexEngine {
    @Override
    public Shards openShards(Consumer<DamagedIndexException> damageListener) throws IOException {
      LocalShards shards = open();
      index.addReopenListener(
          readers -> {
            try {
              shards.switchTo(readers);
            } catch (DamagedIndexException damaged) {
              damageListener.accept(damaged);
              throw damaged;
            }
          });
      return shards;
    }

    private LocalShards open() throws IOException {
      try {
        return LocalShards.ofSearchers(index.readers());
      } catch (IOException | RuntimeException | Error e) {
        if (!IndexCorruptionDetector.isLikelyCorruption(e)) {
          throw e;
        }
        index.replaceDamaged();
        return LocalShards.ofSearchers(index.readers());
      }
    }
  }

  /** An index in a cluster. */
  record Cluster(OpenSearchIndex index, ClusterSettings settings) implements IndexEngine {
    @Override
    public Shards openShards(Consumer<DamagedIndexException> damageListener) throws IOException {
      return OpenSearchShards.open(settings);
    }

    @Override
    public boolean searchOnly() {
      return settings.searchOnly();
    }
  }
}
