package org.mingzhang.audit.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.text.AccountColumns;

/**
 * The names of the classes that the tables put each group and item under.
 *
 * @param byNames plain names of classes by the plain names of group and item
 */
record ItemClasses(Map<String, Set<String>> byNames) {
  private static final Pattern MARKS = Pattern.compile("[\\s()（）]|支出(?=[\\s()（）]*$)");

  static ItemClasses of(Reading reading) {
    Map<String, Set<String>> classes = new HashMap<>();
    TableRule.blocks(
        reading,
        (table, block) -> {
          if (!block.codes().isEmpty()) {
            read(table, block, classes);
          }
        });
    return new ItemClasses(classes);
  }

  private static void read(
      AccountTable table, AccountColumns.Block block, Map<String, Set<String>> classes) {
    Map<String, String> names = new HashMap<>();
    List<@Nullable String> codes = block.codes(table.data().rows());
    for (int row = 0; row < codes.size(); row++) {
      String code = codes.get(row);
      String label = plain(table.label(row, block));
      if (code != null && !label.isEmpty()) {
        names.put(code, label);
        String above = code.length() == 7 ? names.get(code.substring(0, 3)) : null;
        String group = code.length() == 7 ? names.get(code.substring(0, 5)) : null;
        if (above != null && group != null) {
          classes.computeIfAbsent(key(group, label), k -> new TreeSet<>()).add(above);
        }
      }
    }
  }

  /** The classes with a group and an item of these names. */
  Set<String> above(String group, String item) {
    return byNames.getOrDefault(key(group, item), Set.of());
  }

  private static String key(String group, String item) {
    return plain(group) + "/" + plain(item);
  }

  /** A name as sentences and tables have it alike: without brackets, blanks and 支出 at its end. */
  static String plain(String name) {
    return MARKS.matcher(name).replaceAll("").replace('与', '和');
  }
}
