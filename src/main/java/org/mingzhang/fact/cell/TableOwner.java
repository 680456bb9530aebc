package org.mingzhang.fact.cell;

import org.jspecify.annotations.Nullable;
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
   */
  static TableOwner of(DocumentDefaults defaults, @Nullable OwnerLabel label) {
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
