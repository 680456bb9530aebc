package org.mingzhang.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.Backup;

/**
 * {@code kill -9} at random moments of indexing, merging, backup, restore and rebuild, on one and
 * the same data from round to round. Rounds: {@code mingzhang.kill.rounds}; seed: {@code
 * mingzhang.kill.seed}. {@code ./mingzhang torture} runs hundreds.
 */
class KillIT {
  private static final int FILES = 24;

  @TempDir Path folder;
  private final Survivors survivors = new Survivors();
  private Map<Integer, Long> backedUp = Map.of();

  @Test
  void nothing_acknowledged_is_lost_and_nothing_is_half_whenever_the_process_dies()
      throws Exception {
    int rounds = Integer.getInteger("mingzhang.kill.rounds", 6);
    long seed = Long.getLong("mingzhang.kill.seed", System.nanoTime());
    Random random = new Random(seed);
    List<Victim.Work> works = List.of(Victim.Work.values());
    for (int round = 0; round < rounds; round++) {
      Victim.Work work = works.get(round % works.size());
      if (work == Victim.Work.RESTORE && backedUp.isEmpty()) {
        work = Victim.Work.BACKUP;
      }
      String where = "round " + round + " (" + work + ") of seed " + seed;
      kill(work, round * 100_000L, random.nextInt(9), random.nextInt(200));
      survivors.check(folder.resolve("data"), where);
      checkBackup(where);
      if (round % 25 == 24) {
        System.out.println(
            where + ": nothing lost, " + survivors.acknowledged().size() + " documents");
      }
    }
  }

  private Process start(Victim.Work work, long revision) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Victim.class.getName(),
            work.name(),
            folder.toString(),
            String.valueOf(revision),
            String.valueOf(FILES))
        .redirectError(folder.resolve("victim.err").toFile())
        .start();
  }

  /**
   * Starts a process, kills it some milliseconds after it has said some lines, and notes what it
   * said.
   */
  private void kill(Victim.Work work, long revision, int lines, int millis) throws Exception {
    Map<Integer, Long> before = survivors.acknowledged();
    Process process = start(work, revision);
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
    survivors.note(said);
    if (said.contains("backup")) {
      // A copy holds at least what had been kept before the process that made it was started.
      backedUp = before;
    }
  }

  private static void killAfter(Process process, int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
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
      Survivors.assertNothingLost(
          backedUp, Survivors.revisions(archive, "backup after " + where), where);
    }
    Path half = folder.resolve("restored");
    if (Files.exists(half.resolve("ledger.db"))) {
      try (Archive archive = Archive.open(half)) {
        assertThat(archive.check()).as("restored in %s", where).isEmpty();
      }
    }
  }
}
