package org.mingzhang.fact.cell;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.ChartOfAccounts;

/**
 * Creates the {@link TableLines.TableLine}s of the rows and columns of one block of a table, with
 * their roles in sums.
 */
final class TableLineFactory {
  private static final Pattern FIRST_LEVEL_NUMERAL = Pattern.compile("^[一二三四五六七八九十]{1,3}[、.．].*");
  private static final Pattern SECOND_LEVEL_NUMERAL = Pattern.compile("^\\([一二三四五六七八九十]{1,3}\\).*");

  private final DimensionDefaults defaults;
  private final TableSubject subject;
  private final @Nullable FlowDirection direction;

  TableLineFactory(
      DimensionDefaults defaults, TableSubject subject, @Nullable FlowDirection direction) {
    this.defaults = defaults;
    this.subject = subject;
    this.direction = direction;
  }

  /**
   * The line of a row.
   *
   * @param rowIndex index of the row
   * @param code code of the row; if null, the code of the meaning is used
   */
  TableLines.TableLine createRow(
      int rowIndex, HeaderMeaning meaning, String label, @Nullable String code) {
    return newLine(
        rowIndex,
        roleInTwoSidedTable(meaning),
        meaning,
        label,
        code == null ? meaning.code() : code);
  }

  /**
   * Describes a column as a line of an identity.
   *
   * @param columnIndex index of the column
   * @param head printed header, from whose numeral the level is read
   */
  TableLines.TableLine createColumn(int columnIndex, HeaderMeaning meaning, String head) {
    return newLine(columnIndex, roleInOneSidedTable(meaning), meaning, head, null);
  }

  private static TableLines.TableLine newLine(
      int lineIndex,
      TableLines.LineRole role,
      HeaderMeaning meaning,
      String label,
      @Nullable String code) {
    return new TableLines.TableLine(
        lineIndex,
        role,
        TableLines.nameOrEmpty(meaning.account()),
        meaning.fund(),
        meaning.stage(),
        meaning.year(),
        code == null ? "" : code,
        numeralLevel(ChartOfAccounts.normalize(label)),
        label);
  }

  /** The level of the numeral before a normalized label: 1 for 一、, 2 for (一), 0 for none. */
  static int numeralLevel(String normalized) {
    if (FIRST_LEVEL_NUMERAL.matcher(normalized).matches()) {
      return 1;
    }
    return SECOND_LEVEL_NUMERAL.matcher(normalized).matches() ? 2 : 0;
  }

  /**
   * The role of a line in a table of revenue and expenditure, where the chart distinguishes the
   * total, the sum of the year, its parts, and amounts carried over.
   */
  private TableLines.LineRole roleInTwoSidedTable(HeaderMeaning meaning) {
    Account account = meaning.account();
    if (direction == null || account == null || meaning.item() != null) {
      return roleInOneSidedTable(meaning);
    }
    Account year = defaults.roles().findCurrentYearTotal(direction, subject.fund()).orElse(null);
    if (defaults.roles().findTotal(direction).filter(account::equals).isPresent()) {
      return TableLines.LineRole.TOTAL;
    }
    if (account.equals(year)) {
      return meaning.fund() == null ? TableLines.LineRole.YEAR_TOTAL : TableLines.LineRole.PART;
    }
    return defaults.isOnSide(account, direction) && !defaults.chart().isWithin(account, year)
        ? TableLines.LineRole.CARRIED_OVER
        : TableLines.LineRole.PART;
  }

  private static TableLines.LineRole roleInOneSidedTable(HeaderMeaning meaning) {
    return switch (meaning.kind()) {
      case TOTAL -> meaning.fund() == null ? TableLines.LineRole.TOTAL : TableLines.LineRole.PART;
      case ACCOUNT, ITEM, UNLISTED_PART -> TableLines.LineRole.PART;
      case SKIPPED -> TableLines.LineRole.NONE;
    };
  }
}
