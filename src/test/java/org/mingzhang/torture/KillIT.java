package org.mingzhang.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.archive.Backup;
import org.mingzhang.archive.Version;
import org.mingzhang.indexing.IndexStore;
import org.mingzhang.indexing.Reconciler;
import org.mingzhang.model.Scope;
import org.mingzhang.model.Section;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.SearchService;

/**
 * {@code kill -9} at random moments of indexing, merging, backup, restore and rebuild, on one and
 * the same data from round to round. Rounds: {@code mingzhang.kill.rounds}; seed: {@code
 * mingzhang.kill.seed}. {@code ./mingzhang torture} runs hundreds.
 */
class KillIT {
  private static final int FILES = 24;

  @TempDir Path folder;
  private final Map<Integer, Long> acknowledged = new HashMap<>();
  private Map<Integer, Long> backedUp = Map.of();

  @Test
  void nothing_acknowledged_is_lost_and_nothing_is_half_whenever_the_process_dies()
      throws Exception {
    int rounds = Integer.getInteger("mingzhang.kill.rounds", 6);
    long seed = Long.getLong("mingzhang.kill.seed", System.nanoTime());
    Random random = new Random(seed);
    List<Victim.Work> works =
        Arrays.stream(Victim.Work.values()).filter(w -> w != Victim.Work.REHEARSAL).toList();
    rehearse();
    for (int round = 0; round < rounds; round++) {
      Victim.Work work = works.get(round % works.size());
      if (work == Victim.Work.RESTORE && backedUp.isEmpty()) {
        work = Victim.Work.BACKUP;
      }
      String where = "round " + round + " (" + work + ") of seed " + seed;
      kill(work, round * 100_000L, random.nextInt(9), random.nextInt(200));
      check(where);
      checkBackup(where);
      if (round % 25 == 24) {
        System.out.println(where + ": nothing lost, " + acknowledged.size() + " documents");
      }
    }
  }

  private Process start(Victim.Work work, String sharing, Path data, long revision)
      throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xlog:disable",
            sharing + folder.resolve("classes.jsa"),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Victim.class.getName(),
            work.name(),
            data.toString(),
            String.valueOf(revision),
            String.valueOf(FILES))
        .redirectError(folder.resolve("victim.err").toFile())
        .start();
  }

  /** Classes once loaded are shared by the processes to come; they begin twice as fast. */
  private void rehearse() throws IOException, InterruptedException {
    Path data = folder.resolve("rehearsal");
    Process process = start(Victim.Work.REHEARSAL, "-XX:ArchiveClassesAtExit=", data, 0);
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("victim.err"))).isZero();
  }

  /**
   * Starts a process, kills it some milliseconds after it has said some lines, and notes what it
   * said.
   */
  private void kill(Victim.Work work, long revision, int lines, int millis) throws Exception {
    Map<Integer, Long> before = Map.copyOf(acknowledged);
    Process process = start(work, "-XX:SharedArchiveFile=", folder, revision);
    List<String> said = Collections.synchronizedList(new ArrayList<>());
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine())
          .as("%s: %s", work, Files.readString(folder.resolve("victim.err")))
          .isEqualTo("begun");
      if (lines == 0) {
        killAfter(process, millis);
      }
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        said.add(line);
        if (said.size() == lines) {
          Thread.ofVirtual().start(() -> killAfter(process, millis));
        }
      }
    } catch (IOException killed) {
      // The stream ends with the process.
    }
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue())
        .as("%s ended by itself: %s", work, Files.readString(folder.resolve("victim.err")))
        .isEqualTo(137);
    note(said, before);
  }

  private static void killAfter(Process process, int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }

  /** A copy holds at least what had been kept when it was begun: before its process started. */
  private void note(List<String> said, Map<Integer, Long> before) {
    for (String line : said) {
      String[] words = line.split(" ", -1);
      if (words[0].equals("done") && words.length == 3) {
        int number = Integer.parseInt(words[1].replaceAll("\\D", ""));
        acknowledged.merge(number, Long.parseLong(words[2]), Math::max);
      } else if (words[0].equals("backup")) {
        backedUp = before;
      }
    }
  }

  private void check(String where) throws IOException {
    try (Archive archive = Archive.open(folder.resolve("data/archive"));
        IndexStore index = IndexStore.open(folder.resolve("data/lucene"))) {
      new Reconciler(archive, index).run();
      assertThat(archive.check()).as(where).isEmpty();
      Map<Integer, Long> kept = revisions(archive, where);
      assertNothingLost(acknowledged, kept, where);
      index.refresh();
      try (SearchService search = new SearchService(index.searchers())) {
        kept.forEach((number, revision) -> found(search, number, revision, where));
      }
    }
  }

  private static void assertNothingLost(
      Map<Integer, Long> expected, Map<Integer, Long> kept, String where) {
    expected.forEach(
        (number, revision) ->
            assertThat(kept.getOrDefault(number, -1L))
                .as("%s: file %d", where, number)
                .isGreaterThanOrEqualTo(revision));
  }

  /** Newest revision of each file kept, every version of it readable, every link alive. */
  private static Map<Integer, Long> revisions(Archive archive, String where) {
    Map<Integer, Long> revisions = new HashMap<>();
    for (String id : archive.documentIds()) {
      for (Version version : archive.versions(id)) {
        ArchivedDisclosure kept = archive.version(id, version.sha256()).orElseThrow();
        for (String link : kept.sectionIds()) {
          assertThat(archive.resolve(id, link)).as("%s: %s/%s", where, id, link).isPresent();
        }
      }
      List<Section> sections = archive.latest(id).orElseThrow().disclosure().sections();
      String[] first = sections.get(0).text().split("\\D+", -1);
      String[] second = sections.get(1).text().split("\\D+", -1);
      assertThat(first).as(where).isEqualTo(second);
      revisions.put(Integer.parseInt(first[1]), Long.parseLong(first[2]));
    }
    return revisions;
  }

  private static void found(SearchService search, int number, long revision, String where) {
    for (String words :
        List.of(
            NumberedFiles.first(number, revision),
            NumberedFiles.second(number, revision),
            "编号甲" + number + "版",
            "编号丙" + number + "版")) {
      assertThat(search.search(SearchRequest.of("\"" + words + "\"", Scope.SECTIONS)).total())
          .as("%s: %s", where, words)
          .isEqualTo(1);
    }
  }

  private void checkBackup(String where) throws IOException {
    if (backedUp.isEmpty()) {
      return;
    }
    Path again = folder.resolve("again");
    Victim.delete(again);
    Backup.restore(folder.resolve("backup"), again);
    try (Archive archive = Archive.open(again)) {
      assertThat(archive.check()).as("backup after %s", where).isEmpty();
      assertNothingLost(backedUp, revisions(archive, "backup after " + where), where);
    }
    Path half = folder.resolve("restored");
    if (Files.exists(half.resolve("ledger.db"))) {
      try (Archive archive = Archive.open(half)) {
        assertThat(archive.check()).as("restored in %s", where).isEmpty();
      }
    }
  }
}
