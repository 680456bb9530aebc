package org.mingzhang.agency;

import java.util.List;

/**
 * The succession of one public body by another.
 *
 * @param place path of the region, with {@value #ALL_WITHIN} as its last element if the succession
 *     applies to the region and to all regions in it; empty if a national reform prescribed it in
 *     all regions
 * @param former name of the former body without places, 环境保护局
 * @param successor name of the successor without places
 * @param successorHasOtherBodies whether the successor also took over other bodies, so that amounts
 *     before and after are not comparable
 * @param lastYear last fiscal year whose documents may have the former name
 * @param source legal source
 */
public record Succession(
    List<String> place,
    String former,
    String successor,
    boolean successorHasOtherBodies,
    int lastYear,
    String source) {
  /** Last element of the path of a succession that applies to all regions in a region too. */
  public static final String ALL_WITHIN = "*";

  /** Makes an immutable copy of the path. */
  public Succession {
    place = List.copyOf(place);
  }

  /**
   * Whether the succession applies to bodies of a region: of every region if a national reform
   * prescribed it, otherwise only of exactly {@link #place}, or of all regions in it.
   *
   * @param region path of the region
   */
  public boolean appliesTo(List<String> region) {
    if (place.isEmpty() || !place.getLast().equals(ALL_WITHIN)) {
      return place.isEmpty() || place.equals(region);
    }
    List<String> above = place.subList(0, place.size() - 1);
    return region.size() >= above.size() && region.subList(0, above.size()).equals(above);
  }
}
