package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Joins the end of a period that was wrapped or put on another page to its beginning: {@code
 * 2023.04-} above {@code 2023.11}. Otherwise the date may be taken for an amount.
 */
final class OpenPeriodJoiner {
  private static final Pattern OPEN_PERIOD =
      Pattern.compile(".*20\\d\\d[年./-]?\\d{0,2}月?(?:[./-]\\d{1,2}|\\d{1,2}日)?\\s*[-－—–~～至]+");
  private static final Pattern DATE =
      Pattern.compile("20\\d\\d(?:[年./-]\\d{1,2}(?:月|[./-]\\d{1,2})?(?:\\d{1,2}日)?(?:底|前)?|年)");

  private OpenPeriodJoiner() {}

  /**
   * Returns the rows, in which a date that is alone in its row has been appended to an open period
   * in the row above.
   */
  static List<List<String>> join(List<List<String>> rows) {
    List<List<String>> joined = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> filled = row.stream().filter(cell -> !cell.isEmpty()).toList();
      int open = joined.isEmpty() ? -1 : indexOfOpenPeriod(joined.getLast());
      if (open >= 0 && filled.size() == 1 && DATE.matcher(filled.getFirst()).matches()) {
        List<String> above = new ArrayList<>(joined.removeLast());
        above.set(open, above.get(open) + filled.getFirst());
        joined.add(List.copyOf(above));
      } else {
        joined.add(row);
      }
    }
    return joined;
  }

  private static int indexOfOpenPeriod(List<String> row) {
    for (int c = row.size() - 1; c >= 0; c--) {
      if (OPEN_PERIOD.matcher(row.get(c)).matches()) {
        return c;
      }
    }
    return -1;
  }
}
