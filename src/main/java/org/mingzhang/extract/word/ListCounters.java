package org.mingzhang.extract.word;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the items of lists and words their labels. Lists that share a definition share the count.
 * Not thread-safe.
 */
final class ListCounters {
  /** Levels of a list in Word. */
  static final int LEVELS = 9;

  private static final int UNUSED = Integer.MIN_VALUE;

  private final Map<String, int[]> counts = new HashMap<>();

  /**
   * Counts one more item and answers its label, empty for a bullet.
   *
   * @param list what identifies the list
   * @param levels its levels
   * @param level 0-based level of the item
   */
  String next(String list, List<ListLevel> levels, int level) {
    int[] count = counts(list);
    count[level] = count[level] == UNUSED ? levels.get(level).start() : count[level] + 1;
    for (int deeper = level + 1; deeper < Math.min(LEVELS, levels.size()); deeper++) {
      int restart = levels.get(deeper).restartAfter();
      if (restart > 0 && level + 1 <= restart) {
        count[deeper] = UNUSED;
      }
    }
    return formatLabel(levels, level, count);
  }

  /** Starts a level's count again at its next item. */
  void restart(String list, int level, int start) {
    counts(list)[level] = start - 1;
  }

  private int[] counts(String list) {
    return counts.computeIfAbsent(
        list,
        key -> {
          int[] fresh = new int[LEVELS];
          Arrays.fill(fresh, UNUSED);
          return fresh;
        });
  }

  private static String formatLabel(List<ListLevel> levels, int level, int[] count) {
    ListLevel own = levels.get(level);
    if (own.numberFormat().equals("bullet")) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    String pattern = own.pattern();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      int wanted = c == '%' && i + 1 < pattern.length() ? pattern.charAt(i + 1) - '1' : -1;
      if (wanted >= 0 && wanted < Math.min(LEVELS, levels.size())) {
        out.append(formatNumber(levels.get(wanted), own.legal(), count[wanted]));
        i++;
      } else {
        out.append(c);
      }
    }
    String label = out.toString();
    return label.isBlank() ? "" : label + (own.space() && !label.endsWith(" ") ? " " : "");
  }

  /** A level above that has had no item yet counts as its first. */
  private static String formatNumber(ListLevel level, boolean legal, int count) {
    int number = count == UNUSED ? level.start() : count;
    return NumberFormatter.format(legal ? "decimal" : level.numberFormat(), number);
  }
}
