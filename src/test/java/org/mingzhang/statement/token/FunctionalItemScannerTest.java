package org.mingzhang.statement.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests items of the functional classification with names, codes and marks in any order. */
class FunctionalItemScannerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "卫生健康支出行政事业单位医疗事业单位医疗(2101102)9.10万元|0|事业单位医疗",
        "2.住房保障支出住房改革支出住房公积金(2210201)7.20万元|2|住房公积金",
        "行政事业单位医疗事业单位医疗(2101102)8.30万元|0|事业单位医疗",
        "一般公共服务支出政府办公厅(室)及相关机构事务行政运行(2010301)6.40万元|0|行政运行",
        "一般公共服务支出政府办公厅(室)及相关机构事务其他政府办公厅(室)及相关机构事务支出(2010399)|0|其他政府办公厅(室)及相关机构事务支出",
        "安排用于事业单位医疗(2101102)5.50万元|4|事业单位医疗"
      })
  void the_item_begins_with_its_upper_levels_and_has_the_name_of_its_code(
      String text, int start, String name) {
    ProseToken.Item item = Objects.requireNonNull(FunctionalItemScanner.scan(text).itemAt(start));
    assertThat(item.levels()).endsWith(name).doesNotHaveDuplicates().hasSize(3);
    assertThat(text.substring(item.end() - 1, item.end())).isEqualTo(")");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2101102(事业单位医疗)支出9.10万元|0|2101102|15",
        "2101102事业单位医疗支出9.10万元|0|2101102|13",
        "210-11-02事业单位医疗9.10万元|0|2101102|15",
        "210(类)11(款)02(项)事业单位医疗9.10万元|0|2101102|22",
        "1.2101102事业单位医疗9.10万元|2|2101102|15",
        "2101102项9.10万元|0|2101102|8",
        "事业单位医疗(2101102项)9.10万元|0|2101102|16",
        "事业单位医疗(项)(2101102)9.10万元|0|2101102|18",
        "事业单位医疗(科目编码2101102)9.10万元|0|2101102|19",
        "卫生健康(210)行政事业单位医疗(11)事业单位医疗(02)9.10万元|0|2101102|31",
        "卫生健康支出(类)事业单位医疗(2101102)9.10万元|0|2101102|24"
      })
  void the_code_is_read_wherever_it_is_printed(String text, int start, String code, int end) {
    ProseToken.Item item = Objects.requireNonNull(FunctionalItemScanner.scan(text).itemAt(start));
    assertThat(item.code()).isEqualTo(code);
    assertThat(item.levels()).containsExactly("卫生健康支出", "行政事业单位医疗", "事业单位医疗");
    assertThat(item.end()).isEqualTo(end);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"210个项目9.10万元", "2101102万元", "(210)号文件", "210类设备9.10万元", "2023年", "12.2101102倍"})
  void other_numbers_are_no_codes(String text) {
    FunctionalItemScanner itemScanner = FunctionalItemScanner.scan(text);
    assertThat(IntStream.range(0, text.length()).mapToObj(itemScanner::itemAt)).containsOnlyNulls();
  }
}
