package org.mingzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the program as it is started: serves while files are added, changed, moved and deleted. */
class WatchIT {
  private static final Pattern SERVES = Pattern.compile("serves (http://\\S+)");
  private static final long PATIENCE_SECONDS = 120;

  @TempDir Path temporary;
  private final HttpClient client = HttpClient.newHttpClient();
  private Path folder;
  private Path said;
  private Process process;
  private String origin = "";

  @BeforeEach
  void serve() throws Exception {
    folder = Files.createDirectory(temporary.resolve("files"));
    said = temporary.resolve("said.txt");
    process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.mingzhang.Main",
                "serve",
                "--watch",
                "--threads",
                "1",
                "--port",
                "0",
                "--data",
                temporary.resolve("data").toString(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    until(
        "it serves",
        () -> {
          Matcher serves = SERVES.matcher(Files.readString(said));
          boolean there = serves.find();
          origin = there ? serves.group(1) : "";
          return there;
        });
  }

  @AfterEach
  void stop() throws InterruptedException {
    process.destroy();
    boolean ended = process.waitFor(15, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(ended)
        .as("a portal that is told to end ends, with nothing left to wait for")
        .isTrue();
  }

  /** A condition to wait for. */
  @FunctionalInterface
  private interface Condition {
    boolean holds() throws IOException, InterruptedException;
  }

  private void until(String what, Condition condition) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as("%s: %s", what, Files.readString(said)).isLessThan(end);
      Thread.sleep(300);
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(origin + path)).header("Accept", "text/html").build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode found(String words) throws IOException, InterruptedException {
    return new ObjectMapper()
        .readTree(
            get("/api/v1/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)).body())
        .path("hits");
  }

  private static String text(String words) {
    return "样本市东岸区档案馆2024年度部门决算\n第一部分 概况\n一、主要职责\n" + words + "的保管。\n";
  }

  @Test
  void files_that_come_change_move_and_go_are_found_as_they_are_and_none_is_lost()
      throws Exception {
    Path file = Files.writeString(folder.resolve("档案馆.txt"), text("甲种卷宗"));
    until("the new file is found", () -> found("\"甲种卷宗\"").size() == 1);
    String document = found("\"甲种卷宗\"").get(0).path("id").asText().replaceAll("/.*", "");

    Files.writeString(file, text("乙种卷宗及其目录"));
    until("the changed file is found", () -> found("\"乙种卷宗\"").size() == 1);
    assertThat(found("\"甲种卷宗\"")).isEmpty();
    assertThat(get("/d/" + document + "/changes").body()).contains("甲", "乙");

    Path moved = Files.move(file, folder.resolve("改名.txt"));
    Files.writeString(folder.resolve("另一个.txt"), text("丙种卷宗").replace("档案馆", "图书馆"));
    until("the next file is found", () -> found("\"丙种卷宗\"").size() == 1);
    assertThat(found("\"乙种卷宗\"")).as("a name is no document").hasSize(1);

    Files.delete(moved);
    Files.writeString(folder.resolve("第三个.txt"), text("丁种卷宗").replace("档案馆", "文化馆"));
    until("the last file is found", () -> found("\"丁种卷宗\"").size() == 1);
    assertThat(found("\"乙种卷宗\"")).as("what went away at its source is kept").hasSize(1);
    assertThat(get("/d/" + document).statusCode()).isEqualTo(200);
    assertThat(get("/d/" + document + "/original").body()).contains("乙种卷宗");
  }
}
