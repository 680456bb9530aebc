package org.mingzhang.fact.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.fact.perimeter.DocumentPerimeter;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Fact;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.TableData;
import org.mingzhang.text.AmountParser;

/** Compares the facts of the tables in {@code tables.txt} with those that the file lists. */
class DocumentTableFactReaderTest {
  private record Example(
      Category category, int year, TableData table, List<String> expected, String note) {}

  @TestFactory
  Stream<DynamicTest> tables_are_read_as_their_layout_says() throws IOException {
    return examples().stream()
        .map(e -> DynamicTest.dynamicTest(e.note() + " " + e.table().title(), () -> check(e)));
  }

  private static void check(Example example) {
    String unit = Objects.requireNonNull(example.table().unit());
    List<String> read =
        DocumentTableFactReader.read(
                disclosure(example), new DocumentPerimeter(null, false, List.of()))
            .stream()
            .filter(f -> f.context().item() == null && f.context().stage() != null)
            .map(f -> line(f, unit))
            .distinct()
            .sorted()
            .toList();
    assertThat(read).isEqualTo(example.expected().stream().sorted().toList());
  }

  private static String line(Fact fact, String unit) {
    BigDecimal value = fact.value().scaleByPowerOfTen(-AmountParser.powerOfTen(unit));
    return String.join(
        " ",
        fact.account(),
        Objects.requireNonNull(fact.context().stage()).label(),
        String.valueOf(fact.context().year()),
        fact.context().fund() == null ? "-" : fact.context().fund().label(),
        value.setScale(fact.printed().contains(".") ? 2 : 0).toPlainString());
  }

  private static Disclosure disclosure(Example example) {
    return disclosure(example, List.of(example.table()));
  }

  private static Disclosure disclosure(Example example, List<TableData> tables) {
    return new Disclosure(
        new SourceDocument("table", "0", "text/plain", 0, 1, null),
        new DocumentMetadata(
            null, false, "样本县水利局", null, example.year(), example.category(), null, List.of()),
        List.of(),
        tables,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** A table of two rows with a title, in the self-evaluation of a department. */
  private static TableData form(String title) {
    return new TableData(
        "1",
        title,
        "万元",
        1,
        List.of("科目编码", "科目名称", "本年支出", "基本支出", "项目支出"),
        List.of(
            List.of("", "合计", "26.40", "6.10", "20.30"),
            List.of("212", "城乡社区支出", "26.40", "6.10", "20.30")),
        List.of(1, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "支出决算表,一般公共预算财政拨款支出决算表,政府性基金预算财政拨款支出情况表,RESULT",
    "收入决算表,支出决算表,国有资本经营预算财政拨款支出情况表,RESULT",
    "支出预算表,一般公共预算支出预算表,政府性基金预算财政拨款支出情况表,BUDGET",
    "支出预算表,一般公共预算财政拨款支出决算表,政府性基金预算财政拨款支出情况表,null",
    "2024年度项目执行情况表,支出决算表,政府性基金预算财政拨款支出情况表,null",
    "支出决算表,一般公共预算财政拨款支出决算表,培训人数统计表,null"
  })
  void a_form_without_stage_has_that_of_its_set(
      String first, String second, String third, String stage) {
    List<TableData> tables = List.of(form(first), form(second), form(third));
    Disclosure disclosure =
        disclosure(
            new Example(
                Category.DEPARTMENT_SELF_EVALUATION, 2024, tables.getFirst(), List.of(), ""),
            tables);
    assertThat(
            DocumentTableFactReader.read(disclosure, new DocumentPerimeter(null, false, List.of())))
        .filteredOn(f -> Objects.requireNonNull(f.locations().getFirst().cell()).tableIndex() == 2)
        .extracting(f -> String.valueOf(f.context().stage()))
        .isNotEmpty()
        .containsOnly(stage);
  }

  private static List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    List<String> block = new ArrayList<>();
    String note = "";
    for (String line : lines()) {
      if (line.startsWith("#") && !block.isEmpty()) {
        examples.add(example(block, note));
        block.clear();
      }
      if (line.startsWith("#")) {
        note = line.substring(1).strip();
      } else if (!line.isBlank()) {
        block.add(line);
      }
    }
    examples.add(example(block, note));
    return examples;
  }

  private static Example example(List<String> block, String note) {
    String[] kind = block.get(0).substring(2).split(" ", -1);
    String[] title = block.get(1).substring(2).split(" \\| ", -1);
    List<String> header = List.of(block.get(2).split("\t", -1));
    List<List<String>> rows = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (String line : block.subList(3, block.size())) {
      if (line.startsWith(">")) {
        expected.addAll(line.length() > 2 ? List.of(line.substring(2)) : List.of());
      } else {
        rows.add(row(line, header.size()));
      }
    }
    TableData table =
        new TableData(
            "1", title[0], title[1], 1, header, rows, Collections.nCopies(rows.size(), 1));
    return new Example(
        Category.ofLabel(kind[0]).orElseThrow(), Integer.parseInt(kind[1]), table, expected, note);
  }

  private static List<String> row(String line, int columns) {
    List<String> cells = new ArrayList<>(Arrays.asList(line.split("\t", -1)));
    while (cells.size() < columns) {
      cells.add("");
    }
    return cells;
  }

  private static List<String> lines() throws IOException {
    @Nullable InputStream in = DocumentTableFactReaderTest.class.getResourceAsStream("tables.txt");
    try (in) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    }
  }
}
