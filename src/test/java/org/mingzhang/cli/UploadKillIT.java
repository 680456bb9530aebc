package org.mingzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files sent to the program as it is started, which is killed or told to end at random moments:
 * whatever was answered 202 is found in the end, once. Rounds: {@code mingzhang.upload.rounds};
 * seed: {@code mingzhang.upload.seed}.
 */
class UploadKillIT {
  private static final String NAME = "2024年度部门决算.txt";

  @TempDir Path folder;

  /** Queue ids of the files that were answered with 202. */
  private final Map<Integer, Long> accepted = new TreeMap<>();

  private int sent;

  @Test
  void every_202_is_found_in_the_end_and_none_twice() throws Exception {
    int rounds = Integer.getInteger("mingzhang.upload.rounds", 2);
    long seed = Long.getLong("mingzhang.upload.seed", System.nanoTime());
    Random random = new Random(seed);
    Path data = folder.resolve("data");
    Path files = Files.createDirectories(folder.resolve("files"));
    Files.writeString(files.resolve("x.txt"), text(-1));
    Served.administered(data);
    for (int round = 0; round < rounds; round++) {
      try (Served served = start(data, files)) {
        sendUntilItEnds(served, random.nextBoolean(), random.nextInt(2500));
      }
    }
    try (Served served = start(data, files)) {
      drain(served);
      for (Map.Entry<Integer, Long> file : accepted.entrySet()) {
        String where = "file " + file.getKey() + " of seed " + seed;
        JsonNode entry = served.json("/api/v1/admin/queue/" + file.getValue());
        assertThat(entry.path("state").asText()).as("%s: %s", where, entry).isEqualTo("kept");
        served.until(where, () -> served.found("\"" + words(file.getKey()) + "\"").size() == 1);
      }
    }
    System.out.println(
        rounds
            + " rounds of seed "
            + seed
            + ": "
            + accepted.size()
            + " of "
            + sent
            + " files were answered 202, all are found once");
  }

  /** Waits for as long as what is queued grows less: many rounds leave thousands of files. */
  private static void drain(Served served) throws IOException, InterruptedException {
    for (int left = queued(served), before = Integer.MAX_VALUE; left > 0; left = queued(served)) {
      assertThat(left).as("files that wait, 30 s after %s did", before).isLessThan(before);
      before = left;
      for (int second = 0; second < 30 && queued(served) > 0; second++) {
        Thread.sleep(1_000);
      }
    }
  }

  private static int queued(Served served) throws IOException, InterruptedException {
    return served.json("/api/v1/admin/status").path("queued").asInt();
  }

  private Served start(Path data, Path files) throws IOException, InterruptedException {
    return Served.start(Served.java(data, files), folder.resolve("said.txt"), Map.of());
  }

  private static String words(int file) {
    return "编号甲" + file + "乙";
  }

  private static String text(int file) {
    return "样本市第%d局2024年度部门决算\n第一部分 概况\n一、职责\n%s的职责。\n二、机构\n无。\n".formatted(file, words(file));
  }

  /** Sends until the program has ended, some time after the first file was accepted. */
  private void sendUntilItEnds(Served served, boolean inOrder, int millis) throws Exception {
    int before = accepted.size();
    while (accepted.size() == before && served.process().isAlive()) {
      try {
        send(served);
      } catch (IOException cut) {
        // the server may close a kept connection; unanswered files are sent again
        Thread.sleep(100);
      }
    }
    Thread ending =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    Thread.sleep(millis);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  if (inOrder) {
                    served.process().destroy();
                  } else {
                    served.process().destroyForcibly();
                  }
                });
    while (served.process().isAlive()) {
      try {
        send(served);
      } catch (IOException ended) {
        assertThat(served.process().waitFor(40, TimeUnit.SECONDS)).isTrue();
      }
    }
    ending.join();
  }

  /** Pause between uploads; the test is about kills and not about load. */
  private void send(Served served) throws IOException, InterruptedException {
    Thread.sleep(20);
    int file = sent++;
    HttpResponse<String> answer = served.send(NAME, text(file));
    if (answer.statusCode() == 202) {
      String status = answer.headers().firstValue("Location").orElseThrow();
      accepted.put(file, Long.parseLong(status.replaceAll(".*/", "")));
    }
  }
}
