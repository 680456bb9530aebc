package org.mingzhang.web.compare;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.render.Labels;

/**
 * The dimensions of an account that are held fixed in a comparison, as in a slice of a data cube.
 * Each is a label of the record format, {@link SearchRequest#NOT_STATED} for facts that do not
 * state it, or empty if not chosen yet. A table never mixes several stages, funds or perimeters.
 *
 * @param item budget item, economic item or project; empty for the agency as a whole
 * @param stage stage of the budget cycle
 * @param fund fund
 * @param perimeter perimeter of the accounts
 * @param includesScans whether values recognized from scans are included
 */
public record AccountSlice(
    String item, String stage, String fund, String perimeter, boolean includesScans) {
  /** Creates a slice without values recognized from scans. */
  public AccountSlice(String item, String stage, String fund, String perimeter) {
    this(item, stage, fund, perimeter, false);
  }

  private static final String YES = "yes";

  /** A slice in which no dimension is chosen. */
  public static final AccountSlice UNSPECIFIED = new AccountSlice("", "", "", "");

  static AccountSlice decode(RequestParameters parameters) {
    return new AccountSlice(
        parameters.text("item", "").strip(),
        parameters.text("stage", ""),
        parameters.text("fund", ""),
        parameters.text("perimeter", ""),
        parameters.text("scans", "").equals(YES));
  }

  void addTo(QueryString query) {
    query.add("item", item).add("stage", stage).add("fund", fund).add("perimeter", perimeter);
    query.add("scans", includesScans ? YES : null);
  }

  /**
   * The dimensions as text, such as 部门口径，财政拨款，决算, with the item if there is one; empty if no stage
   * is chosen.
   */
  public String describe(Labels labels) {
    if (stage.isEmpty()) {
      return "";
    }
    String text =
        labels.format(
            "compare.slice",
            nameOf(FacetDimension.PERIMETER, perimeter, labels),
            nameOf(FacetDimension.FUND, fund, labels),
            nameOf(FacetDimension.STAGE, stage, labels));
    return item.isEmpty() ? text : labels.text("compare.slice.item", item, text);
  }

  /** The name of a stage, fund or perimeter, or that for {@link SearchRequest#NOT_STATED}. */
  public static String nameOf(FacetDimension dimension, String value, Labels labels) {
    return value.equals(SearchRequest.NOT_STATED)
        ? labels.text("compare.unknown." + dimension.id())
        : labels.nameOf(dimension, value);
  }

  /**
   * The value of a dimension: item, stage, fund or perimeter.
   *
   * @throws IllegalArgumentException for other dimensions
   */
  public String labelOf(FacetDimension dimension) {
    return switch (dimension) {
      case ITEM -> item;
      case STAGE -> stage;
      case FUND -> fund;
      case PERIMETER -> perimeter;
      default -> throw new IllegalArgumentException("not of a slice: " + dimension);
    };
  }

  /** A copy with another value of stage, fund or perimeter. */
  AccountSlice withDimension(FacetDimension dimension, String value) {
    return switch (dimension) {
      case STAGE -> new AccountSlice(item, value, fund, perimeter, includesScans);
      case FUND -> new AccountSlice(item, stage, value, perimeter, includesScans);
      case PERIMETER -> new AccountSlice(item, stage, fund, value, includesScans);
      default -> throw new IllegalArgumentException("not of a slice: " + dimension);
    };
  }

  /** A copy with or without values recognized from scans. */
  AccountSlice withScans(boolean areIncluded) {
    return new AccountSlice(item, stage, fund, perimeter, areIncluded);
  }

  /** The filters for a search: always the item; the other dimensions if they have been chosen. */
  Map<FacetDimension, List<String>> filters() {
    Map<FacetDimension, List<String>> filters = new EnumMap<>(FacetDimension.class);
    filters.put(FacetDimension.ITEM, List.of(item.isEmpty() ? SearchRequest.NOT_STATED : item));
    for (FacetDimension dimension :
        List.of(FacetDimension.STAGE, FacetDimension.FUND, FacetDimension.PERIMETER)) {
      if (!labelOf(dimension).isEmpty()) {
        filters.put(dimension, List.of(labelOf(dimension)));
      }
    }
    return filters;
  }
}
