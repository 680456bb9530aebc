package org.mingzhang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.model.Finding;

/** The form of base data is mostly amounts and is read as a data table. */
class BaseDataFormTest {
  @TempDir Path folder;

  @Test
  void its_rate_of_control_is_checked_all_the_same() throws IOException {
    assertThat(rules("87.50%")).doesNotContain("control-rate");
    assertThat(rules("78.50%")).contains("control-rate");
  }

  private List<String> rules(String rate) throws IOException {
    Path file = folder.resolve("form.html");
    Files.writeString(
        file,
        """
        <html><body><h1>示例县档案局2024年度部门整体支出绩效自评报告</h1>
        <p>附件2</p><p>2024年度部门整体支出绩效评价基础数据表</p><table>
        <tr><td>财政供养人员情况（人）</td><td colspan=2>编制数</td>
        <td colspan=2>2024年实际在职人数</td><td colspan=2>控制率</td></tr>
        <tr><td></td><td colspan=2>16</td><td colspan=2>14</td><td colspan=2>@</td></tr>
        <tr><td>经费控制情况（万元）</td><td colspan=2>2023年决算数</td>
        <td colspan=2>2024年预算数</td><td colspan=2>2024年决算数</td></tr>
        <tr><td>一、部门基本支出</td><td colspan=2>121.10</td><td colspan=2>94.20</td><td colspan=2>84.30</td></tr>
        <tr><td>其中：公用经费</td><td colspan=2>18.70</td><td colspan=2>5.50</td><td colspan=2>3.10</td></tr>
        <tr><td>二、部门项目支出</td><td colspan=2>10.00</td><td colspan=2>16.40</td><td colspan=2>1.20</td></tr>
        </table></body></html>
        """
            .replace("@", rate));
    return FileFindings.findIn(file).stream().map(Finding::rule).toList();
  }
}
