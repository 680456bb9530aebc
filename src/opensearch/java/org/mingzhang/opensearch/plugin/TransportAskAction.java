package org.mingzhang.opensearch.plugin;

import java.io.IOException;
import java.util.List;
import org.mingzhang.wire.ShardProtocol;
import org.opensearch.OpenSearchStatusException;
import org.opensearch.action.support.ActionFilters;
import org.opensearch.action.support.single.shard.TransportSingleShardAction;
import org.opensearch.cluster.ClusterState;
import org.opensearch.cluster.metadata.IndexNameExpressionResolver;
import org.opensearch.cluster.routing.IndexShardRoutingTable;
import org.opensearch.cluster.routing.PlainShardIterator;
import org.opensearch.cluster.routing.ShardRouting;
import org.opensearch.cluster.routing.ShardsIterator;
import org.opensearch.cluster.service.ClusterService;
import org.opensearch.common.inject.Inject;
import org.opensearch.core.common.io.stream.Writeable;
import org.opensearch.core.index.shard.ShardId;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.index.shard.IndexShard;
import org.opensearch.indices.IndicesService;
import org.opensearch.threadpool.ThreadPool;
import org.opensearch.transport.TransportService;

/**
 * Executes calls on the node with the primary copy of a shard. Replicas are not used, because they
 * may lag behind a refresh.
 */
public final class TransportAskAction extends TransportSingleShardAction<AskRequest, AskResponse> {
  private final IndicesService indices;
  private final ShardLeases leases;

  /** Made by the node. */
  @Inject
  public TransportAskAction(
      ThreadPool threads,
      ClusterService cluster,
      TransportService transport,
      ActionFilters filters,
      IndexNameExpressionResolver names,
      IndicesService indices,
      ShardLeases leases) {
    super(
        AskAction.NAME,
        threads,
        cluster,
        transport,
        filters,
        names,
        AskRequest::new,
        ThreadPool.Names.SEARCH);
    this.indices = indices;
    this.leases = leases;
  }

  @Override
  protected boolean resolveIndex(AskRequest request) {
    return true;
  }

  @Override
  protected ShardsIterator shards(ClusterState state, InternalRequest request) {
    IndexShardRoutingTable copies =
        state.routingTable().shardRoutingTable(request.concreteIndex(), request.request().shard());
    ShardRouting primary = copies.primaryShard();
    return new PlainShardIterator(
        copies.shardId(),
        primary != null && primary.active() ? List.of(primary) : List.<ShardRouting>of());
  }

  @Override
  protected AskResponse shardOperation(AskRequest request, ShardId id) throws IOException {
    IndexShard shard = indices.indexServiceSafe(id.getIndex()).getShard(id.id());
    if (request.question().equals(AskRequest.HOLD)) {
      if (!shard.routingEntry().primary()) {
        throw new OpenSearchStatusException(
            id + " is not the first copy", RestStatus.SERVICE_UNAVAILABLE);
      }
      return new AskResponse(ShardProtocol.encode(leases.present(shard)));
    }
    try (ShardLeases.Use lease = leases.use(id, request.state())) {
      return new AskResponse(
          ShardProtocol.dispatch(lease.port(), request.question(), request.arguments()));
    }
  }

  @Override
  protected Writeable.Reader<AskResponse> getResponseReader() {
    return AskResponse::new;
  }
}
