package org.mingzhang.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs an OpenSearch cluster on this machine for trials. */
@Command(
    name = "cluster",
    description =
        "Run an OpenSearch cluster with the plugin on this machine, to try out --engine. Each node"
            + " is a process; the nodes accept connections from this machine only.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:stopped by a signal",
      "2:the software of the nodes is missing, a port is taken, or the folder cannot be used",
      "3:a node ended unexpectedly"
    })
final class ClusterCommand implements Callable<Integer> {
  /** Maximum number of checks, at least a second apart, whether all nodes have joined. */
  private static final int MAX_START_CHECKS = 180;

  private final Terminal terminal;
  private final @Nullable Path home;

  @Option(
      names = "--nodes",
      paramLabel = "N",
      defaultValue = "3",
      description = "Number of nodes (default: ${DEFAULT-VALUE}).")
  private int nodes = 3;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "9200",
      description =
          "Port of the first node; the other nodes have the next ports. 0 for free ports (default:"
              + " ${DEFAULT-VALUE}).")
  private int port = 9200;

  @Option(
      names = "--heap",
      paramLabel = "MIB",
      defaultValue = "512",
      description = "Heap of each node in MiB (default: ${DEFAULT-VALUE}).")
  private int heap = 512;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      defaultValue = "index/cluster",
      description = "Folder of the nodes' data and logs (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of("index/cluster");

  /**
   * Creates the command.
   *
   * @param home folder of the program, which contains the software of the nodes; null if not known
   */
  ClusterCommand(Terminal terminal, @Nullable Path home) {
    this.terminal = terminal;
    this.home = home;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    BadOptionException.requireRange("--nodes", nodes, 1, 9);
    BadOptionException.requireRange("--port", port, 0, 65_536 - nodes);
    Path software = (home == null ? Path.of("") : home).resolve("target").resolve("opensearch");
    if (!TrialCluster.hasSoftware(software)) {
      throw new BadOptionException(
          software
              + " does not contain the software of the nodes: run ./mingzhang cluster, which"
              + " fetches it");
    }
    List<Integer> ports =
        port == 0
            ? TrialCluster.findFreePorts(nodes)
            : IntStream.range(port, port + nodes).boxed().toList();
    try (ShutdownSignal signal = new ShutdownSignal();
        TrialCluster cluster = new TrialCluster(software, folder, heap, ports)) {
      cluster.start();
      if (!awaitNodes(cluster, ports.getFirst())) {
        return reportEndedNode(cluster);
      }
      terminal.print("A cluster of " + nodes + " nodes is running (stop with Ctrl-C). Use it with");
      terminal.print("  ./mingzhang serve --engine " + cluster.engineOption());
      while (!signal.await(Duration.ofSeconds(1))) {
        // Ctrl-C stops the nodes as well: wait for the signal before a node counts as failed
        if (cluster.findFirstEnded() >= 0 && !signal.await(Duration.ofSeconds(1))) {
          return reportEndedNode(cluster);
        }
      }
    }
    terminal.print("Stopped.");
    return 0;
  }

  private int reportEndedNode(TrialCluster cluster) {
    int number = Math.max(0, cluster.findFirstEnded());
    terminal
        .err()
        .println("node " + (number + 1) + " is not running; see " + cluster.logFile(number));
    return 3;
  }

  /**
   * Waits until all nodes have joined the cluster; returns false if one ended or it takes too long.
   */
  private boolean awaitNodes(TrialCluster cluster, int firstPort) throws InterruptedException {
    URI health =
        URI.create(
            "http://127.0.0.1:"
                + firstPort
                + "/_cluster/health?timeout=1s&wait_for_nodes="
                + nodes);
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (int i = 0; i < MAX_START_CHECKS && cluster.findFirstEnded() < 0; i++) {
        try {
          HttpRequest request = HttpRequest.newBuilder(health).build();
          if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
            return true;
          }
        } catch (IOException notYet) {
          // the node does not listen yet
        }
        Thread.sleep(1000);
      }
    }
    return false;
  }
}
