package org.mingzhang.web.assistant;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Scope;
import org.mingzhang.web.address.SearchAddress;

/** Makes a search of what was asked for. */
final class Filters {
  private Filters() {}

  /** The first page of a search for some words in a scope, narrowed as was asked. */
  static SearchAddress of(String words, Scope scope, KeptCoverage kept, Dimension yearly) {
    String agency = kept.agency();
    String query =
        agency == null ? words : (words + " agency:\"" + agency.replace('"', ' ') + "\"").strip();
    SearchAddress address = SearchAddress.of(query, scope);
    for (String region : kept.regions()) {
      address = address.toggled(Dimension.REGION, region);
    }
    for (String year : kept.years()) {
      address = address.toggled(yearly, year);
    }
    String category = kept.category();
    return category == null ? address : address.toggled(Dimension.CATEGORY, known(category));
  }

  private static String known(String category) {
    if (Category.ofLabel(category).isEmpty()) {
      throw new BadArgumentException(
          "category must be one of "
              + Arrays.stream(Category.values()).map(Category::label).toList());
    }
    return category;
  }

  /** Narrowed by one more value, unless there is none. */
  static SearchAddress with(SearchAddress address, Dimension dimension, @Nullable String value) {
    return value == null ? address : address.toggled(dimension, value);
  }
}
