package org.mingzhang.search;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Grouping;

/** Links hits that repeat the wording of a preceding hit to that hit. Stateless. */
public final class SimilarHitLinker {
  /** Column of a similar hit: permalink id of the hit whose wording it repeats. */
  public static final String SIMILAR_TO = "similarTo";

  private SimilarHitLinker() {}

  /**
   * Adds the column {@link #SIMILAR_TO} with the id of the first hit to the similar hits directly
   * after it. Returns {@code hits} itself if the request does not group similar hits.
   *
   * @param hits hits of the rows of the page, in their order
   */
  static List<Hit> linkToFirst(SearchRequest request, MergedPage page, List<Hit> hits) {
    if (request.grouping() != Grouping.SIMILAR) {
      return hits;
    }
    List<Hit> named = new ArrayList<>();
    long before = 0;
    String first = "";
    for (int i = 0; i < hits.size(); i++) {
      long group = page.rows().get(i).row().group();
      if (group != 0 && group == before) {
        named.add(hits.get(i).withColumn(SIMILAR_TO, first));
      } else {
        named.add(hits.get(i));
        first = hits.get(i).id();
      }
      before = group;
    }
    return named;
  }
}
