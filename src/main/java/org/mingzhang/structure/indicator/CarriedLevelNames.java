package org.mingzhang.structure.indicator;

import java.util.List;

/** The names of the first two levels, carried from row to row; confined to one form. */
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
   * Updates the names from the level cells of the next row. If a name was broken over two rows,
   * earlier rows that got only its first half are corrected.
   */
  void update(RowValues values, List<IndicatorDraft> earlier) {
    String one = values.get(IndicatorRole.LEVEL1);
    String two = values.get(IndicatorRole.LEVEL2);
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

  private static void renameInPrecedingRows(
      IndicatorRole role, String oldName, String newName, List<IndicatorDraft> earlier) {
    for (int i = earlier.size() - 1; i >= 0 && oldName.equals(earlier.get(i).get(role)); i--) {
      earlier.get(i).put(role, newName);
    }
  }
}
