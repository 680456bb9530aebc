package org.mingzhang.structure.lattice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.ExtractionResult;
import org.mingzhang.extract.Extractor;
import org.mingzhang.model.TableData;
import org.mingzhang.structure.DisclosureReader;
import org.mingzhang.structure.metadata.Sidecar;

/**
 * Tests random tables copied with one cell or one row per line and without empty cells: no amount
 * is shown in a wrong column, and few are shown without a column.
 */
class DroppedCellsTest {
  private static final int TABLES = 120;
  private static final List<List<String>> TITLES =
      List.of(
          List.of("合计", "基本支出", "项目支出"),
          List.of("合计", "一般公共预算", "政府性基金预算", "国有资本经营预算"),
          List.of("合计", "人员经费", "公用经费"),
          List.of("2022年决算数", "2023年预算数"),
          List.of("预算数", "执行数", "结余数"));
  private static final List<String> NAMES =
      List.of("行政运行", "事业运行", "信息化建设", "文物保护", "博物馆", "图书馆", "群众文化", "体育场馆");

  private final Random random = new Random(41);

  @TempDir Path folder;

  /** A row of a table: its code, empty if it has none, its name and its amounts in cents. */
  private static final class Row {
    private final String code;
    private final String name;
    private final long[] amounts;

    Row(String code, String name, long[] amounts) {
      this.code = code;
      this.name = name;
      this.amounts = amounts;
    }
  }

  @Test
  void no_amount_is_shown_in_a_column_in_which_it_did_not_stand() throws IOException {
    int amounts = 0;
    int shown = 0;
    for (int n = 0; n < TABLES; n++) {
      List<String> titles = TITLES.get(random.nextInt(TITLES.size()));
      boolean coded = random.nextBoolean();
      List<Row> rows = randomTable(titles, coded);
      String text = copy(titles, rows, coded, random.nextBoolean());
      for (TableData table : read(text)) {
        for (Row row : rows) {
          for (int c = 0; c < titles.size(); c++) {
            String cell = cell(table, row, titles.get(c));
            amounts += row.amounts[c] == 0 ? 0 : 1;
            shown += cell.isEmpty() ? 0 : 1;
            assertThat(List.of("", print(row.amounts[c])))
                .as("%s below %s in%n%s", row.name, titles.get(c), text)
                .contains(cell);
          }
        }
      }
    }
    assertThat(shown).isGreaterThan(amounts * 9 / 10);
  }

  private List<TableData> read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("copy.txt"), text);
    ExtractionResult result = new Extractor(ExtractionLimits.standard()).extract(file).getFirst();
    var extraction = ((ExtractionResult.SuccessfulExtraction) result).extraction();
    List<TableData> tables = new DisclosureReader().read(extraction, Sidecar.none()).tables();
    assertThat(tables).as(text).hasSize(1);
    return tables;
  }

  /** The cell of a row below a title; empty if it is blank or the table has no such row. */
  private static String cell(TableData table, Row row, String title) {
    int column = table.header().indexOf(title);
    assertThat(column).as(title).isNotNegative();
    return table.rows().stream()
        .filter(r -> r.contains(row.name) && (row.code.isEmpty() || r.contains(row.code)))
        .map(r -> r.get(column).replace(",", ""))
        .findFirst()
        .orElse("");
  }

  /** A total and its parts, without any column that is empty in all rows. */
  private List<Row> randomTable(List<String> titles, boolean coded) {
    List<Row> rows = new ArrayList<>();
    List<String> names = new ArrayList<>(NAMES);
    Collections.shuffle(names, random);
    Row total = new Row("", "合计", new long[titles.size()]);
    rows.add(total);
    do {
      rows.subList(1, rows.size()).clear();
      Arrays.fill(total.amounts, 0);
      addParts(rows, names, titles, coded);
    } while (Arrays.stream(total.amounts).anyMatch(v -> v == 0));
    return rows;
  }

  private void addParts(List<Row> rows, List<String> names, List<String> titles, boolean coded) {
    Row total = rows.getFirst();
    Row item = new Row("207", "文化旅游体育与传媒支出", new long[titles.size()]);
    Row group = new Row("20701", "文化和旅游", new long[titles.size()]);
    if (coded) {
      rows.addAll(List.of(item, group));
    }
    boolean totalFirst = titles.getFirst().equals("合计");
    for (int i = 0; i < 3 + random.nextInt(4); i++) {
      long[] amounts = new long[titles.size()];
      for (int c = totalFirst ? 1 : 0; c < amounts.length; c++) {
        amounts[c] = random.nextInt(10) < 6 ? 100 + random.nextInt(900_000) : 0;
        amounts[0] += totalFirst ? amounts[c] : 0;
      }
      if (Arrays.stream(amounts).anyMatch(v -> v != 0)) {
        rows.add(new Row(coded ? "207010" + (i + 1) : "", names.get(i), amounts));
        for (int c = 0; c < amounts.length; c++) {
          total.amounts[c] += amounts[c];
          item.amounts[c] += amounts[c];
          group.amounts[c] += amounts[c];
        }
      }
    }
  }

  private static String copy(
      List<String> titles, List<Row> rows, boolean coded, boolean cellPerLine) {
    List<List<String>> lines = new ArrayList<>();
    List<String> header = new ArrayList<>(coded ? List.of("科目编码", "科目名称") : List.of("项目"));
    header.addAll(titles);
    lines.add(header);
    for (Row row : rows) {
      List<String> line = new ArrayList<>(row.code.isEmpty() ? List.of() : List.of(row.code));
      line.add(row.name);
      for (long amount : row.amounts) {
        if (amount != 0) {
          line.add(print(amount));
        }
      }
      lines.add(line);
    }
    StringBuilder text = new StringBuilder("云河县文化局2023年度部门决算\n支出决算表\n单位：万元\n");
    lines.forEach(line -> text.append(String.join(cellPerLine ? "\n" : " ", line)).append('\n'));
    return text + "注：本表反映支出情况。\n";
  }

  private static String print(long cents) {
    return String.format(Locale.ROOT, "%.2f", cents / 100.0);
  }
}
