package org.mingzhang.structure.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of amounts beside a column of names measure: budget and result of one year
 * ({@code 年初预算数 | 全年预算数 | 决算数}), one measure of several years ({@code 上年预算数 | 本年预算数}), or one
 * amount by kind of money, of which the first column is the total.
 *
 * @param columns the columns to read
 */
record TableMeasures(List<Measure> columns) {
  private static final Pattern CHANGE =
      Pattern.compile("增减|差额|差异|[±%％]|率$|比重|占比|比(?:上年|\\d{4}年).*");
  private static final Pattern MEASURE =
      Pattern.compile(
          "(?:(?:19|20)\\d{2}年度?)?(?:上年|本年|当年|年初|全年|调整后?)*(?:预算|决算|执行|批复|实际支出|完成)(?:安排|批复|执行|统计)?[数额]?");
  private static final Pattern BUDGET = Pattern.compile("(?:年初|全年|调整后?)?预算(?!执行)");

  /**
   * A column.
   *
   * @param column its number
   * @param budget the kind of budget it holds beside results of the same year: 年初预算; null for the
   *     plain amount
   */
  record Measure(int column, @Nullable String budget) {}

  /** The measures of columns that stand in a header. */
  static TableMeasures of(List<String> header, List<Integer> amounts, @Nullable Integer year) {
    List<Integer> plain =
        amounts.stream().filter(c -> !CHANGE.matcher(last(header.get(c))).find()).toList();
    boolean all = plain.stream().allMatch(c -> MEASURE.matcher(last(header.get(c))).matches());
    boolean byYear = plain.stream().anyMatch(c -> TableYear.isPrinted(header.get(c)));
    if (!all && !byYear) {
      return new TableMeasures(
          plain.isEmpty() ? List.of() : List.of(new Measure(plain.getFirst(), null)));
    }
    List<Measure> measures = new ArrayList<>();
    for (int column : plain) {
      String budget = budget(header.get(column));
      boolean beside =
          plain.stream()
              .anyMatch(c -> budget(header.get(c)) == null && sameYear(header, c, column, year));
      measures.add(new Measure(column, beside ? budget : null));
    }
    return new TableMeasures(List.copyOf(measures));
  }

  private static boolean sameYear(List<String> header, int one, int other, @Nullable Integer year) {
    return Objects.equals(
        TableYear.of(header.get(one), year), TableYear.of(header.get(other), year));
  }

  private static @Nullable String budget(String head) {
    Matcher budget = BUDGET.matcher(last(head));
    return budget.find() ? budget.group() : null;
  }

  private static String last(String head) {
    return head.substring(head.lastIndexOf('/') + 1).replaceAll("\\s|[(（][左右\\d][)）]", "");
  }
}
