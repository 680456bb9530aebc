package org.mingzhang.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.model.Section;
import org.mingzhang.text.Sha256;

/** The ledger is damaged or lost; what it said is made again from what lies beside it. */
class LedgerRecoveryTest {
  @TempDir Path folder;
  private Path data;
  private int clock;

  @BeforeEach
  void fill() throws IOException {
    data = folder.resolve("archive");
    try (Archive archive = Archive.open(data)) {
      store(archive, "/a.txt", "甲一", section("1", "概况", "职责如下。"), section("2", "三公经费", "接待。"));
      store(archive, "/a.txt", "甲二", section("1", "概况", "职责如下。"));
      store(archive, "/a.txt", "甲三", section("1", "概况", "职责如下。"), section("2", "三公经费", "出国。"));
      store(archive, "/b.txt", "乙", section("1", "整篇", "概况。职责如下，按照规定执行。"));
      // A better reading of the same content: the old link is in no record any more.
      store(archive, "/b.txt", "乙", section("1", "职责", "职责如下，按照规定执行。"));
      ArchivedDisclosure gone = store(archive, "/c.txt", "丙", section("1", "概况", "其他。"));
      ArchivedDisclosure back = store(archive, "/d.txt", "丁", section("1", "概况", "另外。"));
      archive
          .removals()
          .remove(
              new DocumentRemoval(gone.id(), Instant.parse("2026-11-20T01:02:03Z"), "含个人信息\n第二行"));
      archive.removals().remove(new DocumentRemoval(back.id(), Instant.EPOCH, "误删"));
      archive.removals().restore(back.id());
      archive.indexingState().markIndexed(archive.documentIds("", Integer.MAX_VALUE));
    }
  }

  private static Section section(String path, String title, String text) {
    return Disclosures.section(path, title, text);
  }

  private ArchivedDisclosure store(
      Archive archive, String identity, String content, Section... sections) throws IOException {
    Path original = Files.writeString(folder.resolve("original.txt"), content);
    List<String> slugs =
        Arrays.stream(sections).map(s -> "s" + Integer.toHexString(s.title().hashCode())).toList();
    return archive.store(
        NewVersions.of(
            identity,
            "doc" + identity.charAt(1),
            slugs,
            Disclosures.of(Sha256.hash(original), 2024, sections),
            original,
            null,
            "https://example.gov.cn" + identity,
            1,
            Instant.EPOCH.plusSeconds(clock++)));
  }

  /** Everything that pages are made from, as text. */
  private static Map<String, String> told(Archive archive) throws IOException {
    Map<String, String> told = new TreeMap<>();
    TreeSet<String> ids = new TreeSet<>(archive.documentIds("", Integer.MAX_VALUE));
    archive.removals().all().forEach(r -> ids.add(r.documentId()));
    told.put("shown", archive.documentIds("", Integer.MAX_VALUE).toString());
    told.put("changes", archive.versionLog().latest(VersionFilter.ALL, 100).toString());
    told.put("removals", archive.removals().all().toString());
    for (String id : ids) {
      told.put(id, archive.versions(id) + " " + archive.latest(id));
      for (String title : List.of("概况", "三公经费", "整篇", "职责")) {
        String slug = "s" + Integer.toHexString(title.hashCode());
        told.put(id + "/" + slug, archive.resolve(id, slug).toString());
      }
    }
    for (String identity : List.of("/a.txt", "/b.txt", "/c.txt")) {
      told.put(
          identity,
          archive.documentIdsReadFrom(identity)
              + " "
              + archive.removals().findByPathOrContent(identity, ""));
    }
    return told;
  }

  private Map<String, String> told() throws IOException {
    try (Archive archive = Archive.open(data)) {
      return told(archive);
    }
  }

  private void deleteLedger() throws IOException {
    for (String part : List.of("ledger.db", "ledger.db-wal", "ledger.db-shm")) {
      Files.deleteIfExists(data.resolve(part));
    }
  }

  private List<String> aside() throws IOException {
    if (!Files.isDirectory(data.resolve("damaged"))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(data.resolve("damaged"))) {
      return files.map(f -> f.getFileName().toString()).toList();
    }
  }

  @Test
  void a_ledger_that_is_thrown_away_is_made_again_with_all_links_versions_and_removals()
      throws IOException {
    Map<String, String> before = told();
    deleteLedger();
    try (Archive archive = Archive.open(data)) {
      assertThat(archive.unrestoredParts()).isEmpty();
      assertThat(told(archive)).isEqualTo(before);
      assertThat(archive.check()).isEmpty();
      assertThat(archive.indexingState().unindexedDocumentIds("", Integer.MAX_VALUE))
          .as("to be indexed again")
          .hasSize(4);
      store(archive, "/a.txt", "甲四", section("1", "概况", "职责如下。"));
    }
    Map<String, String> later = told();
    deleteLedger();
    assertThat(told()).as("made again a second time").isEqualTo(later);
  }

