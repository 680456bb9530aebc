package org.mingzhang.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.text.AccountColumnRoles.ColumnBlock;

/** Tests which columns of an account table hold the code, the name and the amounts of a row. */
class AccountColumnRolesTest {
  private static final List<String> ROW = List.of("30101", "基本工资", "50501", "工资福利支出", "246.38", "");
  private static final List<String> NEXT = List.of("30201", "办公费", "50502", "商品和服务支出", "", "8.20");

  @Test
  void rows_with_two_economic_classifications_are_those_of_departments() {
    for (List<String> header :
        List.of(
            List.of("科目编码", "部门预算经济分类科目名称", "政府预算经济分类/科目编码", "政府预算经济分类/科目名称", "人员经费", "公用经费"),
            List.of("部门经济科目编码", "部门经济科目名称", "政府经济科目编码", "政府经济科目名称", "人员经费支出", "公用经费支出"),
            List.of("科目编码", "科目名称", "政府预算支出经济分类/编码", "政府预算支出经济分类/名称", "人员", "公用"),
            List.of("部门预算支出经济分类/编码", "名称", "政府预算支出经济分类/编码", "政府预算支出经济分类/名称", "人员", "公用"))) {
      ColumnBlock block = block(header, ROW, NEXT);
      assertThat(block.findLabel(ROW)).as("%s", header).isEqualTo("基本工资");
      assertThat(block.readCodes(List.of(ROW, NEXT))).containsExactly("30101", "30201");
      assertThat(block.amountColumns()).containsExactly(4, 5);
    }
  }

  @Test
  void each_side_of_a_table_keeps_its_own_classification() {
    List<String> row = List.of("工资福利支出", "255.17", "机关商品和服务支出", "96.86");
    List<ColumnBlock> blocks =
        AccountColumnRoles.determine(
                List.of("部门预算支出经济科目（按大类）", "预算数", "政府预算支出经济科目（按大类）", "预算数"),
                List.of(row, List.of("商品和服务支出", "21.36", "机关工资福利支出", "255.17")))
            .blocks();
    assertThat(blocks).extracting(b -> b.findLabel(row)).containsExactly("工资福利支出", "机关商品和服务支出");
  }

  @Test
  void the_classification_of_governments_alone_names_the_rows() {
    ColumnBlock block =
        block(
            List.of("政府经济分类科目编码", "政府经济分类科目名称", "合计"),
            List.of("50501", "工资福利支出", "246.38"),
            List.of("50502", "商品和服务支出", "8.20"));
    assertThat(block.findLabel(List.of("50501", "工资福利支出", "246.38"))).isEqualTo("工资福利支出");
  }

  @Test
  void the_name_nearest_to_the_amounts_names_the_row_in_other_tables() {
    List<String> row = List.of("605001", "某某中心", "2080505", "养老保险缴费", "15.76");
    assertThat(
            block(
                    List.of("单位编码", "单位名称", "科目编码", "科目名称", "合计"),
                    row,
                    List.of("605002", "某某站", "2210201", "住房公积金", "11.82"))
                .findLabel(row))
        .isEqualTo("养老保险缴费");
  }

  private static ColumnBlock block(List<String> header, List<String> row, List<String> next) {
    return AccountColumnRoles.determine(header, List.of(row, next)).blocks().getFirst();
  }
}
