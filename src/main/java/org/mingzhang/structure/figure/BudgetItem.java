package org.mingzhang.structure.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.FunctionalClasses;

/**
 * An item of the functional classification of expenditure (政府收支分类科目) as a sentence names it: {@code
 * 一般公共服务支出（类）群众团体事务（款）行政运行（项）}.
 *
 * @param category name of the 类; empty where a code alone says it
 * @param group name of the 款, or null
 * @param line name of the 项, or null
 * @param start place of its first character in the compact text
 * @param end place behind its last bracket
 */
record BudgetItem(
    String category, @Nullable String group, @Nullable String line, int start, int end) {

  /** Quotation marks around a name, or one whose other half stands behind other names. */
  private static final Pattern QUOTED =
      Pattern.compile("^[“\"]([^“”\"]*)[”\"]?$|^([^“”\"]+)[”\"]$");

  BudgetItem {
    category = unquoted(category);
    group = group == null ? null : unquoted(group);
    line = line == null ? null : unquoted(line);
  }

  private static String unquoted(String name) {
    return QUOTED.matcher(name).replaceFirst("$1$2");
  }

  private static final String NAME =
      "([“\"]?\\p{IsHan}(?:[\\p{IsHan}、“”\"]|\\((?![类款项]\\))\\p{IsHan}{1,8}\\))*?)";
  private static final Pattern ITEM =
      Pattern.compile(
          "(?<!\\p{IsHan})(?:其中)?"
              + NAME
              + "\\(\\d*类\\)\\)?(?:支出(?=[\\d为是]))?(?:"
              + NAME
              + "\\(\\d*款\\)"
              + "(?:"
              + NAME
              + "\\(\\d*项\\))?)?");

  private static final String BEHIND = "(?=[:。，]|支出?决算|决算|年初|全年|预算|\\d)";

  /**
   * An item without its 类: by its own mark, or by its code before or behind its name; or a 类 or 款
   * by its code.
   */
  private static final Pattern ALONE =
      Pattern.compile(
          "(?<!\\p{IsHan}|[^\\d一二三四五六七八九十]\\))(?:其中)?(?:(?<group>"
              + NAME
              + ")\\(\\d*款\\)(?:"
              + NAME
              + "\\(\\d*项\\))?|(?<marked>"
              + NAME
              + ")\\((?:\\d*项|2\\d{6})\\))|(?<![\\d.(]|[类款]\\))2\\d{6}[-—]*(?<coded>"
              + NAME
              + ")(?:\\(项\\)|"
              + BEHIND
              + ")|(?<![\\d.(])2[0-3]\\d(?:\\d\\d)?[-—]+(?<short>"
              + NAME
              + ")(?:\\([类款]\\)|"
              + BEHIND
              + ")");

  /** A 类 with its code in brackets: 教育（205）支出12万元. */
  private static final Pattern CATEGORY_BY_CODE =
      Pattern.compile("(?<!\\p{IsHan})" + NAME + "\\(2[0-3]\\d\\)(?:支出(?=[\\d为是]))?");

  /** A 类 behind its bare code: 213农林水支出1230万元. */
  private static final Pattern CATEGORY_BEHIND_CODE =
      Pattern.compile("(?<![\\d.\\p{IsHan}])2[0-3]\\d" + NAME + "支出(?=\\d|为\\d)");

  /** What an item told by its code cannot be without. */
  private static final Pattern CODED = Pattern.compile("2(?:\\d{6}|[0-3]\\d(?:\\d\\d)?[-—])");

  private static final Pattern PLAIN_CATEGORY =
      Pattern.compile("(?<![\\p{IsHan}、])(?:其中)?([\\p{IsHan}]{2,16}?)支出(?:类科目)?$");

  /** The items of a compact text in reading order. */
  static List<BudgetItem> find(String compact) {
    List<BudgetItem> items = new ArrayList<>();
    boolean coded = CODED.matcher(compact).find();
    Matcher behind = CATEGORY_BEHIND_CODE.matcher(compact);
    while (behind.find()) {
      if (FunctionalClasses.names(behind.group(1) + "支出")) {
        items.add(new BudgetItem(behind.group(1), null, null, behind.start(), behind.end()));
      }
    }
    if (!coded && compact.indexOf(')') < 0) {
      return items;
    }
    Matcher match = ITEM.matcher(compact);
    while (compact.contains("类)") && match.find()) {
      items.add(
          new BudgetItem(
              match.group(1), match.group(2), match.group(3), match.start(), match.end()));
    }
    Matcher alone = ALONE.matcher(compact);
    List<BudgetItem> whole = List.copyOf(items);
    boolean marked = coded || compact.contains("款)") || compact.contains("项)");
    while (marked && alone.find()) {
      BudgetItem item = alone(alone);
      if (whole.stream().noneMatch(w -> w.start() <= item.start() && item.end() <= w.end())) {
        items.add(item);
      }
    }
    Matcher byCode = CATEGORY_BY_CODE.matcher(compact);
    while (compact.contains("(2") && byCode.find()) {
      items.add(new BudgetItem(byCode.group(1), null, null, byCode.start(), byCode.end()));
    }
    items.sort(Comparator.comparingInt(BudgetItem::start));
    return items;
  }

  private static BudgetItem alone(Matcher match) {
    String group = match.group("group");
    String coded = match.group("coded");
    String above = match.group("short");
    if (above != null) {
      boolean ofGroup = Character.isDigit(match.group().charAt(3));
      return ofGroup
          ? new BudgetItem("", above, null, match.start(), match.end())
          : new BudgetItem(above, null, null, match.start(), match.end());
    }
    String marked = coded == null ? match.group("marked") : coded;
    String line = group == null ? marked : match.group(3);
    return new BudgetItem("", group, line, match.start(), match.end());
  }

  /** The 类 that a label such as {@code 卫生健康支出} names without its mark, or null. */
  static @Nullable String plainCategory(String label) {
    Matcher match = PLAIN_CATEGORY.matcher(label);
    return match.find() ? match.group(1) : null;
  }

  /** The same item, known before the text begins. */
  BudgetItem at(int place) {
    return new BudgetItem(category, group, line, place, place);
  }

  /** The full name with its marks, by which the code is looked up. */
  String fullName() {
    return (category.isEmpty() ? "" : category + "（类）")
        + (group == null ? "" : group + "（款）")
        + (line == null ? "" : line + "（项）");
  }

  /** The name as a path {@code 类/款/项}; a 类 alone keeps its mark. */
  String path() {
    if (group == null) {
      return line == null ? category + "（类）" : line;
    }
    return (category.isEmpty() ? "" : category + "/") + group + (line == null ? "" : "/" + line);
  }
}
