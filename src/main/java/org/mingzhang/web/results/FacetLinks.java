package org.mingzhang.web.results;

import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.address.SearchUrl;

/**
 * The link addresses of the values of one facet: the search with a value required or excluded, or
 * with that filter removed. Addresses of values that are not selected differ only in the value, so
 * the rest is encoded once for all of them.
 */
final class FacetLinks {
  /** A private-use character that stands for the value. */
  private static final String PLACEHOLDER = "\uE000";

  private static final String ENCODED_PLACEHOLDER = QueryString.encode(PLACEHOLDER);

  private final FacetDimension dimension;
  private final SearchUrl searchUrl;
  private final PortalLinks links;
  private final String path;
  private final @Nullable AddressTemplate requiringAddress;
  private final @Nullable AddressTemplate excludingAddress;

  /**
   * Prepares the addresses of the values of a facet. Their common text is encoded only if the
   * search does not contain the placeholder; otherwise each address is encoded as a whole.
   *
   * @param path path of the page that shows the facet
   */
  FacetLinks(FacetDimension dimension, SearchUrl searchUrl, PortalLinks links, String path) {
    this.dimension = dimension;
    this.searchUrl = searchUrl;
    this.links = links;
    this.path = path;
    boolean ambiguous = searchUrl.encode().contains(ENCODED_PLACEHOLDER);
    this.requiringAddress =
        ambiguous
            ? null
            : AddressTemplate.of(address(searchUrl.withToggled(dimension, PLACEHOLDER)));
    this.excludingAddress =
        ambiguous
            ? null
            : AddressTemplate.of(address(searchUrl.withToggledExclusion(dimension, PLACEHOLDER)));
  }

  /** The text before and after the value in an address of the facet. */
  private record AddressTemplate(String textBeforeValue, String textAfterValue) {
    /** Splits an address at the placeholder. */
    static AddressTemplate of(String address) {
      int at = address.indexOf(ENCODED_PLACEHOLDER);
      return new AddressTemplate(
          address.substring(0, at), address.substring(at + ENCODED_PLACEHOLDER.length()));
    }

    String addressFor(String value) {
      return textBeforeValue + QueryString.encode(value) + textAfterValue;
    }
  }

  /** Address of the search with a value required, or without this filter if it is required. */
  String addressRequiring(String value) {
    return requiringAddress != null && fitsTemplate(value)
        ? requiringAddress.addressFor(value)
        : address(searchUrl.withToggled(dimension, value));
  }

  /** Address of the search with a value excluded, or without this filter if it is excluded. */
  String addressExcluding(String value) {
    return excludingAddress != null && fitsTemplate(value)
        ? excludingAddress.addressFor(value)
        : address(searchUrl.withToggledExclusion(dimension, value));
  }

  /** Whether the value is not yet selected and appears unchanged in addresses. */
  private boolean fitsTemplate(String value) {
    return !value.isBlank()
        && !searchUrl.includedValues(dimension).contains(value)
        && !searchUrl.excludedValues(dimension).contains(value)
        && (!dimension.hierarchical() || SearchRequest.canonicalPath(value).equals(value));
  }

  private String address(SearchUrl searchUrl) {
    return links.page(PortalLinks.pathWithQuery(path, searchUrl));
  }
}
