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
 * One message in, one answer out, nothing kept between: the stateless form of streamable HTTP, and
 * what a process answers line by line. The servlet that the SDK has for the former answers a
 * message it cannot read with the stack trace of its exception, and its transport for the latter
 * stops reading at one; here faults are errors of JSON-RPC. Safe on many threads.
 */
final class StatelessTransport implements McpStatelessServerTransport {
  /**
   * What is answered.
   *
   * @param status of HTTP
   * @param body JSON, or null for none
   */
  record Reply(int status, @Nullable String body) {}

  private static final Logger LOG = LoggerFactory.getLogger(StatelessTransport.class);

  private final McpJsonMapper json = Assistants.json();
  private volatile @Nullable McpStatelessServerHandler handler;

  @Override
  public void setMcpHandler(McpStatelessServerHandler answering) {
    this.handler = answering;
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.empty();
  }

  /** Reads a message; empty if it is none, of which the SDK has its own faults ({@code null}). */
  Optional<JSONRPCMessage> read(String text) {
    try {
      JSONRPCMessage message = McpSchema.deserializeJsonRpcMessage(json, text);
      return McpSchema.JSONRPC_VERSION.equals(message.jsonrpc())
          ? Optional.of(message)
          : Optional.empty();
    } catch (IOException | RuntimeException notOne) {
      return Optional.empty();
    }
  }

  /** Answers a message on the calling thread. */
  Reply answer(JSONRPCMessage message, McpTransportContext context) {
    McpStatelessServerHandler answering = handler;
    if (answering == null) {
      throw new IllegalStateException("no server was made for this transport");
    }
    return switch (message) {
      case JSONRPCRequest request ->
          new Reply(200, json(bounded(request, answered(answering, context, request))));
      case JSONRPCNotification notification -> {
        answering.handleNotification(context, notification).block();
        yield new Reply(202, null);
      }
      default -> refused(400, ErrorCodes.INVALID_REQUEST, "a request or notification is expected");
    };
  }

  /** The SDK throws where the parameters of a method are not of their type. */
  private static @Nullable JSONRPCResponse answered(
      McpStatelessServerHandler answering, McpTransportContext context, JSONRPCRequest request) {
    try {
      return answering.handleRequest(context, request).block();
    } catch (RuntimeException e) {
      LOG.debug("a message could not be handled", e);
      return null;
    }
  }

  /** A fault inside the SDK, where parameters are not of their type, tells no names of classes. */
  private static JSONRPCResponse bounded(
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

  /** The answer to what is no message, or none that is taken. */
  Reply refused(int status, int code, String why) {
    return new Reply(
        status,
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":"
            + code
            + ",\"message\":"
            + json(why)
            + "}}");
  }

  private String json(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (IOException e) {
      throw new IllegalStateException("records of the protocol are always written", e);
    }
  }
}
