package org.mingzhang.web.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Map;
import org.mingzhang.web.source.DataFault;
import org.mingzhang.web.source.DataHealth;

/**
 * The state of index and archive, {@code /health}: known damage, with at most 100 names for each
 * fault, and what has not been checked since the start. The status is 200 even if there is damage,
 * because the portal continues to serve the undamaged part.
 */
public final class HealthApi implements Handler {
  private static final int MAX_NAMES = 100;

  private final DataHealth health;

  /** Creates an instance that reports the given state. */
  public HealthApi(DataHealth health) {
    this.health = health;
  }

  @Override
  public void handle(Context ctx) {
    List<DataFault> faults = health.faults();
    ctx.header("Cache-Control", "no-store")
        .json(
            Map.of(
                "status",
                faults.isEmpty() ? "whole" : "degraded",
                "faults",
                faults.stream().map(HealthApi::buildFault).toList(),
                "unchecked",
                health.uncheckedComponents().stream().map(DataFault.Component::id).toList()));
  }

  private static Map<String, Object> buildFault(DataFault fault) {
    return Map.of(
        "part", fault.part().id(),
        "mending", fault.isBeingRepaired(),
        "done", fault.repairedCount(),
        "total", fault.itemCount(),
        "names", fault.names().stream().limit(MAX_NAMES).toList());
  }
}
