package org.mingzhang.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.DocumentVersion;
import org.mingzhang.archive.IngestEntry;
import org.mingzhang.indexing.IndexStore;
import org.mingzhang.indexing.Indexer;
import org.mingzhang.indexing.IndexingListener;
import org.mingzhang.indexing.Reconciler;
import org.mingzhang.indexing.SourceFileLister;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.SearchService;
import org.mingzhang.shard.LocalShards;

/**
 * {@code kill -9} and SIGTERM at random moments while files are sent and a folder is watched, on
 * one and the same data from round to round, under a clock that jumps, the ledger lost now and
 * then: what was accepted is found in the end, each once, revisions in the order in which they were
 * sent. Rounds: {@code mingzhang.kill.rounds}; seed: {@code mingzhang.kill.seed}.
 */
class QueueKillIT {
  /** One round in so many ends with the loss of the ledger. */
  private static final int LOST_LEDGER = 4;

  @TempDir Path folder;

  /** Revisions accepted of each agency. */
  private final Map<String, TreeSet<Long>> accepted = new TreeMap<>();

  /** Revision last written into the folder of each agency. */
  private final Map<String, Long> written = new TreeMap<>();

  @Test
  void what_was_accepted_is_found_in_the_end_once_whenever_the_process_ends() throws Exception {
    int rounds = Integer.getInteger("mingzhang.kill.rounds", 6);
    long seed = Long.getLong("mingzhang.kill.seed", System.nanoTime());
    Random random = new Random(seed);
    Files.createDirectories(folder.resolve("tmp"));
    for (int round = 0; round < rounds; round++) {
      kill(round * 100_000L, random.nextBoolean(), 1 + random.nextInt(700));
      if (random.nextInt(LOST_LEDGER) == 0) {
        loseLedger();
      }
      if (round % 25 == 24 || round == rounds - 1) {
        String where = "round " + round + " of seed " + seed;
        int documents = check(where);
        System.out.println(where + ": " + documents + " documents, none lost, none twice");
      }
    }
    try (Stream<Path> left = Files.list(folder.resolve("tmp"))) {
      assertThat(left.filter(f -> f.getFileName().toString().contains("sqlite")))
          .as("the database's library is not unpacked anew each time")
          .isEmpty();
    }
  }

  /** Throws the ledger away, with whatever waits in it. */
  private void loseLedger() throws IOException {
    for (String part : List.of("ledger.db", "ledger.db-wal", "ledger.db-shm")) {
      Files.deleteIfExists(folder.resolve("data/archive").resolve(part));
    }
  }

  private Process start(long revision) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.io.tmpdir=" + folder.resolve("tmp"),
            "-cp",
            System.getProperty("java.class.path"),
            QueueVictim.class.getName(),
            folder.toString(),
            String.valueOf(revision))
        .redirectError(folder.resolve("victim.err").toFile())
        .start();
  }

  private void kill(long revision, boolean inOrder, int millis) throws Exception {
    Process process = start(revision);
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine())
          .as("%s", Files.readString(folder.resolve("victim.err")))
          .isEqualTo("begun");
      Thread.ofVirtual().start(() -> endAfter(process, inOrder, millis));
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        note(line);
      }
    } catch (IOException killed) {
      // The stream ends with the process.
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue())
        .as("%s", Files.readString(folder.resolve("victim.err")))
        .isEqualTo(inOrder ? 143 : 137);
  }

  private static void endAfter(Process process, boolean inOrder, int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (inOrder) {
      process.destroy();
    } else {
      process.destroyForcibly();
    }
  }

  private void note(String line) {
    String[] words = line.split(" ", -1);
    if (words.length == 3 && words[0].equals("accepted")) {
      accepted.computeIfAbsent(words[1], a -> new TreeSet<>()).add(Long.parseLong(words[2]));
    } else if (words.length == 3 && words[0].equals("written")) {
      written.put(words[1], Long.parseLong(words[2]));
    }
  }

  /** Reads what waits, as the next start does, and looks for everything. */
  private int check(String where) throws Exception {
    try (Archive archive = Archive.open(folder.resolve("data/archive"));
        IndexStore index = IndexStore.open(folder.resolve("data/lucene"))) {
      new Reconciler(archive, index).run();
      Indexer indexer = QueueVictim.indexer(folder, archive, index, Clock.systemUTC());
      indexer.run(SourceFileLister.list(List.of(folder.resolve("watched"))), IndexingListener.NONE);
      assertThat(archive.queue().openCount()).as(where).isZero();
      assertThat(archive.queue().count(IngestEntry.IngestState.REFUSED)).as(where).isZero();
      assertThat(archive.check()).as(where).isEmpty();
      Map<String, List<Long>> kept = kept(archive, where);
      accepted.forEach(
          (agency, revisions) ->
              assertThat(kept.getOrDefault(agency, List.of()))
                  .as("%s: %s", where, agency)
                  .containsAll(revisions));
      index.refresh();
      try (SearchService search = new SearchService(LocalShards.ofSearchers(index.readers()))) {
        kept.forEach((agency, revisions) -> found(search, agency, revisions.getLast(), where));
      }
      return kept.size();
    }
  }

  /** Revisions of each agency as its document's versions have them. */
  private Map<String, List<Long>> kept(Archive archive, String where) {
    Map<String, List<Long>> kept = new HashMap<>();
    for (String id : archive.documentIds("", Integer.MAX_VALUE)) {
      String agency = "";
      List<Long> revisions = new ArrayList<>();
      for (DocumentVersion version : archive.versions(id)) {
        String[] words =
            archive
                .findVersion(id, version.sha256())
                .orElseThrow()
                .disclosure()
                .sections()
                .getFirst()
                .text()
                .split("[甲版乙]", -1);
        agency = words[1];
        revisions.add(Long.parseLong(words[2]));
      }
      assertThat(revisions).as("%s: %s", where, id).isSorted().doesNotHaveDuplicates();
      assertThat(kept.put(agency, revisions)).as("%s: two documents of %s", where, agency).isNull();
    }
    written.forEach(
        (agency, revision) ->
            assertThat(kept.getOrDefault(agency, List.of(-1L)).getLast())
                .as("%s: %s", where, agency)
                .isGreaterThanOrEqualTo(revision));
    return kept;
  }

  private static void found(SearchService search, String agency, long revision, String where) {
    for (String words : List.of(SentFiles.words(agency, revision), "编号甲" + agency + "版")) {
      assertThat(search.search(SearchRequest.of("\"" + words + "\"", SearchScope.SECTIONS)).total())
          .as("%s: %s", where, words)
          .isEqualTo(1);
    }
  }
}