  @Test
  void a_ledger_cut_short_is_moved_aside_and_made_again() throws IOException {
    Map<String, String> before = told();
    try (RandomAccessFile file = new RandomAccessFile(data.resolve("ledger.db").toFile(), "rw")) {
      file.setLength(file.length() / 2);
    }
    assertThat(told()).isEqualTo(before);
    assertThat(aside()).isNotEmpty().allMatch(name -> name.startsWith("ledger-"));
  }

  /** Opens the ledger as one that is too large to be checked before it is used. */
  private LedgerOpener.OpenedLedger openUnchecked() throws IOException {
    ObjectStore objects = new FileObjectStore(data.resolve("objects"));
    RecordStore records = new RecordStore(new FileObjectStore(data.resolve("records")));
    return new LedgerOpener(data, records, objects, 0).open();
  }

  /** Flips bytes of the page at which an index begins. */
  private void damageAnIndex() throws IOException, SQLException {
    long page;
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("ledger.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
      try (var found =
          statement.executeQuery(
              "SELECT rootpage, page_size FROM sqlite_master, pragma_page_size WHERE"
                  + " tbl_name='version' AND type='index'")) {
        page = (found.getLong(1) - 1) * found.getLong(2);
      }
    }
    try (RandomAccessFile file = new RandomAccessFile(data.resolve("ledger.db").toFile(), "rw")) {
      file.seek(page + 3);
      file.write(new byte[] {0x7f, 0x7f, 0x7f, 0x7f});
    }
  }

  @Test
  void a_ledger_too_large_to_be_checked_first_is_opened_and_checked_while_it_is_used()
      throws Exception {
    Map<String, String> before = told();
    damageAnIndex();
    LedgerOpener.OpenedLedger openedLedger = openUnchecked();
    try (SqliteLedger ledger = (SqliteLedger) openedLedger.ledger()) {
      assertThat(openedLedger.wasRebuilt()).isFalse();
      // Within the ledger's lock: a check that needed it would never end.
      List<String> faults =
          ledger.withConnection(
              connection ->
                  CompletableFuture.supplyAsync(
                          () -> LedgerCheck.checkIntegrity(data.resolve("ledger.db")))
                      .orTimeout(60, TimeUnit.SECONDS)
                      .join());
      assertThat(faults).isNotEmpty();
    }
    assertThat(told()).as("checked first, since it is small").isEqualTo(before);
    assertThat(aside()).isNotEmpty();
  }

  @Test
  void a_ledger_that_is_no_database_is_moved_aside_and_made_again() throws IOException {
    Map<String, String> before = told();
    Files.write(data.resolve("ledger.db"), new byte[20_000]);
    assertThat(told()).isEqualTo(before);
    assertThat(aside()).isNotEmpty();
  }

  @Test
  void changes_that_a_damaged_write_ahead_log_lost_are_made_again() throws IOException {
    Path copy = Files.createDirectories(folder.resolve("copy"));
    for (String part : List.of("ledger.db", "ledger.db-wal")) {
      if (Files.exists(data.resolve(part))) {
        Files.copy(data.resolve(part), copy.resolve(part));
      }
    }
    try (Archive archive = Archive.open(data)) {
      store(archive, "/e.txt", "戊", section("1", "概况", "新的。"));
    }
    Map<String, String> before = told();
    deleteLedger();
    Files.copy(copy.resolve("ledger.db"), data.resolve("ledger.db"));
    assertThat(told()).as("an older ledger in its place").isEqualTo(before);
  }

