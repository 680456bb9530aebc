package org.mingzhang.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.text.Sha256;

class BackupTest {
  @TempDir Path folder;

  private ArchivedDisclosure store(Archive archive, String name) throws IOException {
    Path original = Files.writeString(folder.resolve(name), name);
    return archive.store(
        new NewVersion(
            name,
            name,
            List.of("s"),
            Disclosures.of(Sha256.hash(original), 2024, Disclosures.section("1", "概况", name)),
            original,
            null,
            null,
            1,
            Instant.EPOCH));
  }

  @Test
  void a_backup_made_while_the_archive_is_open_is_restored_whole() throws IOException {
    ArchivedDisclosure first;
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      first = store(archive, "a");
      Backup.backUp(folder.resolve("archive"), folder.resolve("backup"));
    }
    Backup.restore(folder.resolve("backup"), folder.resolve("again"));
    try (Archive again = Archive.open(folder.resolve("again"))) {
      assertThat(again.latest("a")).contains(first);
      assertThat(again.unrestored()).isEmpty();
      assertThat(folder.resolve("again/damaged")).doesNotExist();
      assertThat(again.check()).isEmpty();
    }
  }

  @Test
  void a_second_backup_copies_only_what_is_new() throws IOException {
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      store(archive, "a");
      Backup.backUp(folder.resolve("archive"), folder.resolve("backup"));
      store(archive, "b");
      int copied = Backup.backUp(folder.resolve("archive"), folder.resolve("backup"));
      assertThat(copied)
          .as("original, record, ledger and journal of the new document")
          .isEqualTo(4);
    }
  }

  @Test
  void an_archive_is_never_written_over() throws IOException {
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      store(archive, "a");
    }
    Backup.backUp(folder.resolve("archive"), folder.resolve("backup"));
    assertThatThrownBy(() -> Backup.restore(folder.resolve("backup"), folder.resolve("archive")))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("already");
  }

  @Test
  void an_archive_that_lost_only_its_ledger_is_not_written_over_either() throws IOException {
    Path archive = folder.resolve("archive");
    try (Archive first = Archive.open(archive)) {
      store(first, "a");
    }
    Backup.backUp(archive, folder.resolve("backup"));
    try (Archive later = Archive.open(archive)) {
      store(later, "b");
    }
    Files.delete(archive.resolve("ledger.db"));
    assertThatThrownBy(() -> Backup.restore(folder.resolve("backup"), archive))
        .hasMessageContaining("already");
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.createFile(other.resolve("ledger.db-wal"));
    assertThatThrownBy(() -> Backup.restore(folder.resolve("backup"), other))
        .hasMessageContaining("already");
    try (Archive rebuilt = Archive.open(archive)) {
      assertThat(rebuilt.documentIds("", 9)).containsExactly("a", "b");
    }
  }
}
