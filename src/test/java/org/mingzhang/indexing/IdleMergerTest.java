package org.mingzhang.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.archive.DocumentVersion;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.PublicationInfo;
import org.mingzhang.model.SourceDocument;

class IdleMergerTest {
  private static final int MANY = 1 + IdleMerger.TOLERATED_SEGMENTS + 1;

  @TempDir Path folder;

  /** Commits each document separately, so that each becomes a segment. */
  private static void fill(IndexStore index, int documents) throws IOException {
    for (int i = 0; i < documents; i++) {
      index.replace(
          new ArchivedDisclosure(
              "a" + i,
              new DocumentVersion("a" + i, 1, "0".repeat(64), Instant.EPOCH, "a.txt", null),
              new Disclosure(
                  new SourceDocument("a.txt", "0".repeat(64), "text/plain", 1, 1, null),
                  new DocumentMetadata("样本" + i, false, null, null, null, null, null, List.of()),
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of()),
              List.of()),
          PublicationInfo.UNKNOWN);
      index.refreshBlocking();
    }
    index.commit();
  }

  private int parts() throws IOException {
    try (FSDirectory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      return reader.leaves().size();
    }
  }

  @Test
  void many_parts_become_few_and_few_are_left_alone() throws IOException {
    try (IndexStore index = IndexStore.open(folder)) {
      fill(index, MANY);
      assertThat(parts()).isEqualTo(MANY);
      assertThat(index.mergeWhenIdle()).isTrue();
      assertThat(parts()).isEqualTo(1);
      assertThat(index.documentIds("", Integer.MAX_VALUE)).hasSize(MANY);
      fill(index, IdleMerger.TOLERATED_SEGMENTS - 1);
      assertThat(index.mergeWhenIdle()).isFalse();
    }
  }

  @Test
  void a_large_index_is_merged_to_some_parts() {
    assertThat(IdleMerger.targetSegmentCount(0)).isEqualTo(1);
    assertThat(IdleMerger.targetSegmentCount(900L << 20)).isEqualTo(1);
    assertThat(IdleMerger.targetSegmentCount(9L << 30)).isEqualTo(5);
  }

  @Test
  void an_index_that_is_closed_meanwhile_keeps_everything()
      throws IOException, InterruptedException {
    for (int round = 0; round < 5; round++) {
      try (IndexStore index = IndexStore.open(folder)) {
        index.clear();
        fill(index, MANY);
        CountDownLatch begun = new CountDownLatch(1);
        var unused =
            CompletableFuture.runAsync(
                () -> {
                  begun.countDown();
                  settle(index);
                });
        begun.await();
      }
      try (IndexStore index = IndexStore.open(folder)) {
        assertThat(index.documentIds("", Integer.MAX_VALUE)).as("round " + round).hasSize(MANY);
      }
    }
  }

  private static void settle(IndexStore index) {
    try {
      index.mergeWhenIdle();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
