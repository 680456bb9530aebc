package org.mingzhang.opensearch.node;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.opensearch.action.ActionRequest;
import org.opensearch.action.support.ActionFilter;
import org.opensearch.core.action.ActionListener;
import org.opensearch.plugins.ActionPlugin;
import org.opensearch.plugins.Plugin;

/**
 * Prints the name of each requested transport action once, as {@code action NAME}. Permissions are
 * checked by these names, so they are the permissions that a user needs.
 */
public final class ActionLog extends Plugin implements ActionPlugin {
  @Override
  public List<ActionFilter> getActionFilters() {
    return List.of(new Printer());
  }

  private static final class Printer extends ActionFilter.Simple {
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Set<String> printed = ConcurrentHashMap.newKeySet();

    @Override
    public int order() {
      return Integer.MIN_VALUE;
    }

    @Override
    protected boolean apply(String action, ActionRequest request, ActionListener<?> listener) {
      if (printed.add(action)) {
        out.println("action " + action);
      }
      return true;
    }
  }
}
