package org.mingzhang.audit.account;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.fact.TableKind;
import org.mingzhang.text.AccountColumns;

/** What rules about tables share: tables of some kinds, and all blocks of columns. */
final class TableRule {
  private TableRule() {}

  /** The tables of some kinds, in reading order. */
  static List<AccountTable> tables(Reading reading, TableKind... kinds) {
    Set<TableKind> wanted = Set.of(kinds);
    return reading.tables().stream()
        .filter(t -> TableKind.of(t.data()).filter(wanted::contains).isPresent())
        .toList();
  }

  /** Goes through the blocks of columns of all tables, in reading order. */
  static void blocks(Reading reading, BiConsumer<AccountTable, AccountColumns.Block> action) {
    for (AccountTable table : reading.tables()) {
      table.columns().blocks().forEach(block -> action.accept(table, block));
    }
  }
}
