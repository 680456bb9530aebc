package org.mingzhang.search;

import java.util.Arrays;
import java.util.List;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.query.SearchRequest;

/**
 * The values of one facet that a request includes or excludes.
 *
 * @param dimension the facet
 * @param include values of which a row must have one; if empty, any value is accepted
 * @param exclude values that a row must not have
 */
public record FacetChoice(FacetDimension dimension, List<String> include, List<String> exclude) {

  /** The values of a facet that a request includes or excludes. */
  public static FacetChoice of(SearchRequest request, FacetDimension dimension) {
    return new FacetChoice(
        dimension,
        request.includedValues().getOrDefault(dimension, List.of()),
        request.excludedValues().getOrDefault(dimension, List.of()));
  }

  /** Whether values are required or excluded, so that rows may be filtered out. */
  public boolean isRestrictive() {
    return !include.isEmpty() || !exclude.isEmpty();
  }

  /** Whether exactly this value is included or excluded. */
  public boolean containsExactly(String value) {
    return include.contains(value) || exclude.contains(value);
  }

  /**
   * Whether a row with this value is accepted; {@link SearchRequest#NOT_STATED} represents no
   * value.
   */
  public boolean accepts(String value) {
    return (include.isEmpty() || includes(value)) && !excludes(value);
  }

  /** Whether the value or one of its ancestors is included. */
  public boolean includes(String value) {
    return include.stream().anyMatch(chosen -> covers(chosen, value));
  }

  /** Whether the value or one of its ancestors is excluded. */
  public boolean excludes(String value) {
    return exclude.stream().anyMatch(chosen -> covers(chosen, value));
  }

  private boolean covers(String chosenValue, String value) {
    return value.equals(chosenValue)
        || (dimension.hierarchical()
            && value.length() > chosenValue.length()
            && value.charAt(chosenValue.length()) == '/'
            && value.startsWith(chosenValue));
  }

  /**
   * For each global ordinal, whether rows with its value are accepted; element 0 is for rows
   * without a value.
   */
  public boolean[] acceptedOrdinals(GlobalOrdinals globalOrdinals) {
    boolean[] accepted = new boolean[globalOrdinals.size()];
    if (!dimension.hierarchical()) {
      Arrays.fill(accepted, include.isEmpty());
      setAccepted(include, true, accepted, globalOrdinals);
      setAccepted(exclude, false, accepted, globalOrdinals);
      return accepted;
    }
    accepted[0] = accepts(SearchRequest.NOT_STATED);
    for (int i = 1; i < accepted.length; i++) {
      accepted[i] = accepts(globalOrdinals.value(i));
    }
    return accepted;
  }

  /** Sets the element of each value that has an ordinal. */
  private static void setAccepted(
      List<String> values, boolean isAccepted, boolean[] accepted, GlobalOrdinals globalOrdinals) {
    for (String value : values) {
      int ordinal = value.equals(SearchRequest.NOT_STATED) ? 0 : globalOrdinals.ordinal(value);
      if (ordinal >= 0) {
        accepted[ordinal] = isAccepted;
      }
    }
  }
}
