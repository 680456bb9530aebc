package org.mingzhang.structure.lattice.pitch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the alignments of one header share: the memoized costs of titles, and the number of search
 * states that they may still expand. Confined to one thread and one header.
 */
final class TitleAlignmentCache {
  /** Maximum number of states of all alignments; the headers of the tests need fewer. */
  private static final int MAX_STATES = 15_000;

  /** The words of a title and whether it is the first column, under which its cost is kept. */
  private record TitleKey(List<String> words, boolean first) {}

  /** The title of a column below that of its group, under which its cost is kept. */
  private record GroupTitleKey(String group, String column, boolean first) {}

  private final TitleSchema schema;
  private final Map<TitleKey, Double> titleKeys = new HashMap<>();
  private final Map<GroupTitleKey, Double> groups = new HashMap<>();
  private final Map<List<String>, Double> groupTitles = new HashMap<>();
  private int states = MAX_STATES;

  TitleAlignmentCache(TitleSchema schema) {
    this.schema = schema;
  }

  TitleSchema schema() {
    return schema;
  }

  /** Takes one of the states left; false if there is none. */
  boolean tryTakeState() {
    return states-- > 0;
  }

  /** The cost of words above each other as the title of one column. */
  double titleCost(List<String> words, boolean first) {
    return titleKeys.computeIfAbsent(
        new TitleKey(words, first),
        t -> schema.cost(String.join("", words), first) + schema.stackCost(words));
  }

  /** The cost of words above each other as the title of one column group. */
  double groupTitleCost(List<String> words) {
    return groupTitles.computeIfAbsent(
        words, w -> schema.groupCost(String.join("", w), "", false) + schema.stackCost(w));
  }

  /** The cost of a title as that of a column group with a column. */
  double groupCost(String group, String column, boolean first) {
    return groups.computeIfAbsent(
        new GroupTitleKey(group, column, first), g -> schema.groupCost(group, column, first));
  }
}
