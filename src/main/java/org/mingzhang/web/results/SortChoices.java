package org.mingzhang.web.results;

import java.util.List;
import java.util.stream.Stream;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.render.ChoiceLink;
import org.mingzhang.web.render.Labels;

/** The orders in which hits of a scope can be listed. */
final class SortChoices {
  private SortChoices() {}

  static List<ChoiceLink> build(SearchUrl searchUrl, PortalLinks links, Labels labels) {
    SearchScope scope = searchUrl.request().scope();
    return sorts(scope)
        .map(
            sort ->
                new ChoiceLink(
                    name(sort, scope, labels),
                    "",
                    links.search(searchUrl.withSort(sort)),
                    sort == searchUrl.request().sort()))
        .toList();
  }

  /** Name of a sort order. For indicators, the gap is that between target and result. */
  static String name(Sort sort, SearchScope scope, Labels labels) {
    boolean deviation =
        scope == SearchScope.INDICATORS && (sort == Sort.GAP || sort == Sort.GAP_PERCENT);
    return labels.text((deviation ? "sort.indicators." : "sort.") + sort.id());
  }

  /**
   * The sort orders of a scope: relevance, the orders of the scope alone, then the orders that
   * several scopes have.
   */
  private static Stream<Sort> sorts(SearchScope scope) {
    return Stream.of(List.of(Sort.RELEVANCE), ownSorts(scope), commonSorts(scope))
        .flatMap(List::stream);
  }

  private static List<Sort> ownSorts(SearchScope scope) {
    return switch (scope) {
      case FINDINGS -> List.of(Sort.SEVERITY, Sort.GAP, Sort.GAP_PERCENT);
      case FIGURES, FACTS -> List.of(Sort.AMOUNT, Sort.AMOUNT_ASC);
      case INDICATORS -> List.of(Sort.GAP_PERCENT, Sort.GAP, Sort.SCORE, Sort.SCORE_ASC);
      case SECTIONS, DOCUMENTS -> List.of();
    };
  }

  private static List<Sort> commonSorts(SearchScope scope) {
    List<Sort> years = List.of(Sort.YEAR, Sort.YEAR_ASC, Sort.REGION);
    return switch (scope) {
      case SECTIONS -> join(years, Sort.PUBLISHED, Sort.PUBLISHED_ASC, Sort.ARRIVAL);
      case DOCUMENTS -> join(years, Sort.PUBLISHED, Sort.PUBLISHED_ASC, Sort.LATE, Sort.ARRIVAL);
      case FINDINGS -> join(years, Sort.PUBLISHED, Sort.ARRIVAL);
      case FIGURES, FACTS, INDICATORS -> List.of(Sort.YEAR, Sort.REGION);
    };
  }

  private static List<Sort> join(List<Sort> initialSorts, Sort... furtherSorts) {
    return Stream.concat(initialSorts.stream(), Stream.of(furtherSorts)).toList();
  }
}
