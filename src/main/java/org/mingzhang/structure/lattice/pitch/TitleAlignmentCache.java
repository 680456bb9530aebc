package org.mingzhang.structure.lattice.pitch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The state shared by all alignments of one header: memoized costs of titles, and the number of
 * search states that may still be expanded. Confined to one thread and one header.
 */
final class TitleAlignmentCache {
  /**
   * Maximum number of states expanded for all alignments of a header. Beyond it the states left are
   * not tried, so that the header may not be found; no header of the tests needs that many.
   */
  private static final int MAX_STATES = 15_000;

  /** Cache key of a title's cost: its words, and whether it is the first column. */
  private record TitleKey(List<String> words, boolean isFirstColumn) {}

  /** Cache key of the cost of a group's title together with that of a column below it. */
  private record GroupTitleKey(String group, String column, boolean isFirstColumn) {}

  private final TitleSchema schema;
  private final Map<TitleKey, Double> titleCosts = new HashMap<>();
  private final Map<GroupTitleKey, Double> groupCosts = new HashMap<>();
  private final Map<List<String>, Double> groupTitleCosts = new HashMap<>();
  private int remainingStates = MAX_STATES;

  TitleAlignmentCache(TitleSchema schema) {
    this.schema = schema;
  }

  TitleSchema schema() {
    return schema;
  }

  /** Uses up one of the remaining states. Returns false if there is none. */
  boolean tryUseStateAllowance() {
    return remainingStates-- > 0;
  }

  /** The cost of reading words above each other as the title of one column. */
  double titleCost(List<String> words, boolean isFirstColumn) {
    return titleCosts.computeIfAbsent(
        new TitleKey(words, isFirstColumn),
        t ->
            schema.titleCost(String.join("", words), isFirstColumn)
                + schema.stackedTitleCost(words));
  }

  /** The cost of reading words above each other as the title of one column group. */
  double groupTitleCost(List<String> words) {
    return groupTitleCosts.computeIfAbsent(
        words, w -> schema.groupCost(String.join("", w), "", false) + schema.stackedTitleCost(w));
  }

  /** The cost of reading a title as that of a column group that contains a given column. */
  double groupCost(String group, String column, boolean isFirstColumn) {
    return groupCosts.computeIfAbsent(
        new GroupTitleKey(group, column, isFirstColumn),
        g -> schema.groupCost(group, column, isFirstColumn));
  }
}
