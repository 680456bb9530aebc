package org.mingzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Archive;
import org.mingzhang.indexing.IndexStore;
import org.mingzhang.indexing.Reconciler;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.SearchResults;
import org.mingzhang.search.SearchService;
import org.mingzhang.shard.LocalShards;

/**
 * Kills the indexing process at random moments. The number of rounds is the system property {@code
 * mingzhang.crash.rounds}, the seed {@code mingzhang.crash.seed}.
 */
class CrashIT {
  private static final int FILES = 40;

  @TempDir Path folder;

  @Test
  void no_document_acknowledged_before_a_kill_is_lost_and_none_is_half() throws Exception {
    int rounds = Integer.getInteger("mingzhang.crash.rounds", 3);
    long seed = Long.getLong("mingzhang.crash.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int i = 0; i < FILES; i++) {
      Files.writeString(folder.resolve(name(i)), text(i));
    }
    Set<String> acknowledged = new HashSet<>();
    for (int round = 0; round < rounds; round++) {
      acknowledged.addAll(runAndKill(1500 + random.nextInt(4000)));
      check(acknowledged, "round " + round + " of seed " + seed);
    }
  }

  private static String name(int i) {
    return "样本" + i + ".txt";
  }

  private static String text(int i) {
    return "样本市第" + i + "局2024年度部门决算\n第一部分 概况\n一、职责\n编号甲" + i + "乙的职责。\n二、机构\n编号丙" + i + "丁的机构。\n";
  }

  /** Starts an indexing run and kills it; returns the names of the files it said were indexed. */
  private Set<String> runAndKill(int millis) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.mingzhang.Main",
                "index",
                "--threads",
                "1",
                "--data",
                folder.resolve("data").toString(),
                folder.toString())
            .start();
    Set<String> said = new HashSet<>();
    Thread reading =
        Thread.ofVirtual()
            .start(
                () -> {
                  try (BufferedReader lines =
                      new BufferedReader(
                          new InputStreamReader(
                              process.getErrorStream(), StandardCharsets.UTF_8))) {
                    lines
                        .lines()
                        .filter(l -> l.startsWith("indexed "))
                        .forEach(l -> said.add(l.substring(8, l.indexOf(" as "))));
                  } catch (IOException | RuntimeException killed) {
                    // the stream ends with the process
                  }
                });
    if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
    reading.join();
    return said;
  }

  private void check(Set<String> acknowledged, String where) throws IOException {
    Path data = folder.resolve("data");
    if (!Files.exists(data.resolve("archive/ledger.db"))) {
      assertThat(acknowledged).as(where).isEmpty();
      return;
    }
    try (Archive archive = Archive.open(data.resolve("archive"));
        IndexStore index = IndexStore.open(data.resolve("lucene"))) {
      new Reconciler(archive, index).run();
      assertThat(archive.check()).as(where).isEmpty();
      index.refresh();
      try (SearchService search = new SearchService(LocalShards.ofSearchers(index.readers()))) {
        for (int i = 0; i < FILES; i++) {
          long first = total(search, "\"编号甲" + i + "乙\"");
          long second = total(search, "\"编号丙" + i + "丁\"");
          assertThat(first).as(where + ": half of " + name(i)).isEqualTo(second);
          if (acknowledged.contains(name(i))) {
            assertThat(first).as(where + ": " + name(i)).isEqualTo(1);
          }
        }
      }
    }
  }

  private static long total(SearchService search, String query) {
    SearchResults results = search.search(SearchRequest.of(query, SearchScope.SECTIONS));
    return results.total();
  }

  @Test
  void a_second_process_on_the_same_data_is_told() throws Exception {
    try (Archive archive = Archive.open(folder.resolve("data/archive"))) {
      assertThat(archive.documentIds("", Integer.MAX_VALUE)).isEmpty();
      Process process =
          new ProcessBuilder(
                  List.of(
                      ProcessHandle.current().info().command().orElseThrow(),
                      "-cp",
                      System.getProperty("java.class.path"),
                      "org.mingzhang.Main",
                      "rebuild",
                      "--data",
                      folder.resolve("data").toString()))
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).isEqualTo(2);
      assertThat(said).contains("another process is using");
    }
  }
}
