package org.mingzhang.search;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Grouping;

/** Hits that say nearly the same as the one they stand behind. Stateless. */
public final class SimilarHits {
  /** Value of such a hit: permalink id of the one that stands for it. */
  public static final String SIMILAR_TO = "similarTo";

  private SimilarHits() {}

  /** The hits of a page, those that stand behind a similar one with its name. */
  static List<Hit> named(SearchRequest request, FoundPage found, List<Hit> hits) {
    if (request.grouping() != Grouping.SIMILAR) {
      return hits;
    }
    List<Hit> named = new ArrayList<>();
    long before = 0;
    String first = "";
    for (int i = 0; i < hits.size(); i++) {
      long group = found.rows().get(i).row().group();
      if (group != 0 && group == before) {
        named.add(hits.get(i).with(SIMILAR_TO, first));
      } else {
        named.add(hits.get(i));
        first = hits.get(i).id();
      }
      before = group;
    }
    return named;
  }
}
