package org.mingzhang.web.assistant;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.address.PortalBaseUrl;
import org.mingzhang.web.guard.AdmissionControl;
import org.mingzhang.web.guard.BackgroundThrottle;
import org.mingzhang.web.guard.RequestGuard;

/**
 * {@code POST /mcp}: the Model Context Protocol over streamable HTTP, without sessions and without
 * a stream from the server. Requests pass the {@link RequestGuard}; the number of messages answered
 * at the same time is limited again in this class, after the messages have been read, so that slow
 * senders do not occupy a processor. Requests from other origins, or with an unknown Host (DNS
 * rebinding), are refused.
 */
public final class McpEndpoint implements Handler {
  /** Path of the endpoint. */
  public static final String PATH = RequestGuard.ASSISTANTS_PATH;

  private final StatelessTransport transport = new StatelessTransport();
  private final PortalBaseUrl baseUrl;
  private final AdmissionControl admission;

  /**
   * Creates an endpoint of a server.
   *
   * @param baseUrl names of the portal
   * @param admission limits the number of messages answered at the same time
   */
  public McpEndpoint(PortalMcpServer server, PortalBaseUrl baseUrl, AdmissionControl admission) {
    this.baseUrl = baseUrl;
    this.admission = admission;
    server.serve(transport);
  }

  @Override
  public void handle(Context ctx) throws IOException {
    StatelessTransport.Reply refused = findRefusal(ctx);
    sendReply(ctx, refused == null ? answer(ctx) : refused);
  }

  /** Refuses GET, HEAD and DELETE with 405, since there is no stream and no session to end. */
  public void refuseMethod(Context ctx) {
    ctx.header("Allow", "POST");
    sendReply(
        ctx,
        transport.buildError(
            405,
            ErrorCodes.INVALID_REQUEST,
            "messages of the Model Context Protocol are sent by POST; there are no sessions"));
  }

  private static void sendReply(Context ctx, StatelessTransport.Reply reply) {
    ctx.status(reply.status()).header("Cache-Control", "no-store");
    String body = reply.body();
    if (body != null) {
      ctx.contentType("application/json; charset=utf-8")
          .result(body.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The reply that refuses a request before its body is read; null if the request is accepted. */
  private StatelessTransport.@Nullable Reply findRefusal(Context ctx) {
    if (!baseUrl.acceptsHost(ctx) || !baseUrl.acceptsOrigin(ctx)) {
      return transport.buildError(
          403,
          ErrorCodes.INVALID_REQUEST,
          "this Host or Origin is not allowed; --public-url or --allow-host allow others");
    }
    String type = ctx.contentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      return transport.buildError(
          415, ErrorCodes.INVALID_REQUEST, "the message must be application/json");
    }
    String version = ctx.header("MCP-Protocol-Version");
    if (version != null && !transport.protocolVersions().contains(version)) {
      return transport.buildError(
          400,
          ErrorCodes.INVALID_REQUEST,
          "MCP-Protocol-Version must be one of " + transport.protocolVersions());
    }
    return null;
  }

  private StatelessTransport.Reply answer(Context ctx) throws IOException {
    Optional<String> body = readBody(ctx);
    if (body.isEmpty()) {
      return transport.buildError(
          413,
          ErrorCodes.INVALID_REQUEST,
          "a message may have at most " + PortalMcpServer.MAX_MESSAGE_BYTES + " bytes");
    }
    Optional<JSONRPCMessage> message = transport.parse(body.get());
    if (message.isEmpty()) {
      return transport.buildError(
          400, ErrorCodes.PARSE_ERROR, "one message of JSON-RPC 2.0 is expected, not a batch");
    }
    BackgroundThrottle pacing = BackgroundThrottle.findThrottle(ctx);
    ToolCallContext call = new ToolCallContext(baseUrl.resolveOrigin(ctx), pacing::pauseIfBusy);
    long begun = admission.enter();
    pacing.restart();
    try {
      return transport.handle(message.get(), call.toTransportContext());
    } finally {
      admission.leave(begun);
    }
  }

  private static Optional<String> readBody(Context ctx) throws IOException {
    if (ctx.req().getContentLengthLong() > PortalMcpServer.MAX_MESSAGE_BYTES) {
      return Optional.empty();
    }
    try (InputStream in = ctx.bodyInputStream()) {
      byte[] bytes = in.readNBytes(PortalMcpServer.MAX_MESSAGE_BYTES + 1);
      return bytes.length > PortalMcpServer.MAX_MESSAGE_BYTES
          ? Optional.empty()
          : Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }
  }
}
