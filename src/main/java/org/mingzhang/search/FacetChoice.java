package org.mingzhang.search;

import java.util.List;
import org.mingzhang.model.Dimension;
import org.mingzhang.query.SearchRequest;

/**
 * What a reader chose of one facet.
 *
 * @param dimension the facet
 * @param include values of which a row must have one; empty for no such condition
 * @param exclude values a row must not have
 */
public record FacetChoice(Dimension dimension, List<String> include, List<String> exclude) {

  /** The choice a request makes of a facet. */
  public static FacetChoice of(SearchRequest request, Dimension dimension) {
    return new FacetChoice(
        dimension,
        request.include().getOrDefault(dimension, List.of()),
        request.exclude().getOrDefault(dimension, List.of()));
  }

  /** Whether it narrows anything. */
  public boolean narrows() {
    return !include.isEmpty() || !exclude.isEmpty();
  }

  /** Whether this very value is chosen or shut out. */
  public boolean names(String value) {
    return include.contains(value) || exclude.contains(value);
  }

  /** Whether a row with this value passes; {@link SearchRequest#NOT_STATED} for none. */
  public boolean accepts(String value) {
    return (include.isEmpty() || includes(value)) && !excludes(value);
  }

  /** Whether the value, or one above it, is chosen. */
  public boolean includes(String value) {
    return include.stream().anyMatch(chosen -> covers(chosen, value));
  }

  /** Whether the value, or one above it, is excluded. */
  public boolean excludes(String value) {
    return exclude.stream().anyMatch(chosen -> covers(chosen, value));
  }

  private boolean covers(String chosen, String value) {
    return value.equals(chosen)
        || (dimension.hierarchical()
            && value.length() > chosen.length()
            && value.charAt(chosen.length()) == '/'
            && value.startsWith(chosen));
  }

  /** Which of a dictionary's numbers pass. */
  public boolean[] accepted(GlobalOrdinals dictionary) {
    boolean[] accepted = new boolean[dictionary.size()];
    accepted[0] = accepts(SearchRequest.NOT_STATED);
    for (int i = 1; i < accepted.length; i++) {
      accepted[i] = accepts(dictionary.value(i));
    }
    return accepted;
  }
}
