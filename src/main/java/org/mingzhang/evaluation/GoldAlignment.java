package org.mingzhang.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** Alignment of elements of a record with those of its gold record. */
final class GoldAlignment {
  /**
   * A gold element and the element of the record that is aligned with it.
   *
   * @param foundIndex index in the record
   * @param wantedIndex index in the gold record
   */
  record Pair(int foundIndex, int wantedIndex) {}

  private GoldAlignment() {}

  /**
   * Aligns each gold element, in order, with the first matching element that is not aligned yet.
   *
   * @param matcher tests an element of the record and one of the gold record, in this order
   */
  static List<Pair> alignGreedily(
      List<JsonNode> found, List<JsonNode> wanted, BiPredicate<JsonNode, JsonNode> matcher) {
    boolean[] used = new boolean[found.size()];
    List<Pair> pairs = new ArrayList<>();
    for (int j = 0; j < wanted.size(); j++) {
      for (int i = 0; i < found.size(); i++) {
        if (!used[i] && matcher.test(found.get(i), wanted.get(j))) {
          used[i] = true;
          pairs.add(new Pair(i, j));
          break;
        }
      }
    }
    return pairs;
  }

  /**
   * The longest alignment that keeps the order of the two lists (longest common subsequence). Takes
   * time and memory proportional to the product of their sizes.
   */
  static List<Pair> alignInOrder(
      List<JsonNode> found, List<JsonNode> wanted, BiPredicate<JsonNode, JsonNode> matcher) {
    int n = found.size();
    int m = wanted.size();
    boolean[][] equal = new boolean[n][m];
    int[][] best = new int[n + 1][m + 1];
    for (int i = n - 1; i >= 0; i--) {
      for (int j = m - 1; j >= 0; j--) {
        equal[i][j] = matcher.test(found.get(i), wanted.get(j));
        int skip = Math.max(best[i + 1][j], best[i][j + 1]);
        best[i][j] = Math.max(skip, equal[i][j] ? best[i + 1][j + 1] + 1 : 0);
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0, j = 0; i < n && j < m; ) {
      if (equal[i][j] && best[i][j] == best[i + 1][j + 1] + 1) {
        pairs.add(new Pair(i++, j++));
      } else if (best[i + 1][j] >= best[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return pairs;
  }

  /** The elements of an array field; none if the field is missing. */
  static List<JsonNode> elements(JsonNode record, String field) {
    List<JsonNode> elements = new ArrayList<>();
    record.path(field).forEach(elements::add);
    return elements;
  }
}
