package org.mingzhang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.Finding;

/** Notes that explain an empty table, in a row of its grid, and sentences that say it is empty. */
class EmptyTableNoteTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "注：本部门2022年度无国有资本经营预算财政拨款支出。, false",
    "说明：国有资本经营预算本年没有支出。, false",
    "注：本表反映本年度国有资本经营预算财政拨款支出情况。, true",
  })
  void a_note_in_the_last_row_explains_the_table(String note, boolean told) throws IOException {
    Path file = folder.resolve("accounts.html");
    Files.writeString(
        file,
        """
        <html><body><h1>示例县文化馆2022年度单位决算</h1><h2>国有资本经营预算财政拨款支出决算表</h2><table>
        <tr><td colspan=5>金额单位：万元</td></tr>
        <tr><td colspan=2>项目</td><td rowspan=2>合计</td><td rowspan=2>基本支出</td><td rowspan=2>项目支出</td></tr>
        <tr><td>科目编码</td><td>科目名称</td></tr>
        <tr><td colspan=2>合计</td><td></td><td></td><td></td></tr>
        <tr><td colspan=5>@</td></tr></table></body></html>
        """
            .replace("@", note));
    assertThat(rules(file).contains("account-tables")).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "本部门本年未安排政府性基金预算财政拨款支出，相关表格为空。, true",
    "2023年没有政府性基金预算安排，故为空表。, true",
    "没有国有资本经营预算安排，相关表格为空。, false",
    "上年没有政府性基金预算安排，相关表格为空。, false",
    "政府性基金预算财政拨款支出9.30万元。, false",
  })
  void a_fund_with_amounts_in_its_table_is_not_empty(String sentence, boolean told)
      throws IOException {
    Path file = folder.resolve("budget.html");
    Files.writeString(
        file,
        """
        <html><body><h1>示例县文化馆2023年度部门预算</h1>
        <h2>一、部门概况</h2><p>负责全县群众文化工作。</p>
        <h2>二、收支预算情况</h2><p>2023年收支总预算90.30万元。</p>
        <h2>三、政府性基金预算支出情况</h2><p>@</p>
        <h2>政府性基金预算财政拨款支出预算表</h2><table><tr><td colspan=5>金额单位：万元</td></tr>
        <tr><td>科目编码</td><td>科目名称</td><td>合计</td><td>基本支出</td><td>项目支出</td></tr>
        <tr><td>212</td><td>城乡社区支出</td><td>9.30</td><td></td><td>9.30</td></tr>
        <tr><td colspan=2>合计</td><td>9.30</td><td></td><td>9.30</td></tr></table></body></html>
        """
            .replace("@", sentence));
    assertThat(rules(file).contains("empty-table-note")).isEqualTo(told);
  }

  private static List<String> rules(Path file) throws IOException {
    return FileFindings.findIn(file).stream().map(Finding::rule).toList();
  }
}
