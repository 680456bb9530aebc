package org.mingzhang.web.transparency;

import org.jspecify.annotations.Nullable;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.address.Parameters;
import org.mingzhang.web.address.QueryString;

/**
 * Whose disclosures are asked for.
 *
 * @param region path joined with a slash, null for all
 * @param year fiscal year of the documents, null for all
 */
record RequestedPlace(@Nullable String region, @Nullable String year) {
  static RequestedPlace decode(Parameters parameters) {
    return new RequestedPlace(parameters.text("region"), parameters.text("year"));
  }

  /** Whether a document is of the region or below. */
  boolean within(Hit hit) {
    return region == null || (String.join("/", hit.region()) + "/").startsWith(region + "/");
  }

  /** Whether a document is of the year. */
  boolean yearOf(Hit hit) {
    return year == null || year.equals(String.valueOf(hit.year()));
  }

  /** Whether a document is of both. */
  boolean of(Hit hit) {
    return within(hit) && yearOf(hit);
  }

  /** A copy with another region. */
  RequestedPlace in(@Nullable String other) {
    return new RequestedPlace(other, year);
  }

  /** The page of it. */
  String address(int page, Links links) {
    return links.page(query().add("page", page == 1 ? null : page).on("/transparency"));
  }

  /** A file of it. */
  String file(String path) {
    return query().on(path);
  }

  private QueryString query() {
    return new QueryString().add("region", region).add("year", year);
  }
}
