package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.BudgetClassification;
import org.mingzhang.account.BudgetClassification.Entry;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.ParagraphMatch;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Topic;
import org.mingzhang.text.AccountColumnRoles;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.PrefilteredPattern;

/**
 * Checks the names of budget items in sentences, and the classes and groups that sentences give for
 * them, against the tables. Each name is reported once.
 */
public final class ItemNameChecks {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(ItemNameChecks.class);

  /**
   * Tolerance in 元: half a unit in the last place of an amount that a sentence states in 万元 with
   * two decimals.
   */
  private static final BigDecimal TOLERANCE_YUAN = BigDecimal.valueOf(50);

  private static final PrefilteredPattern ITEM_PATH =
      PrefilteredPattern.derive(
          Pattern.compile(
              "(?<class>[\\p{IsHan}、]{2,24})[(（]类[)）][-—]?(?<group>[^()（），。；:“”]{2,30}|[^，。；:“”]{2,30}?)[(（]款[)）][-—]?(?<item>[^，。；:“”]{2,40}?)[(（]项[)）]"));
  private static final int MIN_NAME_LENGTH = 4;

  private ItemNameChecks() {}

  /**
   * The classes and groups under which the tables list each item of the functional classification.
   *
   * @param classesByGroupAndItem plain names of classes by the plain names of group and item
   * @param groupsByClassAndItem plain names of groups by the plain names of class and item
   * @param printedNameByPlainName printed names by plain names
   */
  private record ItemParents(
      Map<String, Set<String>> classesByGroupAndItem,
      Map<String, Set<String>> groupsByClassAndItem,
      Map<String, String> printedNameByPlainName) {
    private static final Pattern IGNORED_IN_COMPARISON = PATTERNS.get("ignored-in-comparison");

    static ItemParents readTables(AuditedDocument document) {
      ItemParents found = new ItemParents(new HashMap<>(), new HashMap<>(), new HashMap<>());
      for (AccountTable table : document.tables()) {
        table.columns().blocks().stream()
            .filter(b -> !b.codeColumns().isEmpty())
            .forEach(b -> found.read(table, b));
      }
      return found;
    }

    /**
     * Records for each item of a block of the table the class and the group above it, by the codes.
     */
    private void read(AccountTable table, AccountColumnRoles.ColumnBlock block) {
      Map<String, String> names = new HashMap<>();
      List<@Nullable String> codes = block.readCodes(table.data().rows());
      for (int row = 0; row < codes.size(); row++) {
        String code = codes.get(row);
        String label = normalize(table.label(row, block));
        if (code != null && !label.isEmpty()) {
          names.put(code, label);
          printedNameByPlainName.putIfAbsent(label, table.label(row, block).strip());
          String above = code.length() == 7 ? names.get(code.substring(0, 3)) : null;
          String group = code.length() == 7 ? names.get(code.substring(0, 5)) : null;
          if (above != null && group != null) {
            classesByGroupAndItem
                .computeIfAbsent(itemKey(group, label), k -> new TreeSet<>())
                .add(above);
            groupsByClassAndItem
                .computeIfAbsent(itemKey(above, label), k -> new TreeSet<>())
                .add(group);
          }
        }
      }
    }

    Set<String> classesOf(String group, String item) {
      return classesByGroupAndItem.getOrDefault(itemKey(group, item), Set.of());
    }

    Set<String> groupsOf(String className, String item) {
      return groupsByClassAndItem.getOrDefault(itemKey(className, item), Set.of());
    }

    String printedName(String plainName) {
      return printedNameByPlainName.getOrDefault(plainName, plainName);
    }

    private static String itemKey(String parentName, String item) {
      return normalize(parentName) + "/" + normalize(item);
    }

    /**
     * The plain form of a name, in which sentences and tables are compared: without brackets,
     * quotation marks, white space and a final 支出, and with 和 for 与.
     */
    static String normalize(String name) {
      return IGNORED_IN_COMPARISON.matcher(name).replaceAll("").replace('与', '和');
    }
  }

  /**
   * Reports items whose name is in none of the tables, while exactly one row of the tables has
   * their amount and no sentence names the item of that row.
   */
  public static List<CheckResult> checkUnknownItems(AuditedDocument document) {
    List<Figure> figures = document.figures();
    NavigableMap<BigDecimal, List<Figure>> rows = findRowsWithoutSentence(figures);
    ItemParents classes = document.computeOnce(ItemParents.class, ItemParents::readTables);
    List<CheckResult> checks = new ArrayList<>();
    Set<String> reported = new HashSet<>();
    for (Figure figure : figures) {
      String item = String.valueOf(figure.item());
      if (!figure.isFromTable()
          && figure.code() == null
          && isMissingInTables(item.split("/", -1), classes)
          && figure.name().matches("支出决算|财政拨款支出")) {
        findUniqueRow(rows, figure)
            .filter(row -> !isEitherNamePartOfOther(figure, row) && reported.add(item))
            .map(
                row ->
                    FindingDraft.create("item-name", FindingDraft.locationOf(figure))
                        .setNumbers(item, String.valueOf(row.item()))
                        .setOtherLocation(FindingDraft.locationOf(row))
                        .toResult(item, String.valueOf(row.item())))
            .ifPresent(checks::add);
      }
    }
    return checks;
  }

