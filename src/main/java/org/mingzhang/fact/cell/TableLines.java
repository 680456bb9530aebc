package org.mingzhang.fact.cell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.fact.perimeter.DocumentPerimeter;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Stage;
import org.mingzhang.model.TableData;

/**
 * The rows and columns of a data table as lines that can be added up, each with its account, role
 * and level. While {@link DocumentTableFactReader} reads what each cell states, this tells which
 * cells may be parts of others, even if they state no fact by themselves.
 *
 * @param table index in the tables of the document
 * @param blocks its blocks of columns from left to right
 */
public record TableLines(int table, List<LineBlock> blocks) {
  /** Makes an immutable copy of the blocks. */
  public TableLines {
    blocks = List.copyOf(blocks);
  }

  /**
   * A block of columns.
   *
   * @param rows its rows
   * @param columns its columns of amounts
   * @param isSide whether it is one of the two sides of a table of revenue and expenditure
   * @param hasCodes whether its rows have classification codes
   */
  public record LineBlock(
      List<TableLine> rows, List<TableLine> columns, boolean isSide, boolean hasCodes) {
    /** Makes an immutable copy of the lines. */
    public LineBlock {
      rows = List.copyOf(rows);
      columns = List.copyOf(columns);
    }
  }

  /** The role of a row or column in a sum. */
  public enum LineRole {
    /** Total: 总计, 合计. */
    TOTAL,
    /** Sum of the year, without amounts carried over: 本年收入合计. */
    YEAR_TOTAL,
    /**
     * Amount carried over from or to another year, or moved from or to a reserve, next to the sum
     * of the year.
     */
    CARRIED_OVER,
    /** Addend. */
    PART,
    /** No amount that can be added. */
    NONE
  }

  /**
   * A row or column of a data table that can be added up.
   *
   * @param index its index in the table
   * @param role its role
   * @param account name of its account; empty if it names none
   * @param fund its fund, or null
   * @param stage its stage, or null
   * @param year its year, or null
   * @param code code of its item; empty if it has none
   * @param level level of its numeral: 1 for 一、, 2 for （一）, 0 without
   * @param label its words as printed
   */
  public record TableLine(
      int index,
      LineRole role,
      String account,
      @Nullable Fund fund,
      @Nullable Stage stage,
      @Nullable Integer year,
      String code,
      int level,
      String label) {

    /** Whether stage and year of two lines are each equal, or not named by at least one of them. */
    public boolean isOfSameTime(TableLine other) {
      return (stage == null || other.stage == null || stage == other.stage)
          && (year == null || other.year == null || year.equals(other.year));
    }

    /** Whether the line names neither an account nor an item nor a fund. */
    public boolean namesNoAccountOrFund() {
      return account.isEmpty() && code.isEmpty() && fund == null;
    }
  }

  /** The lines of all data tables of a document, one element for each table, in order. */
  public static List<TableLines> findAll(Disclosure disclosure) {
    DimensionDefaults defaults =
        DimensionDefaults.readFrom(disclosure, DocumentPerimeter.determine(disclosure));
    TitlesAboveTable titles = new TitlesAboveTable(disclosure);
    List<TableLines> all = new ArrayList<>();
    for (int i = 0; i < disclosure.tables().size(); i++) {
      TableData table = disclosure.tables().get(i);
      all.add(build(defaults, TableSubject.readTitles(titles.find(table), defaults), table, i));
    }
    return all;
  }

  private static TableLines build(
      DimensionDefaults defaults, TableSubject titleSubject, TableData table, int tableIndex) {
    TableMeaning meaning = TableMeaning.determine(defaults, titleSubject, table);
    List<LineBlock> blocks = new ArrayList<>();
    for (TableMeaning.TableSideMeaning side : meaning.sides()) {
      TableLineFactory reader = new TableLineFactory(defaults, meaning.subject(), side.direction());
      List<TableLine> rows = new ArrayList<>();
      for (int r = 0; r < side.rows().size(); r++) {
        String code = side.block().codes().get(r);
        rows.add(reader.createRow(r, side.rows().get(r), side.block().labels().get(r), code));
      }
      List<TableLine> columns = new ArrayList<>();
      for (int column : side.block().amounts()) {
        HeaderMeaning head = meaning.headerMeanings().getOrDefault(column, HeaderMeaning.SKIPPED);
        columns.add(reader.createColumn(column, head, table.header().get(column)));
      }
      blocks.add(new LineBlock(rows, columns, side.direction() != null, side.block().isCoded()));
    }
    return new TableLines(tableIndex, blocks);
  }

  static String nameOrEmpty(@Nullable Account account) {
    return account == null ? "" : account.name();
  }
}
