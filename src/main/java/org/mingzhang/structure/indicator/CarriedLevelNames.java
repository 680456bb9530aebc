package org.mingzhang.structure.indicator;

import java.util.List;
import org.mingzhang.structure.grid.CellText;

/**
 * The current names of the first two levels, which a form prints only in the first row of each
 * group. A name is returned without its points; it is empty until a row prints it. Confined to one
 * form.
 */
final class CarriedLevelNames {
  private String firstLevelName = "";
  private String secondLevelName = "";

  String firstLevelName() {
    return IndicatorLevelNames.withoutPoints(firstLevelName);
  }

  String secondLevelName() {
    return IndicatorLevelNames.withoutPoints(secondLevelName);
  }

  /**
   * Updates the names from the level cells of the next row; a new first level clears the second. If
   * a name is broken over two rows, the last rows in {@code earlier} that have only its first half
   * get the whole name.
   */
  void update(RowValues values, List<IndicatorDraft> earlier) {
    String one = levelName(values, IndicatorRole.LEVEL1);
    String two = levelName(values, IndicatorRole.LEVEL2);
    if (two.isEmpty()
        && IndicatorLevelNames.isSecondLevel(one)
        && !IndicatorLevelNames.isFirstLevel(one)) {
      two = one;
      one = "";
    }
    boolean begins = !one.isEmpty() && !one.equals(firstLevelName);
    if (begins && IndicatorLevelNames.arePartsOfBrokenName(firstLevelName, one)) {
      renameInPrecedingRows(IndicatorRole.LEVEL1, firstLevelName, firstLevelName + one, earlier);
      firstLevelName += one;
    } else if (begins) {
      firstLevelName = one;
      secondLevelName = "";
    }
    if (IndicatorLevelNames.arePartsOfBrokenName(secondLevelName, two)) {
      renameInPrecedingRows(IndicatorRole.LEVEL2, secondLevelName, secondLevelName + two, earlier);
      secondLevelName += two;
    } else if (!two.isEmpty()) {
      secondLevelName = two;
    }
  }

  /** The name in a level cell; empty if the cell is empty or repeats the one above. */
  private static String levelName(RowValues values, IndicatorRole level) {
    String name = values.get(level);
    return CellText.isDitto(name) ? "" : name;
  }

  private static void renameInPrecedingRows(
      IndicatorRole role, String oldName, String newName, List<IndicatorDraft> earlier) {
    for (int i = earlier.size() - 1; i >= 0 && oldName.equals(earlier.get(i).get(role)); i--) {
      earlier.get(i).put(role, newName);
    }
  }
}
