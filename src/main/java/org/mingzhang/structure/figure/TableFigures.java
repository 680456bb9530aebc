package org.mingzhang.structure.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Figure;
import org.mingzhang.model.TableData;
import org.mingzhang.text.AccountColumns;
import org.mingzhang.text.Amounts;

/**
 * Reads the figures of data tables: each amount under the name of its row or column, with the code
 * of its row. An empty cell is no figure, and a table without a unit gives none.
 */
final class TableFigures {
  private static final Pattern UNIT = Pattern.compile("(百万元|千元|万元|亿元|(?<=[(（])元)");
  private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d{2})年");
  private static final Pattern NUMERAL =
      Pattern.compile("^(?:其中[:：]|[(（]?[一二三四五六七八九十\\d]+[)）、.．]\\s*)+");

  /** 部门基本支出 and 单位项目支出 are the basic and project expenditure. */
  private static final Pattern WHOSE = Pattern.compile("^(?:部门|单位)(?=(?:基本|项目)支出$)");

  private final @Nullable Integer year;

  TableFigures(@Nullable Integer year) {
    this.year = year;
  }

  List<Figure> read(List<TableData> tables) {
    List<Figure> figures = new ArrayList<>();
    for (TableData table : tables) {
      String unit = unit(table);
      if (unit != null) {
        read(table, unit, figures);
      }
    }
    return figures;
  }

  private void read(TableData table, String unit, List<Figure> figures) {
    List<AccountColumns.Block> blocks = AccountColumns.of(table.header(), table.rows()).blocks();
    for (int i = 0; i < blocks.size(); i++) {
      AccountColumns.Block block = blocks.get(i);
      Side side = new Side(table, unit, block, i);
      if (!block.codes().isEmpty()) {
        coded(side, figures);
      } else if (block.name() >= 0) {
        named(side, figures);
      } else {
        headed(side, figures);
      }
    }
  }

  private record Side(TableData table, String unit, AccountColumns.Block block, int index) {}

  private void coded(Side side, List<Figure> figures) {
    TableData table = side.table();
    List<CodeTable.Row> rows =
        CodeTable.of(table).stream()
            .filter(t -> t.columns().equals(side.block()))
            .findFirst()
            .orElseThrow()
            .rows();
    for (int r = 0; r < rows.size(); r++) {
      CodeTable.Row row = rows.get(r);
      boolean group = row.code() == null && row.name().length() > 2 && row.name().endsWith("合计");
      for (int column : side.block().amounts()) {
        String name = group ? row.name() : columnName(table.header().get(column));
        add(side, r, column, name, group ? null : row.item(), row.code(), figures);
      }
    }
  }

  /** Rows of names with one amount each; where the total is split by kind of money, the total. */
  private void named(Side side, List<Figure> figures) {
    TableData table = side.table();
    boolean byYear =
        side.block().amounts().stream().anyMatch(c -> YEAR.matcher(table.header().get(c)).find());
    boolean projects = false;
    for (int r = 0; r < table.rows().size(); r++) {
      String printed = side.block().label(table.rows().get(r));
      String label = NUMERAL.matcher(printed).replaceFirst("");
      label = WHOSE.matcher(label).replaceFirst("");
      projects = label.endsWith("项目支出") || (projects && !printed.matches("^[一二三四五六七八九十]、.*"));
      boolean project = projects && byYear && !label.endsWith("项目支出");
      String name = project ? "项目支出" : rowName(side, label);
      List<Integer> columns = side.block().amounts();
      for (int column : byYear ? columns : columns.subList(0, 1)) {
        add(side, r, column, name, project ? label : null, null, figures);
      }
    }
  }

  private static String rowName(Side side, String label) {
    if (!label.equals("总计") && !label.equals("收入总计") && !label.equals("支出总计")) {
      return label;
    }
    String direction = label.startsWith("支出") || side.index() > 0 ? "支出" : "收入";
    return (side.table().title().contains("财政拨款") ? "财政拨款" : "") + direction + "总计";
  }

  /** One row of amounts, each under its head: the table of the three public expenses. */
  private void headed(Side side, List<Figure> figures) {
    for (int r = 0; r < side.table().rows().size(); r++) {
      for (int column : side.block().amounts()) {
        String name = ThreePublicHead.name(side.table().header().get(column));
        add(side, r, column, name, null, null, figures);
      }
    }
  }

  private void add(
      Side side,
      int row,
      int column,
      String name,
      @Nullable String item,
      @Nullable String code,
      List<Figure> figures) {
    TableData table = side.table();
    Optional<BigDecimal> value = Amounts.number(table.rows().get(row).get(column));
    if (value.isEmpty() || name.isEmpty() || name.matches(".*(?:率|人数|编制数)$")) {
      return;
    }
    figures.add(
        new Figure(
            table.section(),
            name,
            item == null || item.isEmpty() ? null : item,
            code,
            value.get().toPlainString(),
            side.unit(),
            year(table.header().get(column)),
            quote(table.rows().get(row)),
            table.rowPages().get(row),
            true));
  }

  private static String quote(List<String> row) {
    return String.join(
        " ", row.stream().map(c -> c.replaceAll("\\s+", "")).filter(c -> !c.isEmpty()).toList());
  }

  private static String columnName(String header) {
    String last = header.substring(header.lastIndexOf('/') + 1);
    return last.replaceAll("[(（][左右\\d][)）]|\\s", "");
  }

  private @Nullable Integer year(String header) {
    Matcher match = YEAR.matcher(header);
    if (match.find()) {
      return Integer.valueOf(match.group(1));
    }
    return header.contains("上年") && year != null ? Integer.valueOf(year - 1) : year;
  }

  private static @Nullable String unit(TableData table) {
    if (table.unit() != null) {
      return table.unit();
    }
    Matcher match = UNIT.matcher(String.join(" ", table.header()) + table.title());
    return match.find() ? match.group(1) : null;
  }
}
