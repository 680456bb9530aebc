package org.mingzhang.opensearch.plugin;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.mingzhang.wire.ShardProtocol;
import org.mingzhang.wire.ShardState;
import org.mingzhang.wire.ShardStates;
import org.opensearch.action.support.GroupedActionListener;
import org.opensearch.action.support.IndicesOptions;
import org.opensearch.cluster.ClusterState;
import org.opensearch.cluster.metadata.IndexNameExpressionResolver;
import org.opensearch.core.action.ActionListener;
import org.opensearch.core.index.Index;
import org.opensearch.rest.BaseRestHandler;
import org.opensearch.rest.RestRequest;
import org.opensearch.transport.client.node.NodeClient;

/**
 * {@code POST /_mingzhang/{index}/_hold}: the current states of all shards of an index, for one
 * search. Fails if the state of any shard is not available.
 */
final class RestHoldAction extends BaseRestHandler {
  private final Supplier<ClusterState> cluster;
  private final IndexNameExpressionResolver names;

  RestHoldAction(Supplier<ClusterState> cluster, IndexNameExpressionResolver names) {
    this.cluster = cluster;
    this.names = names;
  }

  @Override
  public String getName() {
    return "mingzhang_hold";
  }

  @Override
  public List<Route> routes() {
    return List.of(new Route(RestRequest.Method.POST, "/_mingzhang/{index}/_hold"));
  }

  /** A shard's state with its number. */
  private record Numbered(int shard, ShardState state) {}

  @Override
  protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
    RestAskAction.requireProtocol(request);
    String asked = request.param("index");
    ClusterState state = cluster.get();
    Index index =
        names
            .concreteIndices(state, IndicesOptions.strictSingleIndexNoExpandForbidClosed(), asked)[
            0];
    int shards = state.metadata().getIndexSafe(index).getNumberOfShards();
    return channel -> {
      ActionListener<Collection<Numbered>> all =
          ActionListener.wrap(
              told -> RestAskAction.answer(channel, encoded(index.getName(), told)),
              e -> RestAskAction.fail(channel, e));
      GroupedActionListener<Numbered> each = new GroupedActionListener<>(all, shards);
      for (int i = 0; i < shards; i++) {
        int shard = i;
        client.execute(
            AskAction.INSTANCE,
            new AskRequest(index.getName(), shard, "", AskRequest.HOLD, new byte[0]),
            ActionListener.wrap(
                response ->
                    each.onResponse(
                        new Numbered(shard, ShardProtocol.decodeState(response.answer()))),
                each::onFailure));
      }
    };
  }

  private static byte[] encoded(String index, Collection<Numbered> told) throws IOException {
    ShardState[] states = new ShardState[told.size()];
    for (Numbered each : told) {
      states[each.shard()] = each.state();
    }
    return ShardProtocol.encode(new ShardStates(index, Arrays.asList(states)));
  }
}
