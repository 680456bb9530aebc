package org.mingzhang.structure.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An item of the functional classification of expenditure (政府收支分类科目) as a sentence names it: {@code
 * 一般公共服务支出（类）群众团体事务（款）行政运行（项）}.
 *
 * @param category name of the 类
 * @param group name of the 款, or null
 * @param line name of the 项, or null
 * @param start place of its first character in the compact text
 * @param end place behind its last bracket
 */
record BudgetItem(
    String category, @Nullable String group, @Nullable String line, int start, int end) {

  private static final String NAME = "(\\p{IsHan}(?:[\\p{IsHan}、]|\\(\\p{IsHan}{1,3}\\))*?)";
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
  private static final Pattern PLAIN_CATEGORY =
      Pattern.compile("(?<![\\p{IsHan}、])(?:其中)?([\\p{IsHan}]{2,16}?)支出$");

  /** The items of a compact text in reading order. */
  static List<BudgetItem> find(String compact) {
    List<BudgetItem> items = new ArrayList<>();
    Matcher match = ITEM.matcher(compact);
    while (match.find()) {
      items.add(
          new BudgetItem(
              match.group(1), match.group(2), match.group(3), match.start(), match.end()));
    }
    return items;
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
    return category
        + "（类）"
        + (group == null ? "" : group + "（款）")
        + (line == null ? "" : line + "（项）");
  }

  /** The name as a path {@code 类/款/项}; a 类 alone keeps its mark. */
  String path() {
    return group == null
        ? category + "（类）"
        : category + "/" + group + (line == null ? "" : "/" + line);
  }
}
