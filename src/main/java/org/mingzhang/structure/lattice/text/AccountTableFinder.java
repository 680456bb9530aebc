package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.grid.TableMatch;
import org.mingzhang.structure.lattice.CellLattice;
import org.mingzhang.structure.lattice.CellTextClass;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.structure.lattice.Chunk;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.CopyLayout;
import org.mingzhang.structure.lattice.LatticePath;
import org.mingzhang.structure.lattice.Separator;
import org.mingzhang.structure.lattice.schema.AccountColumnSums;
import org.mingzhang.structure.lattice.schema.AccountRowValidator;
import org.mingzhang.structure.lattice.schema.AccountTitleMapper;
import org.mingzhang.structure.lattice.schema.ArithmeticPlacement;
import org.mingzhang.structure.lattice.schema.DroppedCellRecovery;
import org.mingzhang.structure.lattice.schema.DroppedCellRecovery.PlacedTable;

/**
 * Finds tables of accounts, projects and agencies. If several headers may start at a chunk, the one
 * with the cheapest reading of the cells below it is taken.
 */
final class AccountTableFinder {
  /** Maximum number of chunks from the beginning of a performance form to its funding rows. */
  private static final int MAX_FORM_HEAD_CHUNKS = 16;

  private final ChunkSequence passage;
  private final int at;

  private AccountTableFinder(ChunkSequence passage, int at) {
    this.passage = passage;
    this.at = at;
  }

  /** Finds the table whose header starts at a chunk; null if there is none. */
  static @Nullable TableMatch find(ChunkSequence passage, int at) {
    boolean barred = passage.layout() == CopyLayout.BARRED;
    if (!passage.mayStartRow(at)
        || (FundingRowFinder.isTitle(passage.unspacedText(at)) && !startsGroups(passage, at))
        || (!barred && !AccountBodyFinder.hasCaptionAbove(passage, at))) {
      return null;
    }
    int near = Math.min(passage.size(), at + MAX_FORM_HEAD_CHUNKS);
    return FundingRowFinder.hasTitles(passage, at, near)
        ? null
        : new AccountTableFinder(passage, at).find();
  }

  /** Whether two kinds of amounts are titles of groups, of which the first column is a total. */
  private static boolean startsGroups(ChunkSequence passage, int at) {
    return at + 2 < passage.size()
        && AccountTitleMapper.findType(passage.unspacedText(at + 1)) == ColumnType.AMOUNT
        && CellTextClassifier.classify(passage.unspacedText(at + 2)).contains(CellTextClass.TOTAL);
  }

  private @Nullable TableMatch find() {
    TableMatch best = null;
    double minimum = Double.POSITIVE_INFINITY;
    for (AccountHeader header : AccountHeaderFinder.find(passage, at)) {
      int below = at + header.chunks();
      int from = ColumnNumberRow.endOf(passage, below);
      RepeatedHeader repeated = new RepeatedHeader(passage, at, below);
      int end = AccountBodyFinder.end(passage, from, repeated);
      if (from >= end) {
        continue;
      }
      if (from > below && EmptyAccountTableDetector.startsAt(passage, from)) {
        return new TableMatch(
            at, from + 1, EmptyAccountTableDetector.createRows(header, passage.unspacedText(from)));
      }
      List<Integer> kept = PageNoise.remove(passage, repeated.indicesWithoutHeader(from, end));
      if (kept.isEmpty()) {
        continue;
      }
      CenteredNameJoiner.BodyChunks body = CenteredNameJoiner.join(passage, kept);
      CopyLayout layout = passage.layoutOf(kept.getFirst(), kept.getLast() + 1);
      LatticePath path = read(header, body.chunks(), layout);
      double total = path.total() + header.cost();
      if (total < minimum
          && !path.isEmpty()
          && path.hasCellCostWithin("dearest_cell")
          && AccountRowValidator.arePlausible(header.columns(), path.rows())
          && (!AccountColumnSums.isUnlabeled(header.columns())
              || AccountColumnSums.addUp(header.columns(), path.rows()))) {
        PlacedTable placed = placeAmounts(header, path, body.chunks(), layout);
        if (placed == null) {
          continue;
        }
        minimum = total;
        List<List<String>> cells = placed.rows();
        List<Column> columns = placed.columns();
        List<List<String>> rows = new ArrayList<>();
        rows.add(columns.stream().map(Column::title).toList());
        int filled = countRowsWithCells(path, cells);
        int read = filled < cells.size() ? path.starts().get(filled) : path.chunks();
        List<List<String>> numbered =
            LineNumberColumnRepair.repair(columns, cells.subList(0, filled));
        rows.addAll(WrappedNameJoiner.join(columns, numbered));
        best = new TableMatch(at, body.ends().get(read - 1), rows);
      }
    }
    return best;
  }

  /**
   * Number of rows up to the last one with a number, where each cell is a line and nothing shows
   * empty ones: the cells of several names below it are lost, not empty.
   */
  private static int countRowsWithCells(LatticePath path, List<List<String>> rows) {
    int kept = rows.size();
    while (kept > 0 && rows.get(kept - 1).stream().noneMatch(CellTextClassifier::isNumber)) {
      kept--;
    }
    boolean lost = path.layout() == CopyLayout.STACKED && rows.size() - kept > 1;
    return lost && kept > 0 ? kept : rows.size();
  }

  /** The rows with amounts in their columns; null if the column sums contradict every placement. */
  private static @Nullable PlacedTable placeAmounts(
      AccountHeader header, LatticePath path, List<Chunk> body, CopyLayout layout) {
    boolean places = body.stream().anyMatch(chunk -> chunk.separator() == Separator.WIDE);
    boolean printed = places || layout == CopyLayout.BARRED;
    List<List<String>> rows = new ArithmeticPlacement(header.columns()).place(path.rows());
    return new DroppedCellRecovery(header.columns()).recoverCells(rows, printed);
  }

  private static LatticePath read(AccountHeader header, List<Chunk> body, CopyLayout layout) {
    LatticePath path = new CellLattice(body, header.columns(), layout).decode();
    if (layout == CopyLayout.STACKED && body.stream().anyMatch(chunk -> !chunk.opensLine())) {
      LatticePath rows = new CellLattice(body, header.columns(), CopyLayout.ROWS).decode();
      return rows.total() < path.total() ? rows : path;
    }
    if (layout != CopyLayout.ROWS || path.isEmpty()) {
      return path;
    }
    List<Column> placed = new ColumnPositionEstimator(header.columns(), body).estimate(path);
    return placed.equals(header.columns()) ? path : new CellLattice(body, placed, layout).decode();
  }
}
