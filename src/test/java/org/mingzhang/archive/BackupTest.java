package org.mingzhang.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.text.Sha256;

class BackupTest {
  @TempDir Path folder;

  private ArchivedDisclosure store(Archive archive, String name) throws IOException {
    Path original = Files.writeString(folder.resolve(name), name);
    return archive.store(
        NewVersions.of(
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
      assertThat(again.unrestoredParts()).isEmpty();
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
      Backup.Result result = Backup.backUp(folder.resolve("archive"), folder.resolve("backup"));
      assertThat(result.fileCount())
          .as("original, record, ledger and journal of the new document")
          .isEqualTo(4);
    }
  }

  private Path stored(String part, String tree) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(tree).resolve(part))) {
      return files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
  }

  private static void damage(Path file) throws IOException {
    FileTime time = Files.getLastModifiedTime(file);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    Files.setLastModifiedTime(file, time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"objects", "records"})
  void what_is_damaged_in_the_backup_is_copied_again(String part) throws IOException {
    Path archive = folder.resolve("archive");
    Path backup = folder.resolve("backup");
    try (Archive open = Archive.open(archive)) {
      store(open, "a");
      Backup.backUp(archive, backup);
      damage(stored(part, "backup"));
      assertThat(Backup.backUp(archive, backup).damagedFiles()).isEmpty();
    }
    assertThat(stored(part, "backup")).hasSameBinaryContentAs(stored(part, "archive"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"objects", "records"})
  void what_is_damaged_in_the_archive_is_named_and_replaces_no_good_copy(String part)
      throws IOException {
    Path archive = folder.resolve("archive");
    Path earlier = folder.resolve("earlier");
    try (Archive open = Archive.open(archive)) {
      store(open, "a");
      Backup.backUp(archive, earlier);
      byte[] good = Files.readAllBytes(stored(part, "earlier"));
      Path file = stored(part, "archive");
      damage(file);
      Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
      assertThat(Backup.backUp(archive, folder.resolve("first")).damagedFiles())
          .singleElement()
          .asString()
          .contains(file.getFileName() + " is damaged");
      Backup.backUp(archive, earlier);
      assertThat(stored(part, "earlier")).hasBinaryContent(good);
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
