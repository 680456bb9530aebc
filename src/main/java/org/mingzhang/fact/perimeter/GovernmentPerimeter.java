package org.mingzhang.fact.perimeter;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Perimeter;
import org.mingzhang.statement.token.PerimeterWordFinder;

/**
 * Finds the perimeter of a table in the report of a government. Unlike an agency's, it does not
 * follow from the kind of the document: one report shows the whole territory (全市) and the
 * government's own level (市本级).
 */
public final class GovernmentPerimeter {
  private GovernmentPerimeter() {}

  /**
   * Finds the perimeter that the titles above a table name, the nearest first.
   *
   * @param titles title of a table, then those of its section and of the sections above it; the
   *     first that names a perimeter decides
   * @return null if no title names a perimeter, or if the deciding title names several
   */
  public static @Nullable Perimeter findInTitles(List<String> titles) {
    for (String title : titles) {
      Set<Perimeter> named = PerimeterWordFinder.findIn(title);
      if (!named.isEmpty()) {
        return named.size() == 1 ? named.iterator().next() : null;
      }
    }
    return null;
  }
}
