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

/** Runs a cluster on this machine for trying out. */
@Command(
    name = "cluster",
    description =
        "Run an OpenSearch cluster with the plugin on this machine, each node a process of its own,"
            + " for trying out --engine; it listens on this machine alone.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:stopped by a signal",
      "2:the nodes' software is not there, a port is taken, or the folder cannot be used",
      "3:a node has ended by itself"
    })
final class ClusterCommand implements Callable<Integer> {
  private static final int LONGEST_START_SECONDS = 180;

  private final Terminal terminal;
  private final @Nullable Path home;

  @Option(
      names = "--nodes",
      paramLabel = "N",
      defaultValue = "3",
      description = "How many nodes (default: ${DEFAULT-VALUE}).")
  private int nodes = 3;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "9200",
      description =
          "Port of the first node, those of the others follow; 0 for any free ones (default:"
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

  /** A command that finds the nodes' software under the program's own folder. */
  ClusterCommand(Terminal terminal, @Nullable Path home) {
    this.terminal = terminal;
    this.home = home;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (nodes < 1 || nodes > 9) {
      throw new BadOptionException("--nodes: " + nodes + " is not within 1 to 9");
    }
    Path software = (home == null ? Path.of("") : home).resolve("target").resolve("opensearch");
    if (!TrialCluster.hasSoftware(software)) {
      throw new BadOptionException(
          software
              + " does not hold the nodes' software: run ./mingzhang cluster, which fetches it");
    }
    List<Integer> ports =
        port == 0
            ? TrialCluster.freePorts(nodes)
            : IntStream.range(port, port + nodes).boxed().toList();
    try (ShutdownSignal signal = new ShutdownSignal();
        TrialCluster cluster = new TrialCluster(software, folder, heap, ports)) {
      cluster.start();
      if (!answers(cluster, ports.getFirst())) {
        return ended(cluster);
      }
      say("A cluster of " + nodes + " nodes runs (stop with Ctrl-C). Use it with");
      say("  ./mingzhang serve --engine " + cluster.engine());
      while (!signal.await(Duration.ofSeconds(1))) {
        // who stops this with Ctrl-C stops the nodes, too
        if (cluster.ended() >= 0 && !signal.await(Duration.ofSeconds(1))) {
          return ended(cluster);
        }
      }
    }
    say("Stopped.");
    return 0;
  }

  private int ended(TrialCluster cluster) {
    int number = Math.max(0, cluster.ended());
    terminal.err().println("node " + (number + 1) + " does not run; see " + cluster.log(number));
    return 3;
  }

  /** Waits until all nodes have found each other. */
  private boolean answers(TrialCluster cluster, int first) throws InterruptedException {
    URI health =
        URI.create(
            "http://127.0.0.1:" + first + "/_cluster/health?timeout=1s&wait_for_nodes=" + nodes);
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (int i = 0; i < LONGEST_START_SECONDS && cluster.ended() < 0; i++) {
        try {
          HttpRequest request = HttpRequest.newBuilder(health).build();
          if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
            return true;
          }
        } catch (IOException notYet) {
          // it does not listen yet
        }
        Thread.sleep(1000);
      }
    }
    return false;
  }

  private void say(String line) {
    terminal.out().println(line);
    terminal.out().flush();
  }
}
