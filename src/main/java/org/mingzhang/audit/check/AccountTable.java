package org.mingzhang.audit.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingzhang.model.TableData;
import org.mingzhang.text.AccountColumnRoles;
import org.mingzhang.text.AmountParser;
import org.mingzhang.text.ColumnTitles;

/**
 * A data table whose columns of codes, names and amounts are known.
 *
 * @param columns which columns hold codes, names and amounts
 * @param amounts the amount in each cell of each row; empty for an empty cell or words
 */
public record AccountTable(
    TableData data, AccountColumnRoles columns, List<List<Optional<BigDecimal>>> amounts) {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern SIDE_MARK = Pattern.compile("[(（][左右\\d][)）]|\\s");

  static AccountTable detectColumns(TableData data) {
    return new AccountTable(
        data,
        AccountColumnRoles.determine(data.header(), data.rows()),
        data.rows().stream()
            .map(row -> row.stream().map(AmountParser::parseNumber).toList())
            .toList());
  }

  /** The amount in a cell; empty for an empty cell or words. */
  public Optional<BigDecimal> findAmount(int row, int column) {
    return amounts.get(row).get(column);
  }

  /** The amount in a cell; zero for an empty cell or words. */
  public BigDecimal amountOrZero(int row, int column) {
    return findAmount(row, column).orElse(BigDecimal.ZERO);
  }

  /**
   * The name of a row in a block of columns; if the cell of the name is empty, the text in one of
   * the columns of codes; may be empty.
   */
  public String label(int row, AccountColumnRoles.ColumnBlock block) {
    return block.findLabel(data.rows().get(row));
  }

  public int rowCount() {
    return data.rows().size();
  }

  /**
   * The last level of a column title, the part after the last slash that is in no brackets, without
   * white space and without （左）, （右） or a digit in brackets. 执行率（B/A） has only one level.
   */
  public String lastHeaderLevel(int column) {
    String head = data.header().get(column);
    return SIDE_MARK.matcher(ColumnTitles.lastLevel(head)).replaceAll("");
  }

  /**
   * The nonempty cells of a row from one column to another, both included, without the white space
   * in them, joined by blanks.
   */
  public String quote(int row, int from, int to) {
    return String.join(
        " ",
        data.rows().get(row).subList(from, to + 1).stream()
            .map(c -> SPACE.matcher(c).replaceAll(""))
            .filter(c -> !c.isEmpty())
            .toList());
  }

  /**
   * The nonempty cells of a row from the code or name of a block to its last amount, joined by
   * blanks. The block must have a column of amounts.
   */
  public String quote(int row, AccountColumnRoles.ColumnBlock block) {
    int from =
        block.codeColumns().isEmpty()
            ? Math.max(block.nameColumn(), 0)
            : block.codeColumns().getFirst();
    return quote(
        row, Math.min(from, block.amountColumns().getFirst()), block.amountColumns().getLast());
  }

  /** 1-based page of a row. */
  public int pageOfRow(int row) {
    return data.rowPages().get(row);
  }
}
