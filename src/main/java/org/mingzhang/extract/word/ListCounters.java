package org.mingzhang.extract.word;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The counters of list items, from which their labels are formatted. Lists with the same definition
 * share their counters. Not thread-safe.
 */
final class ListCounters {
  /** Number of levels of a list. */
  static final int LEVEL_COUNT = 9;

  private static final int UNUSED = Integer.MIN_VALUE;

  private final Map<String, int[]> countersByList = new HashMap<>();

  /**
   * Counts an item and returns its label, with the space after it; empty for a bullet or if the
   * label is blank.
   *
   * @param list identity of the list
   * @param levels its levels, from the highest
   * @param level 0-based level of the item
   */
  String nextLabel(String list, List<ListLevel> levels, int level) {
    int[] count = countsOf(list);
    count[level] = count[level] == UNUSED ? levels.get(level).start() : count[level] + 1;
    for (int deeper = level + 1; deeper < Math.min(LEVEL_COUNT, levels.size()); deeper++) {
      int restart = levels.get(deeper).restartAfter();
      if (restart > 0 && level + 1 <= restart) {
        count[deeper] = UNUSED;
      }
    }
    return formatLabel(levels, level, count);
  }

  /** Restarts a level so that its next item has the given number. */
  void restart(String list, int level, int start) {
    countsOf(list)[level] = start - 1;
  }

  private int[] countsOf(String list) {
    return countersByList.computeIfAbsent(
        list,
        key -> {
          int[] fresh = new int[LEVEL_COUNT];
          Arrays.fill(fresh, UNUSED);
          return fresh;
        });
  }

  private static String formatLabel(List<ListLevel> levels, int level, int[] counters) {
    ListLevel own = levels.get(level);
    if (own.numberFormat().equals("bullet")) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    String pattern = own.pattern();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      int wanted = c == '%' && i + 1 < pattern.length() ? pattern.charAt(i + 1) - '1' : -1;
      if (wanted >= 0 && wanted < Math.min(LEVEL_COUNT, levels.size())) {
        out.append(formatNumber(levels.get(wanted), own.usesArabicDigits(), counters[wanted]));
        i++;
      } else {
        out.append(c);
      }
    }
    String label = out.toString();
    return label.isBlank() ? "" : label + (own.hasSpaceAfter() && !label.endsWith(" ") ? " " : "");
  }

  /**
   * Formats a count; a level without an item yet has its start value.
   *
   * @param usesDecimalDigits whether numbers of all levels are written in decimal digits (w:isLgl)
   */
  private static String formatNumber(ListLevel level, boolean usesDecimalDigits, int count) {
    int number = count == UNUSED ? level.start() : count;
    return NumberFormatter.format(usesDecimalDigits ? "decimal" : level.numberFormat(), number);
  }
}
