package org.mingzhang.audit.check;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingzhang.model.TableData;
import org.mingzhang.text.AccountColumnRoles;
import org.mingzhang.text.Amounts;

/**
 * A data table with the roles of its columns.
 *
 * @param columns which columns hold codes, names and amounts
 */
public record AccountTable(TableData data, AccountColumnRoles columns) {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern SIDE = Pattern.compile("[(（][左右\\d][)）]|\\s");

  static AccountTable of(TableData data) {
    return new AccountTable(data, AccountColumnRoles.determine(data.header(), data.rows()));
  }

  /** The amount in a cell; empty for an empty cell or words. */
  public Optional<BigDecimal> findAmount(int row, int column) {
    return Amounts.number(data.rows().get(row).get(column));
  }

  /** The amount in a cell, an empty cell counted as zero. */
  public BigDecimal amountOrZero(int row, int column) {
    return findAmount(row, column).orElse(BigDecimal.ZERO);
  }

  /** The name of a row in a block of columns. */
  public String label(int row, AccountColumnRoles.Block block) {
    return block.findLabel(data.rows().get(row));
  }

  public int rows() {
    return data.rows().size();
  }

  /** The last part of a column title, without marks of the side. */
  public String head(int column) {
    String head = data.header().get(column);
    return SIDE.matcher(head.substring(head.lastIndexOf('/') + 1)).replaceAll("");
  }

  /** The words of a row from one column to another, both included, cells joined by blanks. */
  public String quote(int row, int from, int to) {
    return String.join(
        " ",
        data.rows().get(row).subList(from, to + 1).stream()
            .map(c -> SPACE.matcher(c).replaceAll(""))
            .filter(c -> !c.isEmpty())
            .toList());
  }

  /** The words of a block's part of a row, with its name and code. */
  public String quote(int row, AccountColumnRoles.Block block) {
    int from = block.codes().isEmpty() ? Math.max(block.name(), 0) : block.codes().getFirst();
    return quote(row, Math.min(from, block.amounts().getFirst()), block.amounts().getLast());
  }

  /** 1-based page of a row. */
  public int page(int row) {
    return data.rowPages().get(row);
  }
}
