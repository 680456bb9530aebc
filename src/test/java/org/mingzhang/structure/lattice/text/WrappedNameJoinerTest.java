package org.mingzhang.structure.lattice.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;

class WrappedNameJoinerTest {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("科目编码", ColumnType.CODE),
          new Column("科目名称", ColumnType.NAME),
          new Column("合计", ColumnType.AMOUNT));

  private static List<String> below(String name, String tail) {
    List<List<String>> rows =
        List.of(
            List.of("2080505", name, "92.23"),
            List.of("", tail, ""),
            List.of("210", "卫生健康支出", "1"));
    return WrappedNameJoiner.join(COLUMNS, rows).stream().map(row -> row.get(1)).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "机关事业单位基本养老保险缴, 费支出",
    "机关事业单位职业年金缴费支, 出",
    "机关事业单位基本养老保险缴费, 支出",
    "其他政府办公厅（室）及相关, 机构事务支出",
    "国有土地使用权出让收入及对应专项债务收, 入安排的支出"
  })
  void a_row_with_nothing_but_the_rest_of_a_name_belongs_to_the_one_above(
      String name, String tail) {
    assertThat(below(name, tail)).containsExactly(name + tail, "卫生健康支出");
  }

  @ParameterizedTest
  @CsvSource({"工资福利支出, 商品和服务支出", "一般行政管理事务, 其他科学技术管理事务", "行政运行支出, 其中：基本支出", "机构运行, 一、项目支出"})
  void a_name_of_its_own_stays_a_row(String name, String own) {
    assertThat(below(name, own)).containsExactly(name, own, "卫生健康支出");
  }

  @Test
  void names_of_numbered_rows_wrap_as_those_of_coded_ones() {
    List<Column> columns =
        List.of(
            new Column("序号", ColumnType.ORDINAL),
            new Column("项目名称", ColumnType.NAME),
            new Column("金额", ColumnType.AMOUNT));
    List<List<String>> rows =
        List.of(
            List.of("1", "规模以上服务业、资质内建筑业企", "28.00"),
            List.of("", "业联网直报", ""),
            List.of("2", "住户调查记账补贴", "6.80"),
            List.of("", "合计", "34.80"));
    assertThat(WrappedNameJoiner.join(columns, rows))
        .containsExactly(List.of("1", "规模以上服务业、资质内建筑业企业联网直报", "28.00"), rows.get(2), rows.get(3));
  }

  @Test
  void tables_without_codes_and_row_numbers_stay_as_they_are() {
    List<Column> columns =
        List.of(new Column("项目", ColumnType.ACCOUNT_NAME), new Column("金额", ColumnType.AMOUNT));
    List<List<String>> rows = List.of(List.of("教育", "1"), List.of("支出", ""));
    assertThat(WrappedNameJoiner.join(columns, rows)).isEqualTo(rows);
  }
}
