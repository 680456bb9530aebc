package org.mingzhang.web.compare;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.model.Dimension;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.web.address.Parameters;
import org.mingzhang.web.address.QueryString;

/**
 * The dimensions of an account that are held fixed in a comparison, as in a slice of a data cube.
 * Each is a label of the record format, {@link SearchRequest#NOT_STATED} for facts that do not
 * state it, or empty if not chosen yet. A table never mixes two stages, funds or perimeters.
 *
 * @param item budget item, economic item or project; empty for the agency as a whole
 * @param stage stage of the budget cycle
 * @param fund fund
 * @param perimeter perimeter of the accounts
 * @param scans whether values recognized from scans are included
 */
public record Slice(String item, String stage, String fund, String perimeter, boolean scans) {
  /** A slice without values recognized from scans. */
  public Slice(String item, String stage, String fund, String perimeter) {
    this(item, stage, fund, perimeter, false);
  }

  private static final String YES = "yes";

  /** A slice with nothing chosen. */
  public static final Slice UNSPECIFIED = new Slice("", "", "", "");

  static Slice decode(Parameters parameters) {
    return new Slice(
        parameters.text("item", "").strip(),
        parameters.text("stage", ""),
        parameters.text("fund", ""),
        parameters.text("perimeter", ""),
        parameters.text("scans", "").equals(YES));
  }

  void addTo(QueryString query) {
    query.add("item", item).add("stage", stage).add("fund", fund).add("perimeter", perimeter);
    query.add("scans", scans ? YES : null);
  }

  /** The value of a dimension. */
  public String labelOf(Dimension dimension) {
    return switch (dimension) {
      case ITEM -> item;
      case STAGE -> stage;
      case FUND -> fund;
      case PERIMETER -> perimeter;
      default -> throw new IllegalArgumentException("not of a slice: " + dimension);
    };
  }

  /** A copy with another value of stage, fund or perimeter. */
  Slice with(Dimension dimension, String value) {
    return switch (dimension) {
      case STAGE -> new Slice(item, value, fund, perimeter, scans);
      case FUND -> new Slice(item, stage, value, perimeter, scans);
      case PERIMETER -> new Slice(item, stage, fund, value, scans);
      default -> throw new IllegalArgumentException("not of a slice: " + dimension);
    };
  }

  /** A copy with or without values recognized from scans. */
  Slice withScans(boolean shown) {
    return new Slice(item, stage, fund, perimeter, shown);
  }

  /** The filters of a search: always the item, the other dimensions if chosen. */
  Map<Dimension, List<String>> filters() {
    Map<Dimension, List<String>> filters = new EnumMap<>(Dimension.class);
    filters.put(Dimension.ITEM, List.of(item.isEmpty() ? SearchRequest.NOT_STATED : item));
    for (Dimension dimension : List.of(Dimension.STAGE, Dimension.FUND, Dimension.PERIMETER)) {
      if (!labelOf(dimension).isEmpty()) {
        filters.put(dimension, List.of(labelOf(dimension)));
      }
    }
    return filters;
  }
}
