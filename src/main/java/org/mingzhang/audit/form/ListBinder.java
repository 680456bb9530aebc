package org.mingzhang.audit.form;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.fact.cell.TableLines.Line;

/**
 * Binds the rows of a plain list of projects, purchases or assets to its row 合计. Plain are lists
 * whose rows are of one level: no row says 其中 or 小计, and where rows are numbered they are numbered
 * through.
 */
final class ListBinder extends TableBinder {
  private static final int LEAST = 3;
  private static final Pattern TOTAL = Pattern.compile("[合总]计");
  private static final Pattern BLANKS = Pattern.compile("\\s");
  private static final Pattern NESTED =
      Pattern.compile(
          "其中|小计|合计|总计|^[(（]?[一二三四五六七八九十]+[)）、.．]|^[(（]\\d+[)）]|^\\d{1,2}[.．]\\d{1,2}[^\\d.,%]|^-\\D|——");
  private static final Pattern ORDINAL = Pattern.compile("序号|编号|行次");
  private static final Pattern ADDED =
      Pattern.compile("金额|合计|小计|总计|预算|资金|拨款|收入|支出|经费|原值|净值|价值|决算|执行|数量|人数|编制|年末|期末|年初|期初|账面");
  private static final Pattern NOT_ADDED = Pattern.compile("单价|率|比|年限|年度|时间|代码|编码|上年|%");

  private final List<List<String>> rows;

  ListBinder(FormIdentity identity, FormTable table) {
    super(identity, table);
    this.rows =
        table.cells().data().rows().stream()
            .map(r -> r.stream().map(c -> BLANKS.matcher(c).replaceAll("")).toList())
            .toList();
  }

  @Override
  void bind() {
    int total = total();
    List<Integer> others = IntStream.range(0, rows.size()).filter(r -> r != total).boxed().toList();
    if (table.blocks().size() == 1
        && total >= 0
        && others.size() >= LEAST
        && !table.blocks().getFirst().coded()
        && isPlain(others)) {
      for (Line column : table.blocks().getFirst().columns()) {
        if (ADDED.matcher(column.label()).find() && !NOT_ADDED.matcher(column.label()).find()) {
          add(cell(0, total, column.at()), others.stream().map(row -> cell(0, row, column.at())));
        }
      }
    }
  }

  /** The first or last row, if it is the only one that says that it is the total; -1 otherwise. */
  private int total() {
    int[] totals =
        IntStream.range(0, rows.size())
            .filter(r -> rows.get(r).stream().anyMatch(c -> TOTAL.matcher(c).matches()))
            .toArray();
    boolean end = totals.length == 1 && (totals[0] == 0 || totals[0] == rows.size() - 1);
    return end ? totals[0] : -1;
  }

  private boolean isPlain(List<Integer> others) {
    return others.stream()
            .flatMap(r -> rows.get(r).stream())
            .noneMatch(c -> NESTED.matcher(c).find())
        && isNumberedThrough(others);
  }

  /** Whether a column of numbers, where there is one, counts the rows. */
  private boolean isNumberedThrough(List<Integer> others) {
    return IntStream.range(0, table.cells().data().header().size())
        .filter(c -> ORDINAL.matcher(table.cells().head(c)).find())
        .allMatch(
            c ->
                IntStream.range(0, others.size())
                    .allMatch(i -> rows.get(others.get(i)).get(c).equals(String.valueOf(i + 1))));
  }
}
