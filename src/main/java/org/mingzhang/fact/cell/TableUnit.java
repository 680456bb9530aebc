package org.mingzhang.fact.cell;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.TableData;

/** The unit of a table's amounts. */
final class TableUnit {
  private static final Pattern PRINTED = Pattern.compile("(百万元|千元|万元|亿元|(?<=[(（：:])元)");

  private TableUnit() {}

  /** The unit; null where neither table, heads nor title say it. */
  static @Nullable String of(TableData table) {
    if (table.unit() != null) {
      return table.unit();
    }
    Matcher match = PRINTED.matcher(String.join(" ", table.header()) + table.title());
    return match.find() ? match.group(1) : null;
  }
}
