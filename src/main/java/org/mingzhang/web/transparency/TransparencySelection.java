package org.mingzhang.web.transparency;

import org.jspecify.annotations.Nullable;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.address.RequestParameters;

/**
 * The region and year selected on the pages of transparency.
 *
 * @param region path joined with slashes, or null for all
 * @param year fiscal year of the documents, or null for all
 */
record TransparencySelection(@Nullable String region, @Nullable String year) {
  static TransparencySelection decode(RequestParameters parameters) {
    return new TransparencySelection(parameters.text("region"), parameters.text("year"));
  }

  /** Whether a document belongs to the selected region or one of its descendants. */
  boolean isInRegion(Hit hit) {
    return region == null || (String.join("/", hit.region()) + "/").startsWith(region + "/");
  }

  /** Whether a document is of the selected year. */
  boolean isInYear(Hit hit) {
    return year == null || year.equals(String.valueOf(hit.year()));
  }

  /** Whether a document belongs to the selected region and year. */
  boolean matches(Hit hit) {
    return isInRegion(hit) && isInYear(hit);
  }

  TransparencySelection withRegion(@Nullable String other) {
    return new TransparencySelection(other, year);
  }

  /** Address of a page of the list. */
  String address(int page, PortalLinks links) {
    return links.page(query().add("page", page == 1 ? null : page).appendTo("/transparency"));
  }

  /** Address of a file with this selection, in the language of the page. */
  String fileAddress(String path, PortalLinks links) {
    return links.page(query().appendTo(path));
  }

  private QueryString query() {
    return new QueryString().add("region", region).add("year", year);
  }
}
