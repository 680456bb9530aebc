package org.mingzhang.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.model.Disclosure;
import org.mingzhang.text.Sha256;

/** A ledger of each earlier version becomes one of today, with all it had. */
class LedgerUpgradeTest {
  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

  @TempDir Path folder;

  private ArchivedDisclosure store(Archive archive, String source, String content, boolean sent)
      throws Exception {
    Path original = Files.writeString(folder.resolve("original.txt"), content);
    Disclosure disclosure =
        Disclosures.of(Sha256.hash(original), 2024, Disclosures.section("1", "概况", content));
    return archive.store(
        new NewVersion(
            source,
            "ypj-2024-bmjs",
            List.of("gk"),
            disclosure,
            original,
            null,
            null,
            1,
            NOW,
            null,
            sent,
            null));
  }

  private void execute(String... statements) throws Exception {
    Path ledger = folder.resolve("archive/ledger.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ledger);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Makes of today's ledger what version 2 wrote, and of that, for version 1, what that wrote. */
  private void putBack(int version) throws Exception {
    execute(
        "DROP TABLE intake",
        "DROP INDEX version_source",
        "DROP INDEX version_url",
        "DROP INDEX version_perimeter",
        "DROP INDEX version_stored",
        "ALTER TABLE version DROP COLUMN perimeter",
        "ALTER TABLE version DROP COLUMN stored",
        "PRAGMA user_version=" + version);
    if (version == 1) {
      execute("DROP TABLE removal");
    }
  }

  private static final String TEXT = "组织开展植树造林和森林防火工作，编制年度计划，指导各乡镇开展义务植树。";

  private void upgraded(int version) throws Exception {
    String id;
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      id = store(archive, "/a.txt", TEXT, false).id();
      store(archive, "/b.txt", "另一份。", false);
      store(archive, "/a.txt", TEXT + "一", false);
    }
    putBack(version);
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      assertThat(archive.versions(id)).extracting(DocumentVersion::number).containsExactly(1, 2);
      assertThat(archive.versionLog().latest(VersionFilter.ALL, 5)).hasSize(3);
      assertThat(archive.check()).isEmpty();
      assertThat(archive.queue().openCount()).isZero();
      ArchivedDisclosure sent = store(archive, "upload:x", TEXT + "一二", true);
      assertThat(sent.id()).as("the perimeter of what was there is known").isEqualTo(id);
      assertThat(archive.versionLog().latest(VersionFilter.ALL, 1)).containsExactly(sent.version());
    }
  }

  @Test
  void a_ledger_of_version_1() throws Exception {
    upgraded(1);
  }

  @Test
  void a_ledger_of_version_2() throws Exception {
    upgraded(2);
  }

  @Test
  void a_frontier_of_version_6_stays_and_takes_addresses_of_other_sources() throws Exception {
    FrontierEntry.Link seed = FrontierEntry.Link.seed("https://a.example/");
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      archive.frontier().beginRun("s", List.of(seed), NOW, NOW);
    }
    execute(
        "CREATE TABLE kept AS SELECT * FROM resource",
        "DROP TABLE resource",
        "CREATE TABLE resource (id INTEGER PRIMARY KEY AUTOINCREMENT, source TEXT NOT NULL, url"
            + " TEXT NOT NULL UNIQUE, kind INTEGER NOT NULL, state TEXT NOT NULL, depth INTEGER NOT"
            + " NULL, hops INTEGER NOT NULL, page TEXT, page_title TEXT, label TEXT, dated TEXT,"
            + " run INTEGER NOT NULL DEFAULT 0, checked TEXT, etag TEXT, modified TEXT, digest"
            + " TEXT, main TEXT, failures INTEGER NOT NULL DEFAULT 0, reason TEXT, capture TEXT)",
        "CREATE INDEX resource_next ON resource(source, state, kind, id)",
        "INSERT INTO resource SELECT * FROM kept",
        "DROP TABLE kept",
        "PRAGMA user_version=6");
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      Frontier frontier = archive.frontier();
      assertThat(frontier.findEntry("s", seed.url())).isPresent();
      CrawlRun run = frontier.beginRun("t", List.of(seed), NOW, NOW);
      assertThat(frontier.nextAddress(run)).isPresent();
      assertThat(archive.check()).isEmpty();
    }
  }

  @Test
  void a_backup_of_version_2_is_restored_and_upgraded() throws Exception {
    ArchivedDisclosure kept;
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      kept = store(archive, "/a.txt", TEXT, false);
    }
    putBack(2);
    Files.createDirectories(folder.resolve("backup"));
    for (String part : List.of("objects", "records", "ledger.db")) {
      Files.move(folder.resolve("archive").resolve(part), folder.resolve("backup").resolve(part));
    }
    Backup.restore(folder.resolve("backup"), folder.resolve("again"));
    try (Archive again = Archive.open(folder.resolve("again"))) {
      assertThat(again.latest(kept.id())).contains(kept);
    }
  }

  @Test
  void a_ledger_of_a_newer_program_is_left_alone() throws Exception {
    Archive.open(folder.resolve("archive")).close();
    execute("PRAGMA user_version=99");
    assertThatThrownBy(() -> Archive.open(folder.resolve("archive")))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("version 99");
  }
}
