package org.mingzhang.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A server of the tests' own that speaks S3, the npm package s3rver, fetched once into the build's
 * folder, started once for all tests and ended with the process.
 */
final class S3Server {
  /** Why a test that needs it is skipped. */
  static final String MISSING = "s3rver is not there (npm, and its registry, are needed)";

  private static final String PACKAGE = "s3rver@3.7.1";
  private static final Path HOME = Path.of("target", "s3rver").toAbsolutePath();
  private static final Path PROGRAM = HOME.resolve("node_modules/s3rver/bin/s3rver.js");
  private static final String BUCKET = "archive";
  private static @Nullable S3Server running;
  private static int stores;

  private final int port;

  private S3Server(int port) {
    this.port = port;
  }

  /** Whether there is one to start; fetches it where it is not there. */
  static synchronized boolean available() {
    if (Files.exists(PROGRAM)) {
      return true;
    }
    try {
      Files.createDirectories(HOME);
      Process npm =
          new ProcessBuilder(
                  "npm",
                  "install",
                  "--no-audit",
                  "--no-fund",
                  "--ignore-scripts",
                  "--prefix",
                  HOME.toString(),
                  PACKAGE)
              .redirectErrorStream(true)
              .redirectOutput(HOME.resolve("npm.log").toFile())
              .start();
      return npm.waitFor(3, TimeUnit.MINUTES) && npm.exitValue() == 0 && Files.exists(PROGRAM);
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static synchronized S3Server running() {
    S3Server server = running;
    if (server == null) {
      try {
        server = start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      running = server;
    }
    return server;
  }

  private static S3Server start() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Path data = Files.createTempDirectory("mingzhang-s3");
    Process process =
        new ProcessBuilder(
                "node",
                PROGRAM.toString(),
                "-d",
                data.toString(),
                "-a",
                "127.0.0.1",
                "-p",
                String.valueOf(port),
                "--configure-bucket",
                BUCKET,
                "--silent")
            .redirectErrorStream(true)
            .redirectOutput(HOME.resolve("server.log").toFile())
            .start();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  process.destroyForcibly();
                  remove(data);
                }));
    for (int i = 0; i < 300; i++) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return new S3Server(port);
      } catch (IOException notYet) {
        pause();
      }
    }
    throw new IOException("s3rver did not start: " + Files.readString(HOME.resolve("server.log")));
  }

  private static void remove(Path data) {
    try {
      var unused = new ProcessBuilder(List.of("rm", "-rf", data.toString())).start();
    } catch (IOException e) {
      System.err.println(data + " could not be removed: " + e.getMessage());
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** An empty place in the bucket. */
  synchronized S3StoreSettings store(String prefix) {
    return new S3StoreSettings(
        BUCKET,
        prefix + stores++ + "/",
        URI.create("http://127.0.0.1:" + port),
        S3StoreSettings.DEFAULT_REGION,
        "S3RVER",
        "S3RVER");
  }
}
