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
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.web.admin.TokenHash;

/** A serving process of the program, for tests that end it in various ways. */
final class Served implements AutoCloseable {
  static final String TOKEN = TokenHash.generateToken();

  private static final Pattern SERVES = Pattern.compile("serves (http://\\S+)");
  private static final long PATIENCE_SECONDS = 120;

  private final Process process;
  private final Path said;
  private final HttpClient client = HttpClient.newHttpClient();
  private String origin = "";

  private Served(Process process, Path said) {
    this.process = process;
    this.said = said;
  }

  /** A condition to wait for. */
  @FunctionalInterface
  interface Condition {
    boolean holds() throws IOException, InterruptedException;
  }

  /** Starts a command line that serves, with what is to be different in its environment. */
  static Served start(List<String> command, Path said, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().putAll(environment);
    Served served = new Served(builder.start(), said);
    served.until(
        "it serves",
        () -> {
          Matcher serves = SERVES.matcher(Files.readString(said));
          boolean there = serves.find();
          served.origin = there ? serves.group(1) : "";
          return there;
        });
    return served;
  }

  /** The command line of a JVM with the test's class path. */
  static List<String> java(Path data, Path... folders) {
    List<String> line =
        new java.util.ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.mingzhang.Main",
                "serve",
                "--threads",
                "1",
                "--port",
                "0",
                "--data",
                data.toString()));
    for (Path folder : folders) {
      line.add(folder.toString());
    }
    return line;
  }

  /** Enables administration with {@link #TOKEN}. */
  static void administered(Path data) throws IOException {
    Files.createDirectories(data);
    Files.writeString(data.resolve("admin-token"), TokenHash.hash(TOKEN).encode());
  }

  Process process() {
    return process;
  }

  void until(String what, Condition condition) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as("%s: %s", what, Files.readString(said)).isLessThan(end);
      assertThat(process.isAlive()).as("%s: %s", what, Files.readString(said)).isTrue();
      Thread.sleep(200);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(origin + path))
        .header("Authorization", "Bearer " + TOKEN);
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> send(String name, String content) throws IOException, InterruptedException {
    return client.send(
        request("/api/v1/admin/documents?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
            .POST(HttpRequest.BodyPublishers.ofString(content))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  JsonNode json(String path) throws IOException, InterruptedException {
    return new ObjectMapper().readTree(get(path).body());
  }

  JsonNode found(String words) throws IOException, InterruptedException {
    return json("/api/v1/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
        .path("hits");
  }

  /** Ends the process and its descendants, if they are still running. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      assertThat(process.waitFor(15, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
