package org.mingzhang.fact.cell;

import org.jspecify.annotations.Nullable;
import org.mingzhang.fact.perimeter.OwnerLabel;
import org.mingzhang.model.Perimeter;

/**
 * Whose accounts a table is of, and how much of them.
 *
 * @param perimeter perimeter, or null where it is not known
 * @param entity the body, or null where it is not known
 */
record TableOwner(@Nullable Perimeter perimeter, @Nullable String entity) {

  /**
   * The owner of a table.
   *
   * @param label what stands above the table, or null
   */
  static TableOwner of(DocumentFrame frame, @Nullable OwnerLabel label) {
    if (label == null) {
      return new TableOwner(frame.perimeter(), frame.entity());
    }
    if (!label.is(frame.entity())) {
      return new TableOwner(null, label.name());
    }
    boolean contradicts = label.ownLevel() && frame.perimeter() == Perimeter.DEPARTMENT;
    return new TableOwner(contradicts ? null : frame.perimeter(), frame.entity());
  }
}
