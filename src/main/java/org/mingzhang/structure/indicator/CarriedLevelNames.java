package org.mingzhang.structure.indicator;

import java.util.List;

/** The names of the first two levels, carried from row to row; confined to one form. */
final class CarriedLevelNames {
  private String first = "";
  private String second = "";

  String firstLevelName() {
    return IndicatorLevelNames.withoutPoints(first);
  }

  String secondLevelName() {
    return IndicatorLevelNames.withoutPoints(second);
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
    boolean begins = !one.isEmpty() && !one.equals(first);
    if (begins && IndicatorLevelNames.arePartsOfBrokenName(first, one)) {
      renameInPrecedingRows(IndicatorRole.LEVEL1, first, first + one, earlier);
      first += one;
    } else if (begins) {
      first = one;
      second = "";
    }
    if (IndicatorLevelNames.arePartsOfBrokenName(second, two)) {
      renameInPrecedingRows(IndicatorRole.LEVEL2, second, second + two, earlier);
      second += two;
    } else if (!two.isEmpty()) {
      second = two;
    }
  }

  private static void renameInPrecedingRows(
      IndicatorRole role, String from, String to, List<IndicatorDraft> earlier) {
    for (int i = earlier.size() - 1; i >= 0 && from.equals(earlier.get(i).get(role)); i--) {
      earlier.get(i).put(role, to);
    }
  }
}
