package org.mingzhang.fact.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mingzhang.fact.FactReader;
import org.mingzhang.model.Block;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.Fact;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.TextBlock;
import org.mingzhang.structure.DisclosureReader;
import org.mingzhang.structure.metadata.Sidecar;

/** Amounts of performance forms that were copied as lines of text. All names are invented. */
class PerformanceFormFactsTest {
  private static final String INDICATORS =
      """

      一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分
      产出指标\t数量指标\t修渠长度\t≥12公里\t13公里\t20\t20
      产出指标\t质量指标\t验收合格率\t100%\t100%\t20\t20
      效益指标\t社会效益指标\t受益户数\t≥300户\t310户\t30\t30
      """;

  @Test
  void the_project_is_named_above_the_table_of_its_money() {
    assertThat(
            amounts(
                """
                样岭县水利局2023年度项目支出绩效自评表
                项目名称\t小型水渠维修
                主管部门\t样岭县水利局\t实施单位\t样岭县渠道站
                项目资金（万元）\t年初预算数\t全年预算数（A）\t全年执行数（B）\t分值\t执行率（B/A）\t得分
                年度资金总额：\t61.20\t64.50\t63.21\t10\t98.00%\t9.80
                其中：中央财政资金\t30.00\t30.00\t30.00\t—\t100.00%\t—
                县级财政资金\t31.20\t34.50\t33.21\t—\t96.26%\t—
                """
                    + INDICATORS))
        .containsExactlyInAnyOrder(
            "预算数 小型水渠维修 年初预算 61.20 万元", "预算数 小型水渠维修 调整预算 64.50 万元", "执行数 小型水渠维修 执行 63.21 万元");
  }

  @Test
  void transfers_are_named_like_projects_and_what_was_paid_is_executed() {
    assertThat(
            amounts(
                """
                样岭县民政局关于2023年度转移支付绩效自评情况的公示
                中央对地方转移支付区域绩效目标自评表
                （2023年度）
                转移支付（项目）名称
                困难群众救助补助资金（第二批）
                中央主管部门
                民政部
                资金投入情况（万元）
                项目资金\t全年预算数（A）\t实际支出数（B）\t预算执行率（B/A×100%）
                年度资金总额：\t216.50\t212.17\t98.00%
                地方资金\t66.50\t62.17\t93.49%
                """
                    + INDICATORS))
        .containsExactlyInAnyOrder(
            "预算数 困难群众救助补助资金(第二批) 调整预算 216.50 万元", "执行数 困难群众救助补助资金(第二批) 执行 212.17 万元");
  }

  @Test
  void months_of_the_year_are_kept_and_an_expected_result_is_none() {
    assertThat(
            amounts(
                """
                样岭县司法局2023年项目支出绩效监控表
                单位：万元
                项目名称\t调解员补贴
                主管部门\t样岭县司法局
                项目资金（万元）\t年初预算数\t1-7月执行数\t1-7月执行率\t全年预计执行数
                年度资金总额：\t48.20\t24.10\t50.00%\t48.20
                """
                    + INDICATORS))
        .containsExactlyInAnyOrder("预算数 调解员补贴 年初预算 48.20 万元", "执行数 调解员补贴 执行 1-7月 24.10 万元");
  }

  @Test
  void a_list_of_tasks_gives_the_budget_of_each_and_of_the_whole_department() {
    assertThat(
            amounts(
                """
                样岭市档案馆2023年单位预算公开
                部门整体支出绩效目标表
                （2023年度）
                部门（单位）名称\t样岭市档案馆
                年度主要任务\t任务名称\t主要内容\t预算金额（万元）
                \t\t\t总额\t财政拨款\t其他资金
                \t档案征集\t征集散存档案\t26.40\t26.40\t0.00
                \t库房改造\t改造库房\t41.00\t30.00\t11.00
                \t查档服务\t服务窗口和查档系统运维\t12.60\t12.60\t0.00
                \t金额合计\t\t80.00\t69.00\t11.00
                年度绩效指标\t一级指标\t二级指标\t三级指标\t指标值
                \t产出指标\t数量指标\t征集档案\t≥300卷
                \t\t质量指标\t入库合格率\t100%
                \t效益指标\t社会效益指标\t查档人次\t≥800人次
                """))
        .containsExactlyInAnyOrder(
            "预算数 档案征集 预算 26.40 万元",
            "预算数 库房改造 预算 41.00 万元",
            "预算数 查档服务 预算 12.60 万元",
            "预算数 - 预算 80.00 万元");
  }

  @Test
  void forms_of_goals_without_columns_state_a_budget() {
    String goals =
        "财政支出绩效目标申报表（2022年度）填报单位：样岭县体育局项目名称：健身路径更新项目属性延续项目"
            + "项目资金申请（万元）资金总额：%s其中：财政拨款%s项目概况更新器材。年度绩效指标一级指标二级指标";
    assertThat(amounts("样岭县体育局2022年项目绩效目标公开\n" + goals.formatted("38.5", "38.5")))
        .containsExactly("预算数 健身路径更新 预算 38.5 万元");
    assertThat(amounts("样岭县体育局2022年项目绩效目标公开\n" + goals.formatted("38.5038.50", "")))
        .as("two numbers run together")
        .isEmpty();
    assertThat(
            amounts(
                "样岭区住建委2022年项目绩效目标表\n单位：万元\n项目名称\n旧管网更新\n项目编码\n50010222T000\n当年预算（万元）\n"
                    + "880.00\n本级支出（万元）\n500.00\n绩效指标\n一级指标\n二级指标"))
        .containsExactly("预算数 旧管网更新 预算 880.00 万元");
  }

  @Test
  void points_behind_the_amounts_are_no_amount() {
    assertThat(
            amounts(
                "样岭街道办事处2023年度项目支出绩效自评公开\n项目支出绩效自评表（2023年度）项目名称 垃圾清运经费 主管部门 样岭街道办事处"
                    + " 项目资金（万元）全年预算数 全年执行数 分值 执行率 得分 年度资金总额 65 61.75 10 95% 9.5"
                    + " 年度总体目标 预期目标 清运。一级指标 二级指标"))
        .containsExactlyInAnyOrder("预算数 垃圾清运经费 调整预算 65 万元", "执行数 垃圾清运经费 执行 61.75 万元");
  }

  private static List<String> amounts(String text) {
    return read(text).facts().stream()
        .filter(f -> f.account().equals("预算数") || f.account().equals("执行数"))
        .map(PerformanceFormFactsTest::line)
        .distinct()
        .toList();
  }

  private static String line(Fact fact) {
    String item = fact.context().item();
    String period = fact.context().period();
    return fact.account()
        + " "
        + (item == null ? "-" : item)
        + " "
        + (fact.context().stage() == null ? "-" : fact.context().stage().label())
        + (period == null ? "" : " " + period)
        + " "
        + fact.printed()
        + " "
        + fact.unit();
  }

  private static Disclosure read(String text) {
    List<Block> lines = text.lines().<Block>map(line -> TextBlock.paragraph(1, line)).toList();
    SourceDocument source = new SourceDocument("a.txt", "0", "text/plain", 1, 1, null);
    return new FactReader()
        .withFacts(
            new DisclosureReader()
                .read(new Extraction(source, lines, Map.of(), List.of()), Sidecar.none()));
  }
}
