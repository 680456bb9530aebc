package org.mingzhang.extract.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableParserTest {
  @Test
  void records_with_equally_many_fields_are_a_table_with_and_without_quotation_marks() {
    List<String> lines =
        List.of(
            "收支总表,,,",
            "项目,\"上年",
            "数\",本年数,增减",
            "基本支出,120.5,130,9.5",
            "项目支出,80,75,-5",
            "填报人：张三,,,",
            "说明：无");
    TextTable table = CsvTableParser.parse(lines, 0).orElseThrow();
    assertThat(table.rows())
        .containsExactly(
            List.of("项目", "上年\n数", "本年数", "增减"),
            List.of("基本支出", "120.5", "130", "9.5"),
            List.of("项目支出", "80", "75", "-5"));
    assertThat(table.captions()).containsExactly("收支总表");
    assertThat(table.notes()).containsExactly("填报人：张三");
    assertThat(table.end()).isEqualTo(6);
  }

  @Test
  void commas_in_amounts_and_sentences_do_not_separate_cells() {
    assertThat(CsvTableParser.mayStartAt("201 一般公共服务支出 12,345,678 2,345,678 9,999,000")).isFalse();
    List<String> sentences = List.of("一是抓收入,二是保支出,三是防风险,四是促改革", "五是强管理", "六是优服务");
    assertThat(CsvTableParser.parse(sentences, 0)).isEmpty();
  }

  @Test
  void a_field_of_several_lines_may_be_the_first_of_its_record() {
    List<String> lines =
        List.of(
            "\"项目名称\",\"图书购置\",,",
            "\"项目资金",
            "（万元）\",\"年初预算数\",\"全年执行数\",\"执行率\"",
            ",\"72\",\"69.12\",\"96%\"");
    assertThat(CsvTableParser.parse(lines, 0).orElseThrow().rows())
        .contains(List.of("项目资金\n（万元）", "年初预算数", "全年执行数", "执行率"));
  }

  @Test
  void lines_of_a_page_break_between_records_are_rows_of_one_cell() {
    List<String> lines =
        List.of(
            "\"科目编码\",\"科目名称\",\"预算数\"",
            "\"208\",\"社会保障和就业支出\",\"117.60\"",
            "样本县交通运输局本级",
            "",
            "\"210\",\"卫生健康支出\",\"56.10\"",
            "说明：以上为全部支出。");
    TextTable table = CsvTableParser.parse(lines, 0).orElseThrow();
    assertThat(table.rows())
        .containsExactly(
            List.of("科目编码", "科目名称", "预算数"),
            List.of("208", "社会保障和就业支出", "117.60"),
            List.of("样本县交通运输局本级"),
            List.of("210", "卫生健康支出", "56.10"));
    assertThat(table.end()).isEqualTo(5);
  }
}
