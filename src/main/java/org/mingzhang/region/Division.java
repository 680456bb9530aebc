package org.mingzhang.region;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Region;

/**
 * A division or functional zone of the gazetteer.
 *
 * @param code six-digit code; for a zone without a code of its own, that of the division it belongs
 *     to
 * @param name official full name, for a zone the name under which it publishes
 * @param parent the division above it; null for a province
 * @param rank its place in the hierarchy
 * @param aliases other names, short ones among them
 * @param lastListed year of the newest list that has it; null where it is in force
 * @param successor code of the division it became, or null
 */
public record Division(
    String code,
    String name,
    @Nullable Division parent,
    Rank rank,
    List<String> aliases,
    @Nullable Integer lastListed,
    @Nullable String successor) {

  /** Copies the names. */
  public Division {
    aliases = List.copyOf(aliases);
  }

  /** Whether the division is in force. */
  public boolean current() {
    return lastListed == null;
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

  /** Whether it lies in {@code other}, or is it. */
  public boolean isWithin(Division other) {
    for (Division d = this; d != null; d = d.parent) {
      if (d.equals(other)) {
        return true;
      }
    }
    return false;
  }

  /** The province that it lies in, or is. */
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

  /** Place in the hierarchy, highest first. */
  public enum Rank {
    PROVINCE,
    CITY,
    COUNTY,
    /** A functional zone, whatever the level of the division it belongs to. */
    ZONE
  }
}
