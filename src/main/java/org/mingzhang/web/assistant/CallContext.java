package org.mingzhang.web.assistant;

import io.modelcontextprotocol.common.McpTransportContext;
import java.util.Map;

/**
 * The circumstances of a call.
 *
 * @param origin address of the portal as the caller reaches it, without a closing slash; empty
 *     where it is not known, so that links begin with their path
 * @param pace to be run after each part of long work, which then gives way to pages
 */
public record CallContext(String origin, Runnable pace) {
  private static final String KEY = "asking";

  /** A call by a program that was started for one caller. */
  static CallContext alone(String origin) {
    return new CallContext(origin, () -> {});
  }

  McpTransportContext context() {
    return McpTransportContext.create(Map.of(KEY, this));
  }

  /** The circumstances that a transport has put into its context. */
  static CallContext of(McpTransportContext context) {
    return context.get(KEY) instanceof CallContext asking ? asking : alone("");
  }

  /** An address of the portal as the caller can open it. */
  String link(String path) {
    return origin + path;
  }
}
