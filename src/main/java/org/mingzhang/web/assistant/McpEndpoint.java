package org.mingzhang.web.assistant;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.address.PublicAddress;
import org.mingzhang.web.guard.Admission;
import org.mingzhang.web.guard.BackgroundThrottle;
import org.mingzhang.web.guard.RequestGuard;

/**
 * {@code POST /mcp}: the Model Context Protocol over streamable HTTP, without sessions and without
 * a stream from the server, so that nothing is kept for a caller. It stands behind the same gate as
 * pages; what is worked on at once is bounded here once more, after the message has been read, so
 * that who sends slowly holds no processor. A page of another site may not call it, nor one that
 * calls the portal by a name it does not have (DNS rebinding).
 */
public final class McpEndpoint implements Handler {
  /** Where it is found. */
  public static final String PATH = RequestGuard.ASSISTANTS;

  private final StatelessTransport transport = new StatelessTransport();
  private final PublicAddress origin;
  private final Admission work;

  /**
   * Serves assistants.
   *
   * @param origin by which names the portal may be called
   * @param work bounds how many messages are worked on at once
   */
  public McpEndpoint(Assistants assistants, PublicAddress origin, Admission work) {
    this.origin = origin;
    this.work = work;
    assistants.serve(transport);
  }

  @Override
  public void handle(Context ctx) throws IOException {
    StatelessTransport.Reply refused = refused(ctx);
    reply(ctx, refused == null ? answer(ctx) : refused);
  }

  /** GET and DELETE: there is no stream and no session to end. */
  public void others(Context ctx) {
    ctx.header("Allow", "POST");
    reply(
        ctx,
        transport.refused(
            405,
            ErrorCodes.INVALID_REQUEST,
            "messages of the Model Context Protocol are sent by POST; there are no sessions"));
  }

  private static void reply(Context ctx, StatelessTransport.Reply reply) {
    ctx.status(reply.status()).header("Cache-Control", "no-store");
    String body = reply.body();
    if (body != null) {
      ctx.contentType("application/json; charset=utf-8")
          .result(body.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Why a request is not read; null if it is. */
  private StatelessTransport.@Nullable Reply refused(Context ctx) {
    if (!origin.acceptsHost(ctx) || !origin.acceptsOrigin(ctx)) {
      return transport.refused(
          403,
          ErrorCodes.INVALID_REQUEST,
          "the portal is not known by this Host or Origin; --public-url or --allow-host name"
              + " others");
    }
    String type = ctx.contentType();
    if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith("application/json")) {
      return transport.refused(
          415, ErrorCodes.INVALID_REQUEST, "the message must be application/json");
    }
    String version = ctx.header("MCP-Protocol-Version");
    if (version != null && !transport.protocolVersions().contains(version)) {
      return transport.refused(
          400,
          ErrorCodes.INVALID_REQUEST,
          "MCP-Protocol-Version must be one of " + transport.protocolVersions());
    }
    return null;
  }

  private StatelessTransport.Reply answer(Context ctx) throws IOException {
    Optional<String> body = body(ctx);
    if (body.isEmpty()) {
      return transport.refused(
          413,
          ErrorCodes.INVALID_REQUEST,
          "a message may have " + Assistants.LARGEST_MESSAGE + " bytes");
    }
    Optional<JSONRPCMessage> message = transport.read(body.get());
    if (message.isEmpty()) {
      return transport.refused(
          400, ErrorCodes.PARSE_ERROR, "one message of JSON-RPC 2.0 is expected, not a batch");
    }
    BackgroundThrottle pacing = BackgroundThrottle.of(ctx);
    CallContext asking = new CallContext(origin.of(ctx), pacing::step);
    long begun = work.enter();
    pacing.begin();
    try {
      return transport.answer(message.get(), asking.context());
    } finally {
      work.leave(begun);
    }
  }

  private static Optional<String> body(Context ctx) throws IOException {
    if (ctx.req().getContentLengthLong() > Assistants.LARGEST_MESSAGE) {
      return Optional.empty();
    }
    try (InputStream in = ctx.bodyInputStream()) {
      byte[] bytes = in.readNBytes(Assistants.LARGEST_MESSAGE + 1);
      return bytes.length > Assistants.LARGEST_MESSAGE
          ? Optional.empty()
          : Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }
  }
}
