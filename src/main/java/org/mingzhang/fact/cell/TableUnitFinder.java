package org.mingzhang.fact.cell;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.TableData;

/** Finds the unit of the amounts of a table. */
final class TableUnitFinder {
  private static final Pattern PRINTED_UNIT = Pattern.compile("(百万元|千元|万元|亿元|(?<=[(（：:])元)");

  private static final Pattern UNIT_IN_BRACKETS =
      Pattern.compile("[(（](?:单位[:：])?(百万元|千元|万元|亿元|元)[)）]");

  private TableUnitFinder() {}

  /** The unit of a column: the one in brackets in its header, otherwise the unit of the table. */
  static String findForColumn(String header, String tableUnit) {
    Matcher own = UNIT_IN_BRACKETS.matcher(header);
    return own.find() ? own.group(1) : tableUnit;
  }

  /**
   * The unit printed at a table, otherwise the first in its headers and its title; null if there is
   * none.
   */
  static @Nullable String find(TableData table) {
    if (table.unit() != null) {
      return table.unit();
    }
    Matcher match = PRINTED_UNIT.matcher(String.join(" ", table.header()) + table.title());
    return match.find() ? match.group(1) : null;
  }
}
