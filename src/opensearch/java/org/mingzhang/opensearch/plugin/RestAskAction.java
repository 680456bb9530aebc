package org.mingzhang.opensearch.plugin;

import java.io.IOException;
import java.util.List;
import org.mingzhang.wire.ShardProtocol;
import org.opensearch.OpenSearchStatusException;
import org.opensearch.core.action.ActionListener;
import org.opensearch.core.common.bytes.BytesArray;
import org.opensearch.core.common.bytes.BytesReference;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.rest.BaseRestHandler;
import org.opensearch.rest.BytesRestResponse;
import org.opensearch.rest.RestChannel;
import org.opensearch.rest.RestRequest;
import org.opensearch.transport.client.node.NodeClient;

/** {@code POST /_mingzhang/{index}/{shard}/{state}/{method}}: a call to one shard. */
final class RestAskAction extends BaseRestHandler {
  private static final String CBOR = "application/cbor";

  @Override
  public String getName() {
    return "mingzhang_ask";
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(RestRequest.Method.POST, "/_mingzhang/{index}/{shard}/{state}/{question}"));
  }

  @Override
  protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
    requireProtocol(request);
    AskRequest ask =
        new AskRequest(
            request.param("index"),
            request.paramAsInt("shard", 0),
            request.param("state"),
            request.param("question"),
            BytesReference.toBytes(request.content()));
    return channel ->
        client.execute(
            AskAction.INSTANCE,
            ask,
            ActionListener.wrap(
                response -> answer(channel, response.answer()), e -> fail(channel, e)));
  }

  /** Rejects requests of another protocol version, whose bytes would be misinterpreted. */
  static void requireProtocol(RestRequest request) {
    String theirs = String.valueOf(request.header("Mingzhang-Protocol"));
    if (!theirs.equals(ShardProtocol.VERSION)) {
      throw new OpenSearchStatusException(
          "the plugin speaks " + ShardProtocol.VERSION + " and the portal " + theirs,
          RestStatus.CONFLICT);
    }
  }

  static void answer(RestChannel channel, byte[] body) {
    channel.sendResponse(new BytesRestResponse(RestStatus.OK, CBOR, new BytesArray(body)));
  }

  static void fail(RestChannel channel, Exception failure) {
    try {
      channel.sendResponse(new BytesRestResponse(channel, failure));
    } catch (IOException e) {
      channel.sendResponse(
          new BytesRestResponse(RestStatus.INTERNAL_SERVER_ERROR, String.valueOf(failure)));
    }
  }
}
