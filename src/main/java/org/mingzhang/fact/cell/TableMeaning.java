package org.mingzhang.fact.cell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.TableData;

/**
 * What the heads and labels of a table say.
 *
 * @param subject what the table as a whole is about, with what its heads add to that
 * @param heads meaning of each column of amounts
 * @param sides the blocks from left to right
 */
record TableMeaning(TableSubject subject, Map<Integer, Meaning> heads, List<Side> sides) {

  /**
   * A block of columns with the meaning of its rows.
   *
   * @param block the columns
   * @param direction whether its amounts come in or go out, or null where the table does not say
   * @param rows meaning of each row
   */
  record Side(ColumnBlock block, @Nullable FlowDirection direction, List<Meaning> rows) {}

  /** Reads the heads and labels of a table. */
  static TableMeaning of(DocumentFrame frame, TableSubject titled, TableData table) {
    List<ColumnBlock> blocks = ColumnBlock.of(table);
    HeadReader reader = new HeadReader(frame.chart(), frame.year(), titled.total());
    Map<Integer, Meaning> heads = new HashMap<>();
    for (ColumnBlock block : blocks) {
      for (int column : block.amounts()) {
        heads.put(column, reader.read(table.header().get(column)));
      }
    }
    TableSubject subject = titled.with(frame, heads.values());
    List<Side> sides = new ArrayList<>();
    for (int b = 0; b < blocks.size(); b++) {
      FlowDirection direction = direction(subject, table, blocks, b);
      sides.add(side(frame, subject, direction, blocks.get(b)));
    }
    return new TableMeaning(subject, heads, sides);
  }

  private static Side side(
      DocumentFrame frame,
      TableSubject subject,
      @Nullable FlowDirection direction,
      ColumnBlock block) {
    RowReader rows = new RowReader(frame, subject, direction, block);
    int count = block.labels().size();
    boolean bare = block.unlabelled() && count == 1;
    List<Meaning> read = new ArrayList<>();
    for (int r = 0; r < count; r++) {
      read.add(bare ? Meaning.WHOLE : rows.read(block.labels().get(r), block.codes().get(r)));
    }
    return new Side(block, direction, read);
  }

  private static @Nullable FlowDirection direction(
      TableSubject subject, TableData table, List<ColumnBlock> blocks, int number) {
    ColumnBlock block = blocks.get(number);
    if (subject.form().layout() != TableForm.Layout.SIDES || block.coded()) {
      return null;
    }
    FlowDirection headed = FlowDirection.of(table.header().get(block.amounts().getFirst()));
    if (headed != null) {
      return headed;
    }
    String labels = String.join(" ", block.labels());
    FlowDirection labelled = FlowDirection.of(labels);
    if (labelled != null || blocks.size() == 1) {
      return labelled;
    }
    return number == 0 ? FlowDirection.REVENUE : FlowDirection.EXPENDITURE;
  }
}
