package org.mingzhang.fact.cell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.TableData;
import org.mingzhang.text.AccountColumnRoles;
import org.mingzhang.text.AmountParser;

/**
 * A block of columns of a table with the label and code of each row.
 *
 * @param amounts indices of the columns of amounts, at least one
 * @param labels label of each row; an empty string if it has none
 * @param codes classification code of each row; null if it has none
 */
record LabeledColumnBlock(
    List<Integer> amounts, List<String> labels, List<@Nullable String> codes) {

  /** The blocks of a table from left to right. */
  static List<LabeledColumnBlock> findAll(TableData table) {
    List<LabeledColumnBlock> blocks = new ArrayList<>();
    for (AccountColumnRoles.ColumnBlock columns :
        AccountColumnRoles.determine(table.header(), table.rows()).blocks()) {
      List<String> labels = new ArrayList<>();
      for (List<String> row : table.rows()) {
        String own = columns.findLabel(row);
        labels.add(
            own.isEmpty() || !LabelNormalizer.hasLetters(own)
                ? findLabelLeftOfAmounts(row, columns)
                : own);
      }
      blocks.add(
          new LabeledColumnBlock(columns.amountColumns(), labels, columns.readCodes(table.rows())));
    }
    return blocks;
  }

  /**
   * The nearest label left of the amounts, for a label that is merged over several columns: 公用经费合计.
   * Empty if there is none or a number is nearer.
   */
  private static String findLabelLeftOfAmounts(
      List<String> row, AccountColumnRoles.ColumnBlock columns) {
    for (int c = columns.amountColumns().getFirst() - 1; c >= 0; c--) {
      if (!row.get(c).isBlank()) {
        return AmountParser.parseNumber(row.get(c)).isPresent() ? "" : row.get(c).strip();
      }
    }
    return "";
  }

  /** Whether at least one row of the block has a code. */
  boolean isCoded() {
    return codes.stream().anyMatch(c -> c != null);
  }

  /** Whether no row has a label. */
  boolean hasNoLabels() {
    return labels.stream().allMatch(String::isEmpty);
  }
}
