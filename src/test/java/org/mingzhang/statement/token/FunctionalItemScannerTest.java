package org.mingzhang.statement.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Items whose names of several levels are set together before a code. */
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
}
