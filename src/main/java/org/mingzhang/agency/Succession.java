package org.mingzhang.agency;

import java.util.List;

/**
 * A body whose duties another one took over.
 *
 * @param place path of the region in which it happened; empty for bodies of these names everywhere,
 *     where a national reform prescribed it
 * @param former name of the former body without its places, 环境保护局
 * @param successor name of its successor without its places
 * @param merged whether the successor took over others as well, so that amounts before and after
 *     are not those of one body
 * @param last last fiscal year whose documents may bear the former name
 * @param source where that is laid down
 */
public record Succession(
    List<String> place, String former, String successor, boolean merged, int last, String source) {
  /** Copies the path. */
  public Succession {
    place = List.copyOf(place);
  }

  /** Whether it happened in a region, or everywhere. */
  public boolean in(List<String> region) {
    return place.isEmpty() || place.equals(region);
  }
}
