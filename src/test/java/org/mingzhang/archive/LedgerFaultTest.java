package org.mingzhang.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.text.Sha256;

/** A fault that is not of the ledger does not make it count as damaged. */
class LedgerFaultTest {
  @TempDir Path folder;

  private static SQLException fault(String message, int code) {
    return new SQLException(message, "", code);
  }

  @Test
  void the_general_error_is_damage_only_if_a_part_of_the_schema_is_missing() {
    assertThat(
            LedgerFaultClassifier.toException(
                "read", fault("[SQLITE_ERROR] (cannot commit - no transaction is active)", 1)))
        .isNotInstanceOf(DamagedLedgerException.class);
    for (String missing :
        List.of("no such table: version", "no such column: x", "table a has no column named x")) {
      assertThat(LedgerFaultClassifier.toException("read", fault("[SQLITE_ERROR] " + missing, 1)))
          .isInstanceOf(DamagedLedgerException.class);
    }
  }

  @Test
  void a_check_that_cannot_be_made_finds_no_damage() {
    Path unreachable = folder.resolve("none/ledger.db");
    assertThatThrownBy(() -> LedgerCheck.checkIntegrity(unreachable))
        .isExactlyInstanceOf(ArchiveException.class);
    assertThatThrownBy(() -> LedgerCheck.toFault(fault("[SQLITE_BUSY] is locked", 5)))
        .isExactlyInstanceOf(ArchiveException.class);
    assertThat(LedgerCheck.toFault(fault("[SQLITE_CORRUPT] malformed", 11))).contains("damaged");
    assertThat(LedgerCheck.toFault(fault("[SQLITE_IOERR_READ] bad sector", 10)))
        .contains("damaged");
  }

  private static void store(Archive archive, Path original, String name) throws Exception {
    Files.writeString(original, name);
    archive.store(
        NewVersions.of(
            name,
            name,
            List.of("s"),
            Disclosures.of(Sha256.hash(original), 2024, Disclosures.section("1", "概况", name)),
            original,
            null,
            "https://a.example/" + name,
            1,
            Instant.EPOCH));
  }

  @Test
  void a_damaged_record_is_one_fault_and_none_of_the_ledger() throws Exception {
    Path folder = this.folder.resolve("archive");
    try (Archive archive = Archive.open(folder)) {
      store(archive, this.folder.resolve("original"), "a");
      store(archive, this.folder.resolve("original"), "b");
      try (Stream<Path> records = Files.walk(folder.resolve("records"))) {
        Path record = records.filter(Files::isRegularFile).findFirst().orElseThrow();
        byte[] bytes = Files.readAllBytes(record);
        bytes[bytes.length / 2] ^= 1;
        Files.write(record, bytes);
      }
      ArchiveFaults faults = archive.archiveRepair().findAllFaults(true);
      assertThat(faults.ledger()).isEmpty();
      assertThat(faults.records()).hasSize(1);
      ArchiveRepair.LedgerRepair repair = archive.archiveRepair().repairLedger();
      assertThat(repair.repairs()).isEmpty();
      assertThat(repair.losses()).isEmpty();
      assertThat(folder.resolve("damaged")).doesNotExist();
      assertThat(archive.archiveRepair().rebuildLedger())
          .singleElement()
          .asString()
          .contains("its record cannot be read");
    }
  }

  @Test
  void a_ledger_that_may_not_be_written_is_told_so() {
    assertThat(LedgerFaultClassifier.toException("open", fault("[SQLITE_READONLY_DIRECTORY] x", 8)))
        .isExactlyInstanceOf(ArchiveException.class)
        .hasMessageEndingWith("; this user may not write the data folder");
  }

  @Test
  void changes_that_the_journal_could_not_take_are_copied_before_the_ledger_is_compared()
      throws Exception {
    Path journal = folder.resolve("archive/journal.log");
    Path aside = folder.resolve("journal");
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      store(archive, folder.resolve("original"), "a");
      Files.move(journal, aside);
      Files.createDirectory(journal);
      store(archive, folder.resolve("original"), "b");
      assertThatThrownBy(() -> archive.archiveRepair().rebuildLedger())
          .hasMessageContaining("cannot be written");
      Files.delete(journal);
      Files.move(aside, journal);
      assertThat(archive.archiveRepair().repairLedger().repairs()).isEmpty();
      assertThat(archive.documentIds("", 9)).containsExactly("a", "b");
      assertThat(archive.archiveRepair().rebuildLedger()).isEmpty();
      assertThat(archive.versions("b").getFirst().url()).isEqualTo("https://a.example/b");
    }
  }
}
