package org.mingzhang.fact.cell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.model.TableData;

/**
 * The meanings of the column headers and row labels of a table.
 *
 * @param subject subject of the table, refined by its headers
 * @param headerMeanings meaning of the header of each column of amounts, by the index of the column
 * @param sides the blocks from left to right
 */
record TableMeaning(
    TableSubject subject,
    Map<Integer, HeaderMeaning> headerMeanings,
    List<TableSideMeaning> sides) {

  /**
   * A block of columns with the meanings of its rows.
   *
   * @param block the columns
   * @param direction revenue or expenditure; null if the table is not divided into sides
   * @param rows meaning of each row
   */
  record TableSideMeaning(
      LabeledColumnBlock block, @Nullable FlowDirection direction, List<HeaderMeaning> rows) {}

  /**
   * Determines the meanings of a table from its headers and labels.
   *
   * @param titleSubject subject as read from the title alone
   */
  static TableMeaning determine(
      DimensionDefaults defaults, TableSubject titleSubject, TableData table) {
    List<LabeledColumnBlock> blocks = LabeledColumnBlock.findAll(table);
    ColumnHeaderReader reader =
        new ColumnHeaderReader(defaults.chart(), defaults.year(), titleSubject.total());
    Map<Integer, HeaderMeaning> headers = new HashMap<>();
    for (LabeledColumnBlock block : blocks) {
      for (int column : block.amounts()) {
        headers.put(column, reader.read(table.header().get(column)));
      }
    }
    TableSubject subject = titleSubject.refineByHeaders(defaults, headers.values());
    List<TableSideMeaning> sides = new ArrayList<>();
    for (int b = 0; b < blocks.size(); b++) {
      FlowDirection direction = directionOf(subject, table, blocks, b);
      sides.add(readSide(defaults, subject, direction, blocks.get(b)));
    }
    return new TableMeaning(subject, headers, sides);
  }

  private static TableSideMeaning readSide(
      DimensionDefaults defaults,
      TableSubject subject,
      @Nullable FlowDirection direction,
      LabeledColumnBlock block) {
    RowLabelReader rows = new RowLabelReader(defaults, subject, direction, block);
    int count = block.labels().size();
    boolean bare = block.hasNoLabels() && count == 1;
    List<HeaderMeaning> read = new ArrayList<>();
    HeaderMeaning dated = HeaderMeaning.UNRESTRICTED;
    for (int r = 0; r < count; r++) {
      HeaderMeaning row =
          bare
              ? HeaderMeaning.UNRESTRICTED
              : rows.read(block.labels().get(r), block.codes().get(r));
      dated = row.year() == null ? dated : row;
      read.add(isUndatedPartOf(defaults, row, dated) ? row.withYear(dated.year()) : row);
    }
    return new TableSideMeaning(block, direction, read);
  }

  /**
   * Whether a row names no year, and its account is a part of the account of a row above it that
   * names a year.
   */
  private static boolean isUndatedPartOf(
      DimensionDefaults defaults, HeaderMeaning row, HeaderMeaning dated) {
    Account part = row.account();
    Account whole = dated.account();
    return row.year() == null
        && part != null
        && whole != null
        && !part.equals(whole)
        && defaults.chart().isWithin(part, whole);
  }

  private static @Nullable FlowDirection directionOf(
      TableSubject subject, TableData table, List<LabeledColumnBlock> blocks, int blockIndex) {
    LabeledColumnBlock block = blocks.get(blockIndex);
    if (subject.form().rowMeaning() != TableForm.RowMeaning.SIDES || block.isCoded()) {
      return null;
    }
    FlowDirection headed = FlowDirection.find(table.header().get(block.amounts().getFirst()));
    if (headed != null) {
      boolean both =
          block.amounts().stream()
              .map(column -> FlowDirection.find(table.header().get(column)))
              .anyMatch(other -> other != null && other != headed);
      return both ? null : headed;
    }
    String labels = String.join(" ", block.labels());
    FlowDirection labeled = FlowDirection.find(labels);
    if (labeled != null || blocks.size() == 1) {
      return labeled;
    }
    return blockIndex == 0 ? FlowDirection.REVENUE : FlowDirection.EXPENDITURE;
  }
}
