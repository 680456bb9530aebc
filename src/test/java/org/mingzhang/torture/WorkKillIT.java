package org.mingzhang.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchiveLocation;
import org.mingzhang.archive.DocumentVersion;
import org.mingzhang.archive.IngestEntry;
import org.mingzhang.archive.PostgresServer;
import org.mingzhang.archive.SharedLedgerSettings;
import org.mingzhang.indexing.IndexStore;
import org.mingzhang.indexing.Reconciler;

/**
 * {@code kill -9} of processes that read from one queue in PostgreSQL, at random moments, each time
 * one of them: in the end each file is in the archive exactly once, and in the index. Rounds:
 * {@code mingzhang.work.rounds}; files: {@code mingzhang.work.files}; seed: {@code
 * mingzhang.work.seed}.
 */
class WorkKillIT {
  private static final int WORKERS = 2;
  private static final int LEASE_SECONDS = 3;

  /** Files that are put into the queue after each kill, so that there is always something to do. */
  private static final int FEWEST_WAITING = 10;

  @TempDir Path folder;

  @BeforeAll
  static void server() {
    assumeThat(PostgresServer.installed()).as(PostgresServer.MISSING).isTrue();
  }

  private Process start(SharedLedgerSettings ledger, int number, String... more)
      throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.mingzhang.Main",
                "work",
                "--data",
                folder.resolve("data").toString(),
                "--ledger",
                ledger.url(),
                "--ledger-user",
                Objects.requireNonNull(ledger.user()),
                "--ledger-lease",
                String.valueOf(LEASE_SECONDS),
                "--threads",
                "1"));
    line.addAll(List.of(more));
    return new ProcessBuilder(line)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("w" + number).toFile()))
        .start();
  }

  private void write(int number) throws IOException {
    Path files = Files.createDirectories(folder.resolve("files"));
    Files.writeString(
        files.resolve(number + ".txt"),
        "样本第"
            + number
            + "局2024年度部门决算\n一、部门概况\n编号"
            + number
            + "。负责样本工作。\n二、收入支出决算总体情况说明\n2024年度收入总计"
            + (100 + number)
            + "万元。\n");
  }

  @Test
  void each_file_is_kept_once_whoever_is_killed() throws Exception {
    int rounds = Integer.getInteger("mingzhang.work.rounds", 4);
    int files = Integer.getInteger("mingzhang.work.files", 40);
    long seed = Long.getLong("mingzhang.work.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int i = 0; i < files; i++) {
      write(i);
    }
    SharedLedgerSettings ledger = PostgresServer.database();
    ArchiveLocation place = new ArchiveLocation(folder.resolve("data/archive"), ledger, null);
    List<Process> workers = new ArrayList<>();
    workers.add(start(ledger, 0, folder.resolve("files").toString()));
    for (int i = 1; i < WORKERS; i++) {
      workers.add(start(ledger, i));
    }
    int unread = files;
    for (int round = 0; round < rounds; round++) {
      TimeUnit.MILLISECONDS.sleep(700 + random.nextInt(3_000));
      int victim = random.nextInt(WORKERS);
      workers.get(victim).destroyForcibly().waitFor();
      // the one that put the files into the queue may have been killed before it did
      workers.set(victim, start(ledger, victim, folder.resolve("files").toString()));
      if (round % 25 == 24) {
        unread = unread(place);
        System.out.println("round " + round + " of seed " + seed + ": " + unread + " to be read");
      }
      if (unread < FEWEST_WAITING && round < rounds - 1) {
        write(files++);
      }
    }
    for (Process worker : workers) {
      worker.destroy();
      assertThat(worker.waitFor(60, TimeUnit.SECONDS)).as("a worker ends when it is told").isTrue();
    }
    Process last = start(ledger, 9, "--until-empty", folder.resolve("files").toString());
    assertThat(last.waitFor(30, TimeUnit.MINUTES)).isTrue();
    String told = Files.readString(folder.resolve("w9"));
    assertThat(last.exitValue()).as(told).isZero();
    check(place, files, "seed " + seed + "\n" + told);
  }

  private static int unread(ArchiveLocation place) {
    try (Archive archive = Archive.openReadOnly(place)) {
      return archive.queue().count(IngestEntry.IngestState.ACCEPTED);
    }
  }

  private void check(ArchiveLocation place, int files, String what) throws IOException {
    try (Archive archive = Archive.open(place);
        IndexStore index = IndexStore.open(folder.resolve("lucene"))) {
      assertThat(archive.sourceFiles().refusedMembers()).as(what).isEmpty();
      assertThat(archive.queue().openCount()).as(what).isZero();
      List<String> documents = archive.documentIds("", Integer.MAX_VALUE);
      assertThat(documents).as(what).hasSize(files);
      List<DocumentVersion> versions =
          documents.stream().flatMap(id -> archive.versions(id).stream()).toList();
      assertThat(versions).as(what).hasSize(files);
      assertThat(versions.stream().map(DocumentVersion::sha256).distinct()).as(what).hasSize(files);
      assertThat(versions.stream().map(DocumentVersion::arrival).distinct())
          .as(what)
          .hasSize(files);
      assertThat(archive.check()).as(what).isEmpty();
      assertThat(new Reconciler(archive, index).indexStoredByOtherProcesses())
          .as(what)
          .isEqualTo(files);
      assertThat(index.documentIds("", Integer.MAX_VALUE))
          .as(what)
          .containsExactlyInAnyOrderElementsOf(documents);
      assertThat(archive.indexingState().unindexedDocumentIds("", Integer.MAX_VALUE))
          .as(what)
          .isEmpty();
      assertThat(new Reconciler(archive, index).indexStoredByOtherProcesses()).as(what).isZero();
    }
  }
}
