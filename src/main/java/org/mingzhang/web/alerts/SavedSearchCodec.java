package org.mingzhang.web.alerts;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.web.address.BadParameterException;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.render.Labels;

/** Encodes and decodes the search of an alert. Order, size and number of the page are not kept. */
final class SavedSearchCodec {
  /** Maximum number of characters of the encoded parameters. */
  private static final int MAX_LENGTH = 2_000;

  private SavedSearchCodec() {}

  /**
   * Decodes a search from parameters of an address, the first page in the default order and size.
   *
   * @throws BadParameterException if they are malformed or longer than {@link #MAX_LENGTH}
   */
  static SearchUrl decode(String parameters) {
    if (parameters.length() > MAX_LENGTH) {
      throw new BadParameterException("search", parameters.substring(0, 40) + "…", "shorter");
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : parameters.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values
            .computeIfAbsent(percentDecode(pair.substring(0, equals)), key -> new ArrayList<>())
            .add(percentDecode(pair.substring(equals + 1)));
      }
    }
    return normalize(SearchUrl.decode(new RequestParameters(values)));
  }

  private static String percentDecode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new BadParameterException("search", text, "percent-encoded");
    }
  }

  /** Encodes a search as parameters. */
  static String encode(SearchUrl searchUrl) {
    return normalize(searchUrl).encode();
  }

  private static SearchUrl normalize(SearchUrl searchUrl) {
    return searchUrl.withSort(Sort.RELEVANCE).withSize(SearchUrl.DEFAULT_SIZE);
  }

  /** Describes a search in words: 章节：三公经费，地区：湖北省. */
  static String describe(SearchUrl searchUrl, Labels labels) {
    List<String> parts = new ArrayList<>();
    String query = searchUrl.request().query();
    String colon = labels.text("colon");
    parts.add(
        query.isEmpty()
            ? labels.nameOf(searchUrl.request().scope())
            : labels.nameOf(searchUrl.request().scope()) + colon + query);
    for (FacetDimension dimension : FacetDimension.values()) {
      for (String value : searchUrl.includedValues(dimension)) {
        parts.add(labels.nameOf(dimension) + colon + labels.nameOf(dimension, value));
      }
      for (String value : searchUrl.excludedValues(dimension)) {
        parts.add(
            labels.text("chip.not")
                + labels.nameOf(dimension)
                + colon
                + labels.nameOf(dimension, value));
      }
    }
    return String.join(labels.language().choose("，", ", "), parts);
  }
}
