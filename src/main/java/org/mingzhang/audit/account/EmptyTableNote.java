package org.mingzhang.audit.account;

import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.model.TableData;

/** Whether an account table has no amounts, and what a note says that tells so. */
final class EmptyTableNote {
  /** A sentence that says that a table is empty. */
  static final Pattern NOTE = Pattern.compile("[^。]*(?:故)?本表(?:为空表?|无数据)[^。]*。?");

  private static final Pattern SPACE = Pattern.compile("\\s");

  private static final Pattern COMMA = Pattern.compile(",");

  /** Codes have neither cents nor thousands that are set apart. */
  private static final Pattern AMOUNT = Pattern.compile("-?\\d+\\.\\d+|-?\\d{1,3}(?:,\\d{3})+");

  private static final Pattern ZERO = Pattern.compile("[0.,]+");

  private EmptyTableNote() {}

  /** Whether no cell of a table is an amount other than zero. */
  static boolean of(TableData table) {
    return table.rows().stream().flatMap(List::stream).noneMatch(EmptyTableNote::isAmount);
  }

  private static boolean isAmount(String cell) {
    boolean marked = cell.indexOf('.') >= 0 || cell.indexOf(',') >= 0;
    String bare = marked ? SPACE.matcher(cell).replaceAll("") : "";
    return marked
        && !ZERO.matcher(bare).matches()
        && (AMOUNT.matcher(bare).matches()
            || AMOUNT.matcher(COMMA.matcher(bare).replaceAll("")).matches());
  }
}
