package org.mingzhang.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.io.file.PathUtils;

/**
 * An OpenSearch cluster on this machine for trials and tests. Each node is a process with the
 * plugin and ends when this process does. Nodes are numbered from 0. Not thread-safe.
 */
public final class TrialCluster implements AutoCloseable {
  private static final String NODE_MAIN_CLASS = "org.mingzhang.opensearch.node.TrialNode";
  private static final long GRACE_SECONDS = 20;
  private static final int FIRST_PORT = 20_000;
  private static final int MAX_PORTS = 10_000;

  private final Path softwareFolder;
  private final Path folder;
  private final int heapMegabytes;
  private final List<Integer> httpPorts;
  private final List<Integer> transportPorts = new ArrayList<>();
  private final List<Process> processes = new ArrayList<>();

  /**
   * Creates a cluster that is not started yet.
   *
   * @param softwareFolder folder with {@code lib}, {@code node} and {@code
   *     mingzhang-opensearch.zip}
   * @param folder folder for data and logs of the nodes
   * @param heapMegabytes heap size of a node in MiB
   * @param ports HTTP ports, one for each node
   */
  public TrialCluster(Path softwareFolder, Path folder, int heapMegabytes, List<Integer> ports) {
    this.softwareFolder = softwareFolder.toAbsolutePath();
    this.folder = folder.toAbsolutePath();
    this.heapMegabytes = heapMegabytes;
    this.httpPorts = List.copyOf(ports);
  }

  /** Whether a folder contains the software of the nodes. */
  public static boolean hasSoftware(Path softwareFolder) {
    return Files.isDirectory(softwareFolder.resolve("lib"))
        && Files.isDirectory(softwareFolder.resolve("node"))
        && Files.isRegularFile(softwareFolder.resolve("mingzhang-opensearch.zip"));
  }

  /**
   * Finds distinct free ports of this machine, below the range of ephemeral ports, since an
   * outgoing connection could take such a port before a node listens.
   *
   * @throws IOException if there are not enough
   */
  public static List<Integer> findFreePorts(int count) throws IOException {
    List<Integer> ports = new ArrayList<>();
    for (int tried = 0; tried < MAX_PORTS && ports.size() < count; tried++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, FIRST_PORT + MAX_PORTS);
      if (!ports.contains(port) && isFree(port)) {
        ports.add(port);
      }
    }
    if (ports.size() < count) {
      throw new IOException("there are not " + count + " free ports");
    }
    return ports;
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  /** The value of {@code --engine} for this cluster. */
  public String engineOption() {
    return "opensearch="
        + httpPorts.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
  }

  /** Starts all nodes and returns at once; they need some seconds until they accept requests. */
  public void start() throws IOException {
    List<Integer> free = new ArrayList<>(findFreePorts(2 * httpPorts.size()));
    free.removeAll(httpPorts);
    transportPorts.addAll(free.subList(0, httpPorts.size()));
    for (int i = 0; i < httpPorts.size(); i++) {
      processes.add(start(i));
    }
  }

  /** Starts again a node that has ended, with the same data and ports. */
  public void restart(int number) throws IOException {
    processes.set(number, start(number));
  }

  private Process start(int number) throws IOException {
    Path home = folder.resolve("node-" + (number + 1));
    installPlugin(home.resolve("plugins").resolve("mingzhang"));
    Path options = Files.createDirectories(home.resolve("config")).resolve("log4j2.properties");
    Files.writeString(options, LOGGING_CONFIGURATION);
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xms" + heapMegabytes + "m",
            "-Xmx" + heapMegabytes + "m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Dlog4j2.configurationFile=" + options,
            "--enable-native-access=ALL-UNNAMED",
            "--add-modules=jdk.incubator.vector",
            "-cp",
            softwareFolder.resolve("node")
                + "/*"
                + System.getProperty("path.separator")
                + softwareFolder.resolve("lib")
                + "/*",
            NODE_MAIN_CLASS,
            "node-" + (number + 1),
            home.toString(),
            String.valueOf(httpPorts.get(number)),
            String.valueOf(transportPorts.get(number)),
            transportPorts.stream().map(String::valueOf).collect(Collectors.joining(",")));
    return new ProcessBuilder(command)
        .directory(home.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("node.log").toFile()))
        .start();
  }

  /**
   * Configuration of the nodes' log. Without it, the codec would warn about each field that is not
   * in the mapping.
   */
  private static final String LOGGING_CONFIGURATION =
      """
      status = error
      appender.console.type = Console
      appender.console.name = console
      appender.console.layout.type = PatternLayout
      appender.console.layout.pattern = %d{HH:mm:ss} %-5p %c{1} %m%n
      rootLogger.level = warn
      rootLogger.appenderRef.console.ref = console
      logger.codec.name = org.opensearch.index.codec
      logger.codec.level = error
      """;

  private void installPlugin(Path plugin) throws IOException {
    if (Files.exists(plugin)) {
      PathUtils.deleteDirectory(plugin);
    }
    Files.createDirectories(plugin);
    try (InputStream in = Files.newInputStream(softwareFolder.resolve("mingzhang-opensearch.zip"));
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory()) {
          Files.copy(zip, plugin.resolve(Path.of(entry.getName()).getFileName().toString()));
        }
      }
    }
  }

  /** The number of the first node that has ended; -1 if all are running. */
  public int findFirstEnded() {
    for (int i = 0; i < processes.size(); i++) {
      if (!processes.get(i).isAlive()) {
        return i;
      }
    }
    return -1;
  }

  /** The log file of a node. */
  public Path logFile(int number) {
    return folder.resolve("node-" + (number + 1)).resolve("node.log");
  }

  /** Kills a node, as after a crash, and waits until it has ended. */
  public void kill(int number) {
    Process process = processes.get(number);
    process.destroyForcibly();
    boolean unused = awaitExit(process);
  }

  private static boolean awaitExit(Process process) {
    try {
      return process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Ends all nodes by closing their standard input, and kills those that have not ended in time.
   */
  @Override
  public void close() {
    end(processes);
  }

  static void end(List<Process> processes) {
    for (Process process : processes) {
      try {
        process.getOutputStream().close();
      } catch (IOException e) {
        // its input was closed already: the process ends by itself, or is killed below
      }
    }
    for (Process process : processes) {
      if (!awaitExit(process)) {
        process.destroyForcibly();
      }
    }
  }
}