  /**
   * Whether a path consists of class, group and item, and the tables do not list this item below
   * this group. Items that they list below another class are left to {@link #checkPaths}.
   */
  private static boolean isMissingInTables(String[] path, ItemParents parents) {
    return path.length == 3 && parents.classesOf(path[1], path[2]).isEmpty();
  }

  /**
   * Table rows of items (seven-digit codes) of which no sentence gives a figure, by their total in
   * 元. Rows with a total of 0 or less are left out.
   */
  private static NavigableMap<BigDecimal, List<Figure>> findRowsWithoutSentence(
      List<Figure> figures) {
    Set<String> named =
        figures.stream()
            .filter(f -> !f.isFromTable() && f.code() != null)
            .map(f -> String.valueOf(f.code()))
            .collect(Collectors.toSet());
    NavigableMap<BigDecimal, List<Figure>> rows = new TreeMap<>();
    for (Figure figure : figures) {
      String code = String.valueOf(figure.code());
      if (figure.isFromTable()
          && code.matches("\\d{7}")
          && !named.contains(code)
          && figure.name().matches("(?:本年支出|支出)?合计")) {
        figure
            .yuan()
            .filter(y -> y.signum() > 0)
            .ifPresent(y -> rows.computeIfAbsent(y, k -> new ArrayList<>()).add(figure));
      }
    }
    return rows;
  }

  /**
   * The first row whose amount equals the amount of a figure within {@link #TOLERANCE_YUAN}; empty
   * if there is none, or if several such rows have different codes.
   */
  private static Optional<Figure> findUniqueRow(
      NavigableMap<BigDecimal, List<Figure>> rows, Figure stated) {
    BigDecimal yuan = stated.yuan().orElse(BigDecimal.ONE.negate());
    List<Figure> same =
        rows
            .subMap(yuan.subtract(TOLERANCE_YUAN), true, yuan.add(TOLERANCE_YUAN), true)
            .values()
            .stream()
            .flatMap(List::stream)
            .toList();
    boolean one = same.stream().map(Figure::code).distinct().count() == 1;
    return one ? Optional.of(same.getFirst()) : Optional.empty();
  }

  /**
   * Whether one of two names contains the other, apart from marks and a final 支出, “两庭”建设 and 两庭建设:
   * extraction may have cut the name in the table or joined it with the neighboring ones.
   */
  private static boolean isEitherNamePartOfOther(Figure stated, Figure row) {
    String item = lastLevelName(stated);
    String name = lastLevelName(row);
    return name.contains(item) || (name.length() > 3 && item.contains(name));
  }

  private static String lastLevelName(Figure figure) {
    String item = String.valueOf(figure.item()).replaceFirst("[(（]项[)）]$", "");
    return ItemParents.normalize(
        item.substring(Math.max(item.lastIndexOf('/'), item.lastIndexOf('）')) + 1));
  }

  /**
   * Checks the class and group that a sentence gives for a budget item, {@code
   * 文化体育与传媒支出（类）体育（款）群众体育（项）}, against the class and group under which the tables list the item. A
   * difference is mostly a name from an older classification. If the tables list that group and
   * item under one class, the class is checked; if they list the item under that class with one
   * group only, the group is checked; otherwise the result is undecided.
   */
  public static List<CheckResult> checkPaths(AuditedDocument document) {
    ItemParents classes = document.computeOnce(ItemParents.class, ItemParents::readTables);
    Set<String> reported = new HashSet<>();
    return document
        .findMatches(ITEM_PATH)
        .filter(m -> m.paragraph().topic() != Topic.GLOSSARY && m.paragraph().hasQuantity())
        .map(m -> check(m, classes, reported))
        .toList();
  }

  private static CheckResult check(
      ParagraphMatch path, ItemParents parents, Set<String> reportedNames) {
    Set<String> above = parents.classesOf(path.group("group"), path.group("item"));
    Set<String> between = parents.groupsOf(path.group("class"), path.group("item"));
    boolean ofClass = above.size() == 1;
    if (!ofClass && (!above.isEmpty() || between.size() != 1)) {
      return CheckResult.undecided("group-not-in-tables").withLocation(path.location());
    }
    String name = path.group(ofClass ? "class" : "group");
    String stated = ItemParents.normalize(name);
    String right = (ofClass ? above : between).iterator().next();
    if (right.length() < MIN_NAME_LENGTH
        || stated.endsWith(right)
        || right.startsWith(stated)
        || (ofClass && isFormerName(name, right))
        || !reportedNames.add(name + "/" + right)) {
      return CheckResult.AGREES;
    }
    String printed = parents.printedName(right);
    return path.createDraft(ofClass ? "item-path/class" : "item-path/group")
        .setNumbers(name, printed)
        .toResult(printed, name);
  }

  /** Whether a name is a former name of the class, which the rule {@code retired-name} reports. */
  private static boolean isFormerName(String name, String expectedName) {
    return BudgetClassification.functional().findByName(name).stream()
        .filter(Entry::isOutOfUse)
        .flatMap(e -> BudgetClassification.functional().findByCode(e.code()).stream())
        .anyMatch(e -> ItemParents.normalize(e.name()).equals(expectedName));
  }
}
