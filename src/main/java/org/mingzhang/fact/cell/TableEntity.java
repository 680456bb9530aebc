package org.mingzhang.fact.cell;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.fact.perimeter.EntityLabel;
import org.mingzhang.fact.perimeter.GovernmentPerimeter;
import org.mingzhang.model.Perimeter;

/**
 * The body whose accounts a table shows, and the perimeter of the accounts.
 *
 * @param perimeter perimeter, or null if unknown
 * @param entity name of the body, or null if unknown
 */
record TableEntity(@Nullable Perimeter perimeter, @Nullable String entity) {

  /**
   * Determines whose amounts a table states, by its label and titles.
   *
   * @param label label above the table, or null
   * @param titles title of the table, then those of its section and of the sections above it
   */
  static TableEntity determine(
      DimensionDefaults defaults, @Nullable EntityLabel label, List<String> titles) {
    if (defaults.isGovernmentDocument() && defaults.perimeter() == null) {
      Perimeter named = GovernmentPerimeter.findInTitles(titles);
      if (named != null) {
        return new TableEntity(named, null);
      }
    }
    if (label == null) {
      return new TableEntity(defaults.perimeter(), defaults.entity());
    }
    if (!label.namesAgency(defaults.entity())) {
      return new TableEntity(null, label.name());
    }
    boolean contradicts = label.isOwnLevel() && defaults.perimeter() == Perimeter.DEPARTMENT;
    return new TableEntity(contradicts ? null : defaults.perimeter(), defaults.entity());
  }
}
