package org.mingzhang.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.text.Sha256;

class PermalinkTableTest {
  @TempDir Path folder;

  @Test
  void a_link_that_was_moved_often_leads_to_its_section_and_a_circle_is_told() throws Exception {
    Path data = folder.resolve("archive");
    try (Archive archive = Archive.open(data)) {
      Path original = Files.writeString(folder.resolve("original.txt"), "一");
      archive.store(
          NewVersions.of(
              "/a.txt",
              "doc",
              List.of("last"),
              Disclosures.of(Sha256.hash(original), 2024, Disclosures.section("1", "末", "内容。")),
              original,
              null,
              null,
              1,
              Instant.EPOCH));
    }
    try (SqliteLedger ledger = SqliteLedger.open(data.resolve("ledger.db"))) {
      for (int i = 0; i < 40; i++) {
        ledger.update(
            "INSERT INTO section VALUES ('doc',?,1,'1',?)",
            "moved" + i,
            i == 39 ? "last" : "moved" + (i + 1));
      }
      ledger.update("INSERT INTO section VALUES ('doc','x',1,'1','y')");
      ledger.update("INSERT INTO section VALUES ('doc','y',1,'1','x')");
      PermalinkTable links = new PermalinkTable(ledger, new VersionTable(ledger));
      assertThat(links.resolve("doc", "moved0"))
          .contains(new PermalinkTarget.UnderOtherLink("doc", "last"));
      assertThatThrownBy(() -> links.resolve("doc", "x")).hasMessageContaining("form a cycle");
    }
  }

  @Test
  void versions_are_found_by_number_also_if_numbers_have_gaps() throws Exception {
    Path data = folder.resolve("gaps");
    try (Archive archive = Archive.open(data)) {
      for (String text : List.of("一", "二", "三", "四")) {
        Path original = Files.writeString(folder.resolve("original.txt"), text);
        archive.store(
            NewVersions.of(
                "/a.txt",
                "doc",
                List.of("s" + text),
                Disclosures.of(Sha256.hash(original), 2024, Disclosures.section("1", text, text)),
                original,
                null,
                null,
                1,
                Instant.EPOCH));
      }
    }
    try (SqliteLedger ledger = SqliteLedger.open(data.resolve("ledger.db"))) {
      VersionTable versions = new VersionTable(ledger);
      PermalinkTable links = new PermalinkTable(ledger, versions);
      ledger.update("DELETE FROM version WHERE number IN (1, 2)");
      for (int number = 1; number <= 3; number++) {
        ledger.update("INSERT INTO section VALUES ('doc',?,?,'1',NULL)", "v" + number, number);
      }
      assertThat(links.resolve("doc", "v1")).isEmpty();
      assertThat(links.resolve("doc", "v2")).isEmpty();
      assertThat(links.resolve("doc", "v3"))
          .contains(
              new PermalinkTarget.InEarlierVersion(versions.find("doc", 3).orElseThrow(), "1"));
      ledger.update("DELETE FROM version");
      assertThat(links.resolve("doc", "v3")).isEmpty();
    }
  }
}
