package org.mingzhang.fact.perimeter;

import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Perimeter;

/**
 * The perimeter of a document's amounts where a table or sentence says nothing else.
 *
 * @param perimeter the perimeter, or null where the document does not say it or contradicts itself
 */
public record Perimeters(@Nullable Perimeter perimeter) {
  /** The perimeter of a document. */
  public static Perimeters of(Disclosure disclosure) {
    Category category = disclosure.metadata().category();
    return new Perimeters(category == null ? null : ofCategory(category));
  }

  private static @Nullable Perimeter ofCategory(Category category) {
    return switch (category) {
      case DEPARTMENT_BUDGET, DEPARTMENT_FINAL_ACCOUNTS, DEPARTMENT_SELF_EVALUATION ->
          Perimeter.DEPARTMENT;
      case UNIT_BUDGET, UNIT_FINAL_ACCOUNTS -> Perimeter.UNIT;
      case GOVERNMENT_BUDGET, GOVERNMENT_FINAL_ACCOUNTS, PROJECT_SELF_EVALUATION, OTHER -> null;
    };
  }
}
