package org.mingzhang.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresLedgerTest extends LedgerContract {
  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

  @BeforeAll
  static void server() {
    assumeThat(PostgresServer.installed()).as(PostgresServer.MISSING).isTrue();
  }

  @Override
  ArchiveLocation place(Path archive) {
    return new ArchiveLocation(archive, PostgresServer.database(), null);
  }

  @Override
  Ledger ledger(ArchiveLocation at) {
    return PostgresLedger.open(java.util.Objects.requireNonNull(at.sharedLedgerSettings()));
  }

  private List<OfferedFile> offers(int many) {
    return IntStream.range(0, many)
        .mapToObj(i -> OfferedFile.ofFile(folder.resolve(i + ".pdf"), false))
        .toList();
  }

  /** Two processes take from one queue; one of them dies, and the other has what it left. */
  @Test
  void several_readers_share_a_queue_and_what_one_leaves_is_another_s() throws Exception {
    SharedLedgerSettings database = PostgresServer.database();
    ArchiveLocation shared =
        new ArchiveLocation(
            folder.resolve("shared"),
            new SharedLedgerSettings(database.url(), database.user(), null, Duration.ofMillis(700)),
            null);
    Archive one = Archive.open(shared);
    try (Archive two = Archive.open(shared)) {
      one.queue().acceptAll(offers(9), NOW);
      List<IngestEntry> first = one.queue().takeEntries(4, false);
      List<IngestEntry> second = two.queue().takeEntries(9, false);
      assertThat(first).hasSize(4);
      assertThat(second).hasSize(5).doesNotContainAnyElementsOf(first);
      assertThat(two.queue().holdsLease(first.getFirst())).isFalse();
      TimeUnit.MILLISECONDS.sleep(400);
      two.queue().renewLeases();
      TimeUnit.MILLISECONDS.sleep(400);
      assertThat(one.queue().holdsLease(first.getFirst()))
          .as("it was silent for too long")
          .isFalse();
      assertThat(two.queue().holdsLease(second.getFirst())).isTrue();
      two.queue().complete(second.stream().map(PostgresLedgerTest::kept).toList());
      List<IngestEntry> again = two.queue().takeEntries(9, false);
      assertThat(again).as("may be to blame, so alone").hasSize(1);
      assertThat(again.getFirst().id()).isEqualTo(first.getFirst().id());
      one.queue().complete(List.of(kept(first.getFirst())));
      assertThat(two.queue().findEntry(first.getFirst().id()))
          .as("is the other's to end")
          .isPresent();
      two.queue().complete(List.of(kept(again.getFirst())));
      assertThat(two.queue().findEntry(first.getFirst().id())).isEmpty();
    } finally {
      one.close();
    }
  }

  private static IngestQueue.ReadResult kept(IngestEntry entry) {
    return new IngestQueue.ReadResult(
        entry, null, List.of(new SourceFileState.Member("x", "d" + entry.id(), null, null)));
  }

  @Test
  void many_readers_at_once_get_each_entry_once() throws InterruptedException {
    ArchiveLocation shared = place(folder.resolve("many"));
    List<Long> got = Collections.synchronizedList(new ArrayList<>());
    try (Archive archive = Archive.open(shared)) {
      archive.queue().acceptAll(offers(200), NOW);
    }
    List<Thread> readers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      readers.add(Thread.ofPlatform().start(() -> readAll(shared, got)));
    }
    for (Thread reader : readers) {
      reader.join();
    }
    assertThat(got).hasSize(200).doesNotHaveDuplicates();
  }

  private static void readAll(ArchiveLocation shared, List<Long> got) {
    try (Archive archive = Archive.open(shared)) {
      List<IngestEntry> some = archive.queue().takeEntries(7, false);
      while (!some.isEmpty()) {
        some.forEach(entry -> got.add(entry.id()));
        archive.queue().complete(some.stream().map(PostgresLedgerTest::kept).toList());
        some = archive.queue().takeEntries(7, false);
      }
    }
  }

  @Test
  void a_server_that_is_not_there_is_told_without_the_password() {
    SharedLedgerSettings nowhere =
        new SharedLedgerSettings(
            "jdbc:postgresql://127.0.0.1:1/x?password=geheim",
            "u",
            "geheim",
            SharedLedgerSettings.DEFAULT_LEASE_DURATION);
    assertThatThrownBy(() -> PostgresLedger.open(nowhere))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("127.0.0.1:1/x")
        .hasMessageNotContaining("geheim");
    assertThat(nowhere.toString()).doesNotContain("geheim");
  }

  @Test
  void a_connection_that_was_lost_is_made_again() {
    try (Ledger ledger = ledger(place(folder.resolve("lost")));
        Ledger other = ledger(place(folder.resolve("other")))) {
      assertThatThrownBy(
              () ->
                  ledger.list(
                      r -> r.getString(1), "SELECT pg_terminate_backend(pg_backend_pid())::text"))
          .isInstanceOf(ArchiveException.class);
      assertThat(ledger.queryFirst(r -> r.getInt(1), "SELECT 1")).contains(1);
      assertThat(other.queryFirst(r -> r.getInt(1), "SELECT 1")).contains(1);
    }
  }

  @Test
  void tables_of_a_newer_program_are_left_alone() {
    ArchiveLocation at = place(folder.resolve("newer"));
    try (Ledger ledger = ledger(at)) {
      ledger.update("UPDATE ledger_schema SET version=99");
    }
    assertThatThrownBy(() -> Archive.open(at)).hasMessageContaining("version 99");
  }
}
