package org.mingzhang.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server of the tests' own, started once for all of them in a temporary folder and
 * ended with the process. It refuses to run as root, so root starts it as the user {@code
 * postgres}, which comes with the Debian package.
 */
public final class PostgresServer {
  /** Why a test that needs it is skipped. */
  public static final String MISSING =
      "PostgreSQL is not installed (Debian: apt-get install postgresql)";

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static @Nullable PostgresServer running;

  private final int port;

  private PostgresServer(int port) {
    this.port = port;
  }

  /** Whether there is one to start. */
  public static boolean installed() {
    return programs().isPresent();
  }

  /** An empty database. */
  public static SharedLedgerSettings database() {
    PostgresServer server = server();
    String name = "ledger" + DATABASES.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(server.url("postgres"), "test", "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
      return new SharedLedgerSettings(
          server.url(name), "test", null, SharedLedgerSettings.DEFAULT_LEASE_DURATION);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private static synchronized PostgresServer server() {
    PostgresServer server = running;
    if (server == null) {
      try {
        server = start(programs().orElseThrow());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      running = server;
    }
    return server;
  }

  private static Optional<Path> programs() {
    List<Path> folders = new ArrayList<>();
    Path debian = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(debian)) {
      try (Stream<Path> versions = Files.list(debian)) {
        versions.map(version -> version.resolve("bin")).sorted().forEach(folders::addFirst);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    for (String folder : String.valueOf(System.getenv("PATH")).split(":", -1)) {
      folders.add(Path.of(folder));
    }
    return folders.stream().filter(p -> Files.isExecutable(p.resolve("initdb"))).findFirst();
  }

  private static PostgresServer start(Path programs) throws IOException {
    Path data = Files.createTempDirectory("mingzhang-ledger");
    if (root()) {
      run(List.of("chown", "postgres", data.toString()));
    }
    String folder = data.toString();
    run(
        as(
            programs.resolve("initdb"),
            "-D",
            folder,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "-U",
            "test"));
    int port = freePort();
    String options =
        "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off";
    Path control = programs.resolve("pg_ctl");
    run(as(control, "-D", folder, "-w", "-l", folder + "/log", "-o", options, "start"));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(control, folder)));
    return new PostgresServer(port);
  }

  private static void stop(Path control, String folder) {
    try {
      run(as(control, "-D", folder, "-w", "-m", "immediate", "stop"));
      run(List.of("rm", "-rf", folder));
    } catch (IOException e) {
      System.err.println("the tests' PostgreSQL could not be stopped: " + e.getMessage());
    }
  }

  private static boolean root() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static List<String> as(Path program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (root()) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(program.toString());
    command.addAll(List.of(arguments));
    return command;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void run(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .directory(Path.of(System.getProperty("java.io.tmpdir")).toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException(command + " failed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(command + " was interrupted", e);
    }
  }
}
