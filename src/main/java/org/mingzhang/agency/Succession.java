package org.mingzhang.agency;

import java.util.List;

/**
 * The succession of one public body by another.
 *
 * @param place path of the region; empty if a national reform prescribed it in all regions
 * @param former name of the former body without places, 环境保护局
 * @param successor name of the successor without places
 * @param merged whether the successor also took over other bodies, so that amounts before and after
 *     are not comparable
 * @param lastYear last fiscal year whose documents may have the former name
 * @param source legal source
 */
public record Succession(
    List<String> place,
    String former,
    String successor,
    boolean merged,
    int lastYear,
    String source) {
  /** Makes an immutable copy of the path. */
  public Succession {
    place = List.copyOf(place);
  }

  /**
   * Whether the succession applies to bodies of a region: of every region if a national reform
   * prescribed it, otherwise only of exactly {@link #place}.
   *
   * @param region path of the region
   */
  public boolean appliesTo(List<String> region) {
    return place.isEmpty() || place.equals(region);
  }
}
