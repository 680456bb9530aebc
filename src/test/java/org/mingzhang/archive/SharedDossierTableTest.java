package org.mingzhang.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedDossierTableTest {
  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

  @TempDir Path folder;

  @Test
  void what_is_shared_outlives_the_loss_of_the_ledger_and_what_was_ended_stays_so()
      throws Exception {
    SharedDossier kept;
    SharedDossier ended;
    try (Archive archive = Archive.open(folder)) {
      kept = archive.dossiers().share("三公“调查”", "{\"a\":1}", NOW);
      ended = archive.dossiers().share("", "{}", NOW.plusSeconds(1));
      assertThat(kept.id()).hasSize(22).isNotEqualTo(ended.id());
      assertThat(archive.dossiers().all()).containsExactly(ended, kept);
      assertThat(archive.dossiers().endSharing(ended.id())).isTrue();
      assertThat(archive.dossiers().endSharing(ended.id())).isFalse();
    }
    for (String part : List.of("ledger.db", "ledger.db-wal", "ledger.db-shm")) {
      Files.deleteIfExists(folder.resolve(part));
    }
    try (Archive archive = Archive.open(folder)) {
      assertThat(archive.dossiers().find(kept.id())).contains(kept);
      assertThat(archive.dossiers().find(ended.id())).isEmpty();
    }
  }
}
