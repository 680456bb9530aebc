package org.mingzhang.audit.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.text.AccountColumnRoles;

/**
 * The classes and groups under which the tables list each item of the functional classification.
 *
 * @param classes plain names of classes by the plain names of group and item
 * @param groups plain names of groups by the plain names of class and item
 * @param printed printed names by plain names
 */
record ItemClasses(
    Map<String, Set<String>> classes,
    Map<String, Set<String>> groups,
    Map<String, String> printed) {
  private static final Pattern MARKS = Pattern.compile("[\\s()（）]|支出(?=[\\s()（）]*$)");

  static ItemClasses readTables(AuditedDocument document) {
    ItemClasses found = new ItemClasses(new HashMap<>(), new HashMap<>(), new HashMap<>());
    for (AccountTable table : document.tables()) {
      table.columns().blocks().stream()
          .filter(b -> !b.codes().isEmpty())
          .forEach(b -> found.read(table, b));
    }
    return found;
  }

  private void read(AccountTable table, AccountColumnRoles.Block block) {
    Map<String, String> names = new HashMap<>();
    List<@Nullable String> codes = block.readCodes(table.data().rows());
    for (int row = 0; row < codes.size(); row++) {
      String code = codes.get(row);
      String label = normalize(table.label(row, block));
      if (code != null && !label.isEmpty()) {
        names.put(code, label);
        printed.putIfAbsent(label, table.label(row, block).strip());
        String above = code.length() == 7 ? names.get(code.substring(0, 3)) : null;
        String group = code.length() == 7 ? names.get(code.substring(0, 5)) : null;
        if (above != null && group != null) {
          classes.computeIfAbsent(itemKey(group, label), k -> new TreeSet<>()).add(above);
          groups.computeIfAbsent(itemKey(above, label), k -> new TreeSet<>()).add(group);
        }
      }
    }
  }

  Set<String> classesOf(String group, String item) {
    return classes.getOrDefault(itemKey(group, item), Set.of());
  }

  Set<String> groupsOf(String className, String item) {
    return groups.getOrDefault(itemKey(className, item), Set.of());
  }

  String printedName(String plain) {
    return printed.getOrDefault(plain, plain);
  }

  private static String itemKey(String above, String item) {
    return normalize(above) + "/" + normalize(item);
  }

  /** A name without brackets, blanks and a final 支出, equal in sentences and tables. */
  static String normalize(String name) {
    return MARKS.matcher(name).replaceAll("").replace('与', '和');
  }
}
