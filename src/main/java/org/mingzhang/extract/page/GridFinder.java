package org.mingzhang.extract.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Groups the ruling lines of a page into the grids of its tables: touching lines belong to one
 * table. Stateless.
 */
final class GridFinder {
  /** Maximum distance, in points, between the end of a line and the line it meets. */
  private static final float MAX_JOINT_GAP = 3.5f;

  /** Maximum number of merged lines of one direction; a page with more is a drawing. */
  private static final int MAX_LINES = 3_000;

  /**
   * The grids of a page, each with at least two positions; empty if there are none or the page has
   * more than 3,000 lines in one direction.
   */
  List<RuledGrid> findGrids(List<Ruling> rulings) {
    List<Ruling> across = RulingMerger.merge(rulings, true);
    List<Ruling> down = RulingMerger.merge(rulings, false);
    if (across.size() > MAX_LINES || down.size() > MAX_LINES) {
      return List.of();
    }
    List<RuledGrid> grids = new ArrayList<>();
    for (List<Ruling> touching : groupTouching(across, down)) {
      RuledGrid grid = new GridBuilder(touching).build();
      if (grid != null) {
        grids.add(grid);
      }
    }
    return grids;
  }

  private static List<List<Ruling>> groupTouching(
      List<Ruling> horizontals, List<Ruling> verticals) {
    List<Ruling> all = new ArrayList<>(horizontals);
    all.addAll(verticals);
    int[] parent = new int[all.size()];
    Arrays.setAll(parent, i -> i);
    for (int i = 0; i < horizontals.size(); i++) {
      for (int j = horizontals.size(); j < all.size(); j++) {
        if (touches(all.get(i), all.get(j))) {
          parent[findRoot(parent, i)] = findRoot(parent, j);
        }
      }
    }
    List<List<Ruling>> groups = new ArrayList<>();
    int[] groupOf = new int[all.size()];
    Arrays.fill(groupOf, -1);
    for (int i = 0; i < all.size(); i++) {
      int root = findRoot(parent, i);
      if (groupOf[root] < 0) {
        groupOf[root] = groups.size();
        groups.add(new ArrayList<>());
      }
      groups.get(groupOf[root]).add(all.get(i));
    }
    return groups;
  }

  private static int findRoot(int[] parents, int start) {
    int i = start;
    while (parents[i] != i) {
      parents[i] = parents[parents[i]];
      i = parents[i];
    }
    return i;
  }

  private static boolean touches(Ruling horizontal, Ruling vertical) {
    return vertical.position() >= horizontal.start() - MAX_JOINT_GAP
        && vertical.position() <= horizontal.end() + MAX_JOINT_GAP
        && horizontal.position() >= vertical.start() - MAX_JOINT_GAP
        && horizontal.position() <= vertical.end() + MAX_JOINT_GAP;
  }
}
