package org.mingzhang.web.section;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchResults;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.lookup.DocumentLookup;
import org.mingzhang.web.source.SearchPort;

/** Finds sections with the same heading in other documents. */
public final class SameHeadingSearch {
  private static final int MAX_MATCHES = 8;

  /**
   * Sections of other documents with the same heading.
   *
   * @param hits at most {@link SameHeadingSearch#MAX_MATCHES} of them, those of the same agency
   *     first, one for each agency and year
   * @param total total number, including this section; 0 if the heading is too short to search for
   * @param searchAddress address of the search for all of them
   */
  public record SameHeadingSections(List<HeadingMatch> hits, long total, String searchAddress) {}

  /**
   * A section with the same heading.
   *
   * @param agency its agency, or its document's title
   * @param year fiscal year, or empty
   * @param address its address
   * @param comparisonAddress address of the comparison of both sections side by side
   */
  public record HeadingMatch(
      String agency, String year, String address, String comparisonAddress) {}

  private final SearchPort search;

  SameHeadingSearch(SearchPort search) {
    this.search = search;
  }

  SameHeadingSections find(DocumentLookup.Resolution.FoundSection foundSection, PortalLinks links) {
    String heading = foundSection.section().title().replace("\"", "");
    SearchUrl searchUrl = SearchUrl.of("title:\"" + heading + "\"", SearchScope.SECTIONS);
    if (heading.length() < 2) {
      return new SameHeadingSections(List.of(), 0, links.search(searchUrl));
    }
    SearchRequest request = searchUrl.withSize(50).request();
    SearchResults results = search.search(request);
    String agency = foundSection.document().disclosure().metadata().agency();
    Set<String> seen = new HashSet<>();
    List<HeadingMatch> places =
        results.hits().stream()
            .filter(h -> !h.documentId().equals(foundSection.document().id()))
            .sorted(Comparator.comparing((Hit h) -> agency == null || !agency.equals(h.agency())))
            .map(h -> createMatch(h, foundSection, links))
            .filter(p -> seen.add(p.agency() + p.year()))
            .limit(MAX_MATCHES)
            .toList();
    return new SameHeadingSections(places, results.total(), links.search(searchUrl));
  }

  private static HeadingMatch createMatch(
      Hit hit, DocumentLookup.Resolution.FoundSection foundSection, PortalLinks links) {
    Integer year = hit.year();
    return new HeadingMatch(
        hit.publisher(),
        year == null ? "" : year.toString(),
        links.hit(hit, ""),
        links.page(
            new QueryString()
                .add("a", foundSection.document().id() + "/" + foundSection.slug())
                .add("b", hit.id())
                .appendTo("/compare/sections")));
  }
}
