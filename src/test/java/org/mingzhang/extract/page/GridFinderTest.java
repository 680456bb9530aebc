package org.mingzhang.extract.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GridFinderTest {
  @Test
  void a_random_grid_with_random_merges_is_read_back_as_drawn() {
    for (int round = 0; round < 300; round++) {
      long seed = 20_240_601L + round;
      Random random = new Random(seed);
      float[] xs = edges(random, 2 + random.nextInt(8));
      float[] ys = edges(random, 2 + random.nextInt(12));
      List<RuledGrid.CellArea> areas = areas(random, ys.length - 1, xs.length - 1);
      List<RuledGrid> grids = new GridFinder().findGrids(draw(random, xs, ys, areas));
      assertEquals(1, grids.size(), "grids, seed " + seed);
      assertEquals(
          withoutUndrawnEdges(areas),
          withoutUndrawnEdges(grids.get(0).areas()),
          "cells, seed " + seed);
    }
  }

  /**
   * The cells with rows and columns counted only where a cell starts, since other edges are not
   * drawn.
   */
  private static Set<RuledGrid.CellArea> withoutUndrawnEdges(List<RuledGrid.CellArea> areas) {
    List<Integer> rows = starts(areas.stream().map(RuledGrid.CellArea::row).toList());
    List<Integer> columns = starts(areas.stream().map(RuledGrid.CellArea::column).toList());
    Set<RuledGrid.CellArea> result = new HashSet<>();
    for (RuledGrid.CellArea a : areas) {
      int row = rows.indexOf(a.row());
      int column = columns.indexOf(a.column());
      result.add(
          new RuledGrid.CellArea(
              row,
              column,
              (int) rows.stream().filter(r -> r >= a.row() && r < a.row() + a.rowSpan()).count(),
              (int)
                  columns.stream()
                      .filter(c -> c >= a.column() && c < a.column() + a.columnSpan())
                      .count()));
    }
    return result;
  }

  private static List<Integer> starts(List<Integer> places) {
    return places.stream().distinct().sorted().toList();
  }

  private static float[] edges(Random random, int count) {
    float[] edges = new float[count + 1];
    edges[0] = 30 + random.nextFloat() * 20;
    for (int i = 1; i <= count; i++) {
      edges[i] = edges[i - 1] + 9 + random.nextFloat() * 60;
    }
    return edges;
  }

  /** Random rectangles that cover each place once; at least two. */
  private static List<RuledGrid.CellArea> areas(Random random, int rows, int columns) {
    boolean[][] taken = new boolean[rows][columns];
    List<RuledGrid.CellArea> areas = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        if (!taken[r][c]) {
          int wide = random.nextInt(4) == 0 ? 1 + random.nextInt(columns - c) : 1;
          int high = random.nextInt(4) == 0 ? 1 + random.nextInt(rows - r) : 1;
          while (!isFree(taken, r, c, high, wide)) {
            wide = Math.max(1, wide - 1);
            high = Math.max(1, high - 1);
          }
          if (high == rows && wide == columns) {
            high = 1;
          }
          for (int i = r; i < r + high; i++) {
            for (int j = c; j < c + wide; j++) {
              taken[i][j] = true;
            }
          }
          areas.add(new RuledGrid.CellArea(r, c, high, wide));
        }
      }
    }
    return areas;
  }

  private static boolean isFree(boolean[][] taken, int row, int column, int high, int wide) {
    for (int i = row; i < row + high; i++) {
      for (int j = column; j < column + wide; j++) {
        if (taken[i][j]) {
          return false;
        }
      }
    }
    return true;
  }

  /** Each cell's border as four pieces, a little off, in any order. */
  private static List<Ruling> draw(
      Random random, float[] xs, float[] ys, List<RuledGrid.CellArea> areas) {
    List<Ruling> rulings = new ArrayList<>();
    for (RuledGrid.CellArea a : areas) {
      float left = xs[a.column()];
      float right = xs[a.column() + a.columnSpan()];
      float top = ys[a.row()];
      float bottom = ys[a.row() + a.rowSpan()];
      rulings.add(Ruling.horizontal(top + randomOffset(random), left, right));
      rulings.add(Ruling.horizontal(bottom + randomOffset(random), left + 1, right - 1));
      rulings.add(Ruling.vertical(left + randomOffset(random), top, bottom));
      rulings.add(Ruling.vertical(right + randomOffset(random), top - 1, bottom + 1));
    }
    Collections.shuffle(rulings, random);
    return rulings;
  }

  private static float randomOffset(Random random) {
    return (random.nextFloat() - 0.5f) * 1.6f;
  }
}
