package org.mingzhang.opensearch.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opensearch.Version;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.node.NodeValidationException;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/**
 * Runs one node until its standard input ends, so that it does not outlive its parent process.
 *
 * <p>Arguments are {@code NAME HOME HTTP-PORT TRANSPORT-PORT ALL-TRANSPORT-PORTS}, the last
 * separated by commas. Plugins are loaded from {@code HOME/plugins}. The node listens on the
 * loopback interface only and has neither authentication nor encryption.
 */
public final class TrialNode extends Node {
  private TrialNode(Environment environment) {
    super(
        environment,
        List.of(plugin(Netty4ModulePlugin.class, "network"), plugin(ActionLog.class, "actions")),
        false);
  }

  private static PluginInfo plugin(Class<?> type, String purpose) {
    String name = type.getName();
    return new PluginInfo(
        name, purpose, Version.CURRENT.toString(), Version.CURRENT, "21", name, List.of(), false);
  }

  private static Environment environment(
      String name, Path home, String http, String transport, List<String> all) {
    Settings settings =
        Settings.builder()
            .put("cluster.name", "mingzhang-trial")
            .put("node.name", name)
            .put("path.home", home.toString())
            .put("network.host", "127.0.0.1")
            .put("http.port", http)
            .put("transport.port", transport)
            .put("http.type", "netty4")
            .put("transport.type", "netty4")
            .put("node.processors", 2)
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .putList("discovery.seed_hosts", all.stream().map(p -> "127.0.0.1:" + p).toList())
            .putList("cluster.initial_cluster_manager_nodes", names(all.size()))
            .build();
    return InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> name);
  }

  private static List<String> names(int nodes) {
    return java.util.stream.IntStream.rangeClosed(1, nodes).mapToObj(i -> "node-" + i).toList();
  }

  /** Runs a node. */
  public static void main(String[] arguments)
      throws IOException, NodeValidationException, InterruptedException {
    Path home = Path.of(arguments[1]).toAbsolutePath();
    Files.createDirectories(home.resolve("config"));
    Environment environment =
        environment(
            arguments[0], home, arguments[2], arguments[3], List.of(arguments[4].split(",")));
    TrialNode node = new TrialNode(environment);
    node.start();
    while (System.in.read() >= 0) {
      // nobody says anything
    }
    node.close();
    System.exit(0);
  }
}
