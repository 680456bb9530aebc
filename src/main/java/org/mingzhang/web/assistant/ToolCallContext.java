package org.mingzhang.web.assistant;

import io.modelcontextprotocol.common.McpTransportContext;
import java.util.Map;

/**
 * The context of a call.
 *
 * @param origin origin of the portal as the caller reaches it, without a trailing slash; empty if
 *     unknown, so that links are relative
 * @param throttle run after each step of a long task; pauses while pages are being served
 */
public record ToolCallContext(String origin, Runnable throttle) {
  private static final String CONTEXT_KEY = "asking";

  /** The context of a process that serves a single caller. */
  static ToolCallContext ofProcess(String origin) {
    return new ToolCallContext(origin, () -> {});
  }

  McpTransportContext toTransportContext() {
    return McpTransportContext.create(Map.of(CONTEXT_KEY, this));
  }

  /**
   * Reads the context that a transport has stored in its own context; if there is none, returns one
   * without an origin and without pauses.
   */
  static ToolCallContext of(McpTransportContext context) {
    return context.get(CONTEXT_KEY) instanceof ToolCallContext call ? call : ofProcess("");
  }

  /** The absolute address of a path of the portal; the path itself if the origin is not known. */
  String absoluteAddress(String path) {
    return origin + path;
  }
}
