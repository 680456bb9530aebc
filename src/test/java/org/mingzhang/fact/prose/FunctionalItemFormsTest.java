package org.mingzhang.fact.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.fact.FactReader;
import org.mingzhang.model.Fact;

/**
 * Items of the functional classification as provinces print them: with codes before or behind the
 * names, with or without marks of their levels. The chapters are in {@code functional-items.txt}.
 */
class FunctionalItemFormsTest {
  private static final String TITLE = "样滨市财政局2024年度部门决算";
  private static final String HEADING = "一般公共预算财政拨款支出决算情况";

  @TestFactory
  Stream<DynamicTest> each_item_has_its_code() throws IOException {
    return chapters().stream()
        .map(
            chapter ->
                DynamicTest.dynamicTest(
                    chapter.getFirst(),
                    () -> {
                      List<Fact> facts =
                          facts(
                              String.join(
                                  "\n", chapter.stream().skip(1).filter(l -> !isFact(l)).toList()));
                      for (String line : chapter.stream().filter(l -> isFact(l)).toList()) {
                        String[] expected = line.substring(2).split(" ", 2);
                        assertThat(facts)
                            .filteredOn(f -> f.printed().equals(expected[1]))
                            .filteredOn(f -> f.kind() == Fact.Kind.AMOUNT)
                            .as(line)
                            .matches(
                                found ->
                                    line.startsWith("=")
                                        == found.stream().anyMatch(f -> isItem(f, expected[0])));
                      }
                    }));
  }

  private static boolean isFact(String line) {
    return line.startsWith("= ") || line.startsWith("? ");
  }

  private static boolean isItem(Fact fact, String codeOrName) {
    String item = Objects.requireNonNullElse(fact.context().item(), "");
    return fact.account().equals("一般公共预算财政拨款支出")
        && (codeOrName.equals(fact.context().code())
            || (fact.context().code() == null
                && item.substring(item.lastIndexOf('/') + 1).equals(codeOrName)));
  }

  private static List<List<String>> chapters() throws IOException {
    try (InputStream file =
        FunctionalItemFormsTest.class.getResourceAsStream("functional-items.txt")) {
      List<List<String>> chapters = new ArrayList<>();
      for (String line :
          new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .toList()) {
        if (line.startsWith("## ")) {
          chapters.add(new ArrayList<>());
        }
        if (!chapters.isEmpty()) {
          chapters.getLast().add(line);
        }
      }
      return chapters;
    }
  }

  private static List<Fact> facts(String text) {
    return new FactReader()
        .read(new Paragraphs.Example(TITLE, HEADING, text, List.of(), List.of()).disclosure(text));
  }

  /** The economic and the functional classification both have 住房公积金. */
  @ParameterizedTest
  @CsvSource({
    "住房保障支出80.00万元，其中：住房公积金52.00万元、购房补贴28.00万元。,2210201",
    "住房保障（类）支出80.00万元，主要用于：住房公积金支出52.00万元。,2210201",
    "住房保障支出80.00万元（住房公积金52.00万元）。,2210201",
    "住房保障支出（221）80.00万元，其中：住房改革支出（22102）80.00万元，包括住房公积金52.00万元。,2210201",
    "公共安全支出80.00万元，其中：住房公积金52.00万元、办公费28.00万元。,30113",
    "工资福利支出80.00万元，其中：基本工资28.00万元、住房公积金52.00万元。,30113"
  })
  void a_name_of_both_classifications_is_the_item_below_the_class_before_it(
      String text, String code) {
    assertThat(facts(text))
        .filteredOn(f -> f.printed().equals("52.00"))
        .extracting(f -> f.context().code())
        .containsExactly(code);
  }

  /** A count, a date or an amount that begins with the digits of a code is no code. */
  @Test
  void other_numbers_are_no_codes() {
    assertThat(
            facts(
                "2024年度一般公共预算财政拨款支出205.20万元，完成203个项目，其中（201）号文件安排2080.50万元，"
                    + "201类设备12.00万元，210项任务15.00万元。"))
        .extracting(f -> f.context().code())
        .containsOnlyNulls();
  }
}
