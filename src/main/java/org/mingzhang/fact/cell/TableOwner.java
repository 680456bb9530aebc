package org.mingzhang.fact.cell;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.fact.perimeter.GovernmentPerimeter;
import org.mingzhang.fact.perimeter.OwnerLabel;
import org.mingzhang.model.Perimeter;

/**
 * Owner of a table: the body whose accounts it shows, and the perimeter (own level or with its
 * units).
 *
 * @param perimeter perimeter, or null if unknown
 * @param entity the body, or null if unknown
 */
record TableOwner(@Nullable Perimeter perimeter, @Nullable String entity) {

  /**
   * The owner of a table.
   *
   * @param label label above the table, or null
   * @param titles title of the table, then those of its section and of the sections above it
   */
  static TableOwner determine(
      DocumentDefaults defaults, @Nullable OwnerLabel label, List<String> titles) {
    if (defaults.isGovernment() && defaults.perimeter() == null) {
      Perimeter named = GovernmentPerimeter.findInTitles(titles);
      if (named != null) {
        return new TableOwner(named, null);
      }
    }
    if (label == null) {
      return new TableOwner(defaults.perimeter(), defaults.entity());
    }
    if (!label.matches(defaults.entity())) {
      return new TableOwner(null, label.name());
    }
    boolean contradicts = label.ownLevel() && defaults.perimeter() == Perimeter.DEPARTMENT;
    return new TableOwner(contradicts ? null : defaults.perimeter(), defaults.entity());
  }
}
