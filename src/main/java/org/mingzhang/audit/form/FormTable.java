package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.fact.cell.TableLines;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.text.AccountColumns;

/**
 * A data table as identities are bound to it.
 *
 * @param step one unit of the last digit that it prints, in its own unit
 */
record FormTable(AccountTable cells, TableLines lines, BigDecimal step) {
  private static final BigDecimal CENT = new BigDecimal("0.01");

  static List<FormTable> of(AuditedDocument reading) {
    List<FormTable> all = new ArrayList<>();
    for (TableLines lines : TableLines.of(reading.disclosure())) {
      AccountTable cells = reading.tables().get(lines.table());
      all.add(new FormTable(cells, lines, step(cells)));
    }
    return all;
  }

  /** 元 are added before they are cut to whole ones; 万元 are printed to the cent. */
  private static BigDecimal step(AccountTable table) {
    return "元".equals(table.data().unit()) ? BigDecimal.ONE : CENT;
  }

  Optional<BigDecimal> amount(Cell cell) {
    return cells.amount(cell.row(), cell.column());
  }

  /** The amount in a cell, an empty one as nought. */
  BigDecimal value(Cell cell) {
    return cells.amountOrZero(cell.row(), cell.column());
  }

  List<TableLines.Block> blocks() {
    return lines.blocks();
  }

  TableLines.Line line(Cell cell) {
    return blocks().get(cell.block()).rows().get(cell.row());
  }

  Place place(Cell cell) {
    AccountColumns.Block block = cells.columns().blocks().get(cell.block());
    return FindingDraft.place(cells, cell.row(), cells.quote(cell.row(), block));
  }

  Place row(Cell cell) {
    int last = cells.data().header().size() - 1;
    return FindingDraft.place(cells, cell.row(), cells.quote(cell.row(), 0, last));
  }
}
