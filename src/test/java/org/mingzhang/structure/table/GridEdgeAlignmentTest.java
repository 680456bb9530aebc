package org.mingzhang.structure.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mingzhang.Seed;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableBlock.Cell;
import org.mingzhang.structure.grid.Grid;
import org.mingzhang.structure.grid.GridDrawing;

/** Tests pages of one table whose cells end at different positions. */
class GridEdgeAlignmentTest {
  private static final List<Float> EDGES = List.of(70f, 100f, 180f, 240f, 300f, 350f, 420f, 520f);

  @Test
  void cells_keep_their_places_whatever_edges_a_page_has() {
    long seed = Seed.next();
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      TableBlock upper = page(random, 0);
      TableBlock lower = page(random, 30);
      GridEdgeAlignment fit =
          Objects.requireNonNull(GridEdgeAlignment.align(upper, lower), "seed " + seed);
      assertThat(fit.alignedUpper().columns()).isEqualTo(fit.alignedLower().columns());
      assertThat(describeCells(fit.alignedUpper(), 0))
          .as("seed %d", seed)
          .isEqualTo(describeCells(upper, 0));
      assertThat(describeCells(fit.alignedLower(), 0))
          .as("seed %d", seed)
          .isEqualTo(describeCells(lower, -30));
    }
  }

  @Test
  void a_page_without_the_outermost_column_lies_at_the_right_edge() {
    TableBlock upper = new TableBlock(1, 1, 3, row(0, 1, 2, 3), List.of(70f, 100f, 200f, 300f));
    TableBlock lower = new TableBlock(2, 1, 2, row(0, 1, 2), List.of(100f, 200f, 300f));
    GridEdgeAlignment fit = Objects.requireNonNull(GridEdgeAlignment.align(upper, lower));
    assertThat(fit.areEdgesNested()).isTrue();
    assertThat(fit.alignedLower().cells()).extracting(Cell::column).containsExactly(1, 2);
  }

  @Test
  void tables_of_other_widths_or_without_places_do_not_fit() {
    TableBlock upper = new TableBlock(1, 1, 2, row(0, 1, 2), List.of(70f, 100f, 300f));
    TableBlock other = new TableBlock(2, 1, 2, row(0, 1, 2), List.of(70f, 150f, 400f));
    assertThat(GridEdgeAlignment.align(upper, other)).isNull();
    assertThat(GridEdgeAlignment.align(upper, new TableBlock(2, 1, 2, row(0, 1, 2)))).isNull();
  }

  @Test
  void a_page_with_divided_columns_goes_on_the_page_without() {
    TableBlock upper =
        new TableBlock(
            1,
            2,
            3,
            List.of(
                new Cell(0, 0, 1, 1, "项目"),
                new Cell(0, 1, 1, 1, "年初预算数"),
                new Cell(0, 2, 1, 1, "决算数"),
                new Cell(1, 0, 1, 1, "基本支出"),
                new Cell(1, 1, 1, 1, "9.25"),
                new Cell(1, 2, 1, 1, "8.38")),
            List.of(70f, 170f, 270f, 370f));
    TableBlock lower =
        new TableBlock(
            2,
            1,
            4,
            List.of(
                new Cell(0, 0, 1, 1, "项目支出"),
                new Cell(0, 1, 1, 2, "6.45"),
                new Cell(0, 3, 1, 1, "1.15")),
            List.of(70f, 170f, 220f, 270f, 370f));
    Section section =
        GridDrawing.section(
            "支出表", new Section.TablePart(1, -1, upper), new Section.TablePart(2, -1, lower));
    Section joined = new TableReader().read(List.of(section)).sections().get(0);
    assertThat(joined.body()).hasSize(1);
    TableBlock grid = ((Section.TablePart) joined.body().get(0)).grid();
    assertThat(new Grid(grid).nonEmptyTexts(2)).containsExactly("项目支出", "6.45", "1.15");
    assertThat(new Grid(grid).text(1, 3)).isEqualTo("8.38");
    assertThat(grid.edges()).isEmpty();
  }

  private static List<Cell> row(int... edges) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i + 1 < edges.length; i++) {
      cells.add(new Cell(0, edges[i], 1, edges[i + 1] - edges[i], "格" + i));
    }
    return cells;
  }

  /** A page of rows of merged cells, which has only the edges of its cells, slightly displaced. */
  private static TableBlock page(Random random, float margin) {
    List<TreeSet<Integer>> rows = new ArrayList<>();
    TreeSet<Integer> used = new TreeSet<>();
    for (int r = 0; r < 1 + random.nextInt(4); r++) {
      TreeSet<Integer> cuts = new TreeSet<>(List.of(0, EDGES.size() - 1));
      random.ints(3, 1, EDGES.size() - 1).forEach(cuts::add);
      rows.add(cuts);
      used.addAll(cuts);
    }
    List<Integer> columns = List.copyOf(used);
    List<Float> edges =
        columns.stream().map(c -> EDGES.get(c) + margin + random.nextFloat(-0.7f, 0.7f)).toList();
    List<Cell> cells = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      List<Integer> cuts = List.copyOf(rows.get(r));
      for (int i = 0; i + 1 < cuts.size(); i++) {
        int from = columns.indexOf(cuts.get(i));
        cells.add(new Cell(r, from, 1, columns.indexOf(cuts.get(i + 1)) - from, r + "/" + i));
      }
    }
    return new TableBlock(1, rows.size(), columns.size() - 1, cells, edges);
  }

  /** The text of each cell, with the edges of {@link #EDGES} nearest to its own shifted edges. */
  private static List<String> describeCells(TableBlock block, float shift) {
    return block.cells().stream()
        .map(
            cell ->
                cell.text()
                    + " "
                    + nearestEdge(block.edges().get(cell.column()) + shift)
                    + "–"
                    + nearestEdge(block.edges().get(cell.column() + cell.columnSpan()) + shift))
        .toList();
  }

  private static float nearestEdge(float place) {
    return EDGES.stream()
        .min((a, b) -> Float.compare(Math.abs(a - place), Math.abs(b - place)))
        .orElseThrow();
  }
}