  @Test
  void a_row_that_was_changed_on_the_disk_is_found_by_the_check_and_mended()
      throws IOException, SQLException {
    Map<String, String> before = told();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("ledger.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE version SET source='/x.txt' WHERE document='doca' AND number=2");
      statement.execute("UPDATE section SET path='9' WHERE document='docd'");
      statement.execute("UPDATE removal SET reason='—'");
    }
    try (Archive archive = Archive.open(data)) {
      assertThat(archive.check())
          .containsExactlyInAnyOrder(
              "the ledger's version doca 2 differs from the rebuilt ledger",
              "the ledger's removal docc differs from the rebuilt ledger",
              "the ledger's section docd s"
                  + Integer.toHexString("概况".hashCode())
                  + " differs from the rebuilt ledger");
      assertThat(archive.archiveRepair().rebuildLedger()).isEmpty();
      assertThat(archive.check()).isEmpty();
      assertThat(told(archive)).isEqualTo(before);
    }
  }

  /** A page of the database may be damaged without any sum of SQLite's telling. */
  @Test
  void a_row_that_no_program_can_have_written_is_damage_of_the_ledger_and_mended()
      throws IOException, SQLException {
    Map<String, String> before = told();
    for (String damage : List.of("sha256='5d90\u0001(*'", "first_seen='no time'")) {
      try (var connection =
              DriverManager.getConnection("jdbc:sqlite:" + data.resolve("ledger.db"));
          Statement statement = connection.createStatement()) {
        statement.execute("UPDATE version SET " + damage + " WHERE document='doca' AND number=2");
      }
      try (Archive archive = Archive.open(data)) {
        assertThat(archive.check())
            .contains("the ledger is damaged: a version of doca cannot be read");
        assertThat(archive.archiveRepair().rebuildLedger()).isEmpty();
        assertThat(archive.check()).isEmpty();
        assertThat(told(archive)).isEqualTo(before);
      }
    }
  }

  @Test
  void a_ledger_without_a_journal_gets_one() throws IOException {
    Map<String, String> before = told();
    Files.delete(data.resolve("journal.log"));
    assertThat(told()).isEqualTo(before);
    deleteLedger();
    assertThat(told()).isEqualTo(before);
  }

  @Test
  void a_journal_that_lost_its_end_is_written_again_from_the_ledger() throws IOException {
    Map<String, String> before = told();
    Path journal = data.resolve("journal.log");
    List<String> lines = Files.readAllLines(journal);
    Files.write(journal, lines.subList(0, lines.size() / 2));
    assertThat(told()).isEqualTo(before);
    deleteLedger();
    assertThat(told()).isEqualTo(before);
  }

  @Test
  void a_line_that_was_not_written_to_its_end_is_written_again() throws IOException {
    Map<String, String> before = told();
    Files.writeString(data.resolve("journal.log"), "0123", StandardOpenOption.APPEND);
    assertThat(told()).isEqualTo(before);
    deleteLedger();
    assertThat(told()).isEqualTo(before);
  }

  @Test
  void without_ledger_and_journal_the_records_say_what_they_can_and_the_rest_is_told()
      throws IOException {
    List<String> versions = new ArrayList<>();
    try (Archive archive = Archive.open(data)) {
      archive.versions("doca").forEach(v -> versions.add(v.number() + " " + v.sha256()));
    }
    deleteLedger();
    Files.delete(data.resolve("journal.log"));
    try (Archive archive = Archive.open(data)) {
      assertThat(archive.documentIds("", Integer.MAX_VALUE))
          .containsExactly("doca", "docb", "docc", "docd");
      assertThat(archive.versions("doca").stream().map(v -> v.number() + " " + v.sha256()))
          .containsExactlyElementsOf(versions);
      assertThat(archive.latest("doca")).isPresent();
      assertThat(archive.removals().all()).as("not to be known").isEmpty();
      assertThat(archive.unrestoredParts())
          .contains(
              "there is no journal: addresses, removals and the order of versions are guessed")
          .hasSize(1 + 3 + 1 + 1 + 1);
    }
  }

  @Test
  void damaged_lines_of_a_journal_cost_only_themselves() throws IOException {
    Path journal = data.resolve("journal.log");
    List<String> lines = new ArrayList<>(Files.readAllLines(journal));
    int removal =
        lines.indexOf(lines.stream().filter(l -> l.contains("含个人信息")).findFirst().orElseThrow());
    lines.set(removal, lines.get(removal).replace("个人", "个入"));
    Files.write(journal, lines);
    deleteLedger();
    try (Archive archive = Archive.open(data)) {
      assertThat(archive.unrestoredParts())
          .containsExactly("1 lines of the journal are damaged and left out");
      assertThat(archive.versions("doca")).hasSize(3);
      assertThat(archive.removals().all()).isEmpty();
    }
  }

  @Test
  void a_check_changes_nothing_and_a_second_finds_the_same() throws IOException {
    try (Archive archive = Archive.open(data)) {
      Map<String, String> before = told(archive);
      assertThat(archive.check()).isEmpty();
      assertThat(archive.check()).isEmpty();
      assertThat(told(archive)).isEqualTo(before);
    }
    assertThat(aside()).isEmpty();
  }
}
