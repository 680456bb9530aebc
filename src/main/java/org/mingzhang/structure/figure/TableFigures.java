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

  /** Heads of what is no money: a share, a rate, a number of things. */
  private static final Pattern NO_MONEY = Pattern.compile(".*(?:率|人数|编制数|[%％]|比重|占比|数量|个数|面积)$");

  /** Rows that count things in a table of amounts: 公务用车保有量（辆）. */
  private static final Pattern COUNTED =
      Pattern.compile(".*(?:[(（](?:个|辆|台|人|批|次|批次|人次|个次|家|项|台、套)[)）]|团组数|保有量|(?:批|人)次数?|人数)$");

  private static final Pattern PROJECTS = Pattern.compile("项目支出(?!绩效).*表");
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
      String label = row.name().isEmpty() ? labelLeft(side, r) : row.name();
      boolean group = row.code() == null && label.length() > 2 && label.endsWith("合计");
      for (int column : side.block().amounts()) {
        String name = group ? label : columnName(table, column);
        add(side, r, column, name, group ? null : row.item(), row.code(), figures);
      }
    }
  }

  /** A label merged over the blocks of its row stands left of its amount: 公用经费合计. */
  private static String labelLeft(Side side, int row) {
    List<String> cells = side.table().rows().get(row);
    for (int c = side.block().amounts().getFirst() - 1; c >= 0; c--) {
      if (!cells.get(c).isBlank()) {
        return Amounts.number(cells.get(c)).isPresent() ? "" : cells.get(c).strip();
      }
    }
    return "";
  }

  /**
   * Rows of names, each with what its columns measure; project by project where the title says so.
   */
  private void named(Side side, List<Figure> figures) {
    TableData table = side.table();
    List<TableMeasures.Measure> columns =
        TableMeasures.of(table.header(), side.block().amounts(), year).columns();
    TableRowNames names = new TableRowNames(table.title(), side.index());
    boolean ofProjects = PROJECTS.matcher(table.title()).find();
    boolean projects = ofProjects;
    for (int r = 0; r < table.rows().size(); r++) {
      String own = side.block().label(table.rows().get(r));
      String printed = own.isEmpty() ? labelLeft(side, r) : own;
      String label = WHOSE.matcher(NUMERAL.matcher(printed).replaceFirst("")).replaceFirst("");
      if (COUNTED.matcher(label).matches()) {
        continue;
      }
      projects =
          ofProjects
              || label.endsWith("项目支出")
              || (projects && !printed.matches("^[一二三四五六七八九十]、.*"));
      boolean project =
          projects && (ofProjects || byYear(side)) && !label.matches(".*项目支出|(?:合|总|小)计|");
      for (TableMeasures.Measure measure : columns) {
        String name =
            project || (ofProjects && label.matches("(?:合|总)计"))
                ? "项目支出"
                : names.name(label, measure.budget());
        add(side, r, measure.column(), name, project ? label : null, null, figures);
      }
      for (int column : side.block().amounts()) {
        add(side, r, column, names.kind(label, table.header().get(column)), null, null, figures);
      }
    }
  }

  private static boolean byYear(Side side) {
    return side.block().amounts().stream()
        .anyMatch(c -> TableYear.isPrinted(side.table().header().get(c)));
  }

  /** One row of amounts, each under its head: the table of the three public expenses. */
  private void headed(Side side, List<Figure> figures) {
    for (int r = 0; r < side.table().rows().size(); r++) {
      for (int column : side.block().amounts()) {
        String name = columnName(side.table(), column);
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
    if (value.isEmpty()
        || name.isEmpty()
        || name.startsWith("栏次")
        || NO_MONEY.matcher(name).matches()) {
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
            TableYear.of(table.header().get(column), year),
            quote(table.rows().get(row)),
            table.rowPages().get(row),
            true));
  }

  private static String quote(List<String> row) {
    return String.join(
        " ", row.stream().map(c -> c.replaceAll("\\s+", "")).filter(c -> !c.isEmpty()).toList());
  }

  /** The last level of a head; the level above where the last only says that it sums up. */
  private static String columnName(TableData table, int column) {
    String header = table.header().get(column).replaceAll("[(（][左右\\d][)）]|\\s", "");
    if (table.title().contains("三公")) {
      return ThreePublicHead.name(header, table.title());
    }
    int slash = header.lastIndexOf('/');
    String last = header.substring(slash + 1);
    if (!last.equals("小计") || slash < 0) {
      return last;
    }
    String above = header.substring(0, slash);
    return above.substring(above.lastIndexOf('/') + 1);
  }

  private static @Nullable String unit(TableData table) {
    if (table.unit() != null) {
      return table.unit();
    }
    Matcher match = UNIT.matcher(String.join(" ", table.header()) + table.title());
    return match.find() ? match.group(1) : null;
  }
}
