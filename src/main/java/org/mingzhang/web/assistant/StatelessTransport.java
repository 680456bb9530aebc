package org.mingzhang.web.assistant;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * A stateless transport, used for streamable HTTP and for standard input and output: one message
 * in, one reply out. It replaces the transports of the SDK, whose servlet answers malformed
 * messages with a stack trace and whose stdio transport stops at a malformed message. This
 * transport answers them with JSON-RPC errors. Safe on many threads.
 */
final class StatelessTransport implements McpStatelessServerTransport {
  /**
   * The HTTP response to a message.
   *
   * @param status HTTP status
   * @param body JSON, or null for none
   */
  record Reply(int status, @Nullable String body) {}

  private static final Logger LOG = LoggerFactory.getLogger(StatelessTransport.class);

  private final McpJsonMapper json = PortalMcpServer.createJsonMapper();
  private volatile @Nullable McpStatelessServerHandler handler;

  @Override
  public void setMcpHandler(McpStatelessServerHandler newHandler) {
    this.handler = newHandler;
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.empty();
  }

  /** Parses a message; empty if it is malformed. */
  Optional<JSONRPCMessage> parse(String text) {
    try {
      JSONRPCMessage message = McpSchema.deserializeJsonRpcMessage(json, text);
      return McpSchema.JSONRPC_VERSION.equals(message.jsonrpc())
          ? Optional.of(message)
          : Optional.empty();
    } catch (IOException | RuntimeException notOne) {
      return Optional.empty();
    }
  }

  /**
   * Handles a message on the calling thread. The reply to a notification has status 202 and no
   * body; a message that is neither request nor notification gets 400.
   *
   * @throws IllegalStateException if no server was created for this transport
   */
  Reply handle(JSONRPCMessage message, McpTransportContext context) {
    McpStatelessServerHandler answering = handler;
    if (answering == null) {
      throw new IllegalStateException("no server was made for this transport");
    }
    return switch (message) {
      case JSONRPCRequest request ->
          new Reply(
              200, writeJson(hideInternalError(request, callHandler(answering, context, request))));
      case JSONRPCNotification notification -> {
        answering.handleNotification(context, notification).block();
        yield new Reply(202, null);
      }
      default ->
          buildError(400, ErrorCodes.INVALID_REQUEST, "a request or notification is expected");
    };
  }

  /**
   * Calls the SDK's handler. Returns null if the handler throws, as it does for parameters of a
   * wrong type.
   */
  private static @Nullable JSONRPCResponse callHandler(
      McpStatelessServerHandler mcpHandler, McpTransportContext context, JSONRPCRequest request) {
    try {
      return mcpHandler.handleRequest(context, request).block();
    } catch (RuntimeException e) {
      LOG.debug("a message could not be handled", e);
      return null;
    }
  }

  /**
   * Replaces a missing response and the SDK's internal errors, whose messages contain class names,
   * by an error for invalid parameters.
   */
  private static JSONRPCResponse hideInternalError(
      JSONRPCRequest request, @Nullable JSONRPCResponse response) {
    JSONRPCResponse.JSONRPCError error = response == null ? null : response.error();
    if (response != null && (error == null || error.code() != ErrorCodes.INTERNAL_ERROR)) {
      return response;
    }
    return JSONRPCResponse.error(
        request.id(),
        new JSONRPCResponse.JSONRPCError(
            ErrorCodes.INVALID_PARAMS, "the parameters do not fit the method", null));
  }

  /** The reply to a message that is not accepted. */
  Reply buildError(int status, int code, String reason) {
    return new Reply(
        status,
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":"
            + code
            + ",\"message\":"
            + writeJson(reason)
            + "}}");
  }

  private String writeJson(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (IOException e) {
      throw new IllegalStateException("records of the protocol are always written", e);
    }
  }
}
