package org.mingzhang.structure.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.TableData;

/** Codes of the functional classification that the document's own tables give to its items. */
final class ItemCodes {
  private static final Pattern PRINTED = Pattern.compile("支出(?=（[类款项]）)|\\s");

  private final Map<String, String> byName = new HashMap<>();

  /** Codes of all tables. */
  static ItemCodes of(List<TableData> tables) {
    ItemCodes codes = new ItemCodes();
    tables.stream()
        .flatMap(table -> CodeTable.of(table).stream())
        .flatMap(block -> block.rows().stream())
        .forEach(codes::put);
    return codes;
  }

  private void put(CodeTable.Row row) {
    String code = row.code();
    if (code != null && !CodeTable.economic(code)) {
      byName.putIfAbsent(key(row.item()), code);
    }
  }

  /** The code of a full name with 类, 款, 项 marks, or null. */
  @Nullable String code(String fullName) {
    return byName.get(key(fullName));
  }

  /** Names are printed with and without the final 支出 of their parts. */
  private static String key(String name) {
    return PRINTED.matcher(name.replace('(', '（').replace(')', '）')).replaceAll("");
  }
}
