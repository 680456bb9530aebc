package org.mingzhang.bench.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mingzhang.bench.BenchServer;
import org.mingzhang.bench.report.Machine;

/** A portal in a separate process. */
final class ServerProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final PrintWriter questions;
  private final int port;

  /** Starts it with this much heap and waits until it listens. */
  ServerProcess(Path index, Path archive, int heapMiB) throws IOException {
    process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + heapMiB + "m",
                // as the launcher does
                "-XX:InitiatingHeapOccupancyPercent=70",
                "-XX:-G1UseAdaptiveIHOP",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                BenchServer.class.getName(),
                index.toString(),
                archive.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    questions = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    port = Integer.parseInt(line());
  }

  private String line() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("the server has ended");
    }
    return line;
  }

  String origin() {
    return "http://127.0.0.1:" + port;
  }

  /** MiB of heap in use after a collection. */
  double heapMiB() throws IOException {
    questions.println();
    return Double.parseDouble(line());
  }

  double residentMiB() {
    return Machine.residentMiB(process.pid());
  }

  /** Processor time the server has used, in seconds. */
  double cpuSeconds() {
    return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  /** Command lines tell nothing more. */
  static List<Integer> clients() {
    return List.of(1, 8, 64);
  }

  @Override
  public void close() throws IOException {
    questions.close();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
    answers.close();
  }
}
