package org.mingzhang.bench.peer;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * PostgreSQL with pg_trgm, in a cluster of its own that is made for the run and removed after it.
 * PostgreSQL refuses to run as root, so root starts it as the user {@code postgres}.
 */
final class PostgresEngine extends SqlEngine {
  private static final String SOCKETS = "-c unix_socket_directories=''";

  private final Path programs;
  private final Path cluster;

  private PostgresEngine(Path programs, Path cluster, Connection connection) throws SQLException {
    super(connection);
    this.programs = programs;
    this.cluster = cluster;
    execute(
        "create extension pg_trgm",
        "create table sections(id text, year text, text text)",
        "set maintenance_work_mem='256MB'");
  }

  /** Where its programs are; empty where it is not installed. */
  static Optional<Path> installed() {
    List<Path> candidates = new ArrayList<>();
    for (String folder : String.valueOf(System.getenv("PATH")).split(":", -1)) {
      candidates.add(Path.of(folder));
    }
    Path debian = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(debian)) {
      try (Stream<Path> versions = Files.list(debian)) {
        versions.map(v -> v.resolve("bin")).forEach(candidates::add);
      } catch (IOException e) {
        return Optional.empty();
      }
    }
    return candidates.stream().filter(p -> Files.isExecutable(p.resolve("initdb"))).findFirst();
  }

  /** Makes a cluster in a new folder and starts it. */
  static PostgresEngine start(Path programs) throws IOException, SQLException {
    Path cluster = Files.createTempDirectory("mingzhang-postgres");
    if (root()) {
      run(List.of("chown", "postgres", cluster.toString()));
    }
    int port = freePort();
    run(
        as(
            programs.resolve("initdb"),
            "-D",
            cluster.toString(),
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "-U",
            "bench"));
    run(
        as(
            programs.resolve("pg_ctl"),
            "-D",
            cluster.toString(),
            "-w",
            "-l",
            cluster.resolve("log").toString(),
            "-o",
            "-p "
                + port
                + " -c shared_buffers=256MB -c fsync=off -c listen_addresses=127.0.0.1 "
                + SOCKETS,
            "start"));
    return new PostgresEngine(
        programs,
        cluster,
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=bench"));
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
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException(command + " failed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(command + " was interrupted", e);
    }
  }

  @Override
  public String name() {
    return "PostgreSQL pg_trgm";
  }

  @Override
  public void finish() throws SQLException {
    execute("create index on sections using gin(text gin_trgm_ops)", "vacuum analyze sections");
  }

  @Override
  public long bytes() throws SQLException {
    return number("select pg_total_relation_size('sections')");
  }

  @Override
  public void close() throws IOException {
    super.close();
    run(as(programs.resolve("pg_ctl"), "-D", cluster.toString(), "-m", "immediate", "stop"));
    Folders.remove(cluster);
  }
}
