package org.mingzhang.search;

import java.util.List;
import java.util.Map;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Scope;

/**
 * What the index holds as a whole.
 *
 * @param totals how many rows each scope has
 * @param coverage documents of each region and year, regions in order of their paths
 * @param newest documents indexed last, newest first
 * @param facets counts of documents over everything
 */
public record Overview(
    Map<Scope, Long> totals,
    List<Coverage> coverage,
    List<Hit> newest,
    Map<Dimension, List<SearchResults.FacetValue>> facets) {

  /** Copies the lists. */
  public Overview {
    coverage = List.copyOf(coverage);
    newest = List.copyOf(newest);
  }

  /**
   * What there is of one region.
   *
   * @param region path joined with {@code /}, {@code -} where documents do not state it
   * @param years number of documents by fiscal year, newest first; {@code -} where not stated
   */
  public record Coverage(String region, Map<String, Long> years) {}
}
