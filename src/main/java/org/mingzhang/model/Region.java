package org.mingzhang.model;

import java.util.List;

/**
 * An administrative division or a functional zone that publishes accounts.
 *
 * @param code six-digit code of GB/T 2260, or of the statistical division list for a functional
 *     zone
 * @param path official full names, province first
 */
public record Region(String code, List<String> path) {
  /** Makes an immutable copy of the path and checks that it is not empty. */
  public Region {
    path = List.copyOf(path);
    if (path.isEmpty()) {
      throw new IllegalArgumentException("region " + code + " has no path");
    }
  }

  /** Full name of the division itself. */
  public String name() {
    return path.getLast();
  }
}
