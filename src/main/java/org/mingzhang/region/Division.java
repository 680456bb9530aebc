package org.mingzhang.region;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Region;

/**
 * An administrative division or functional zone. Two divisions are equal if their codes and paths
 * are.
 *
 * @param code six-digit code; a zone without a code has the code of its parent division
 * @param name official full name; for a zone the name under which it publishes
 * @param parent the division above it; null for a province
 * @param rank its level
 * @param aliases other names, including short ones
 * @param lastListedYear year of the newest list that contains it; null if it is current
 * @param successor code of the division that replaced it, or null
 */
public record Division(
    String code,
    String name,
    @Nullable Division parent,
    Rank rank,
    List<String> aliases,
    @Nullable Integer lastListedYear,
    @Nullable String successor) {

  /** Makes an immutable copy of the aliases. */
  public Division {
    aliases = List.copyOf(aliases);
  }

  /**
   * Whether the division still exists. A zone that was dropped from the statistical list counts as
   * existing.
   */
  public boolean isCurrent() {
    return lastListedYear == null;
  }

  /** Full names from the province down to this division. */
  public List<String> path() {
    List<String> path = new ArrayList<>();
    for (Division d = this; d != null; d = d.parent) {
      path.add(d.name);
    }
    Collections.reverse(path);
    return path;
  }

  /** Whether it lies in {@code other} or is equal to it. */
  public boolean isWithin(Division other) {
    for (Division d = this; d != null; d = d.parent) {
      if (d.equals(other)) {
        return true;
      }
    }
    return false;
  }

  /** The province that contains the division; the division itself if it is a province. */
  public Division province() {
    return parent == null ? this : parent.province();
  }

  /** The division as a document's region. */
  public Region toRegion() {
    return new Region(code, path());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Division d && path().equals(d.path()) && code.equals(d.code);
  }

  @Override
  public int hashCode() {
    return 31 * code.hashCode() + name.hashCode();
  }

  @Override
  public String toString() {
    return code + " " + String.join("/", path());
  }

  /** Level in the hierarchy, highest first. */
  public enum Rank {
    PROVINCE,
    CITY,
    COUNTY,
    /** A functional zone, regardless of the level of its parent division. */
    ZONE
  }
}
