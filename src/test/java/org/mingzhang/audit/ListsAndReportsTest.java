package org.mingzhang.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.model.Topic;

/** Lists of projects and purchases, reports and forms that do, or do not, contradict themselves. */
class ListsAndReportsTest {
  private static List<String> findMessages(Topic topic, String text) {
    return new TestDocument().section(topic, "情况说明", text.split("\\|", -1)).findRules();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "收入 支出 一本年收入 3, 一本年支出 3, , 公共安全支出 1, , 支出总计 3, ,",
        "年初预算1860.00万元，年中追加预算340.00万元，调整后全年预算2200.00万元，全年实际支出2112.00万元，预算执行率96.00%。",
        "年初批复预算960.00万元，年中调增120.00万元，调减30.00万元，调整后预算1050.00万元。",
        "年初预算80.00万元，比上年增加20.00万元，全年预算数95.00万元。",
        "安排3个项目，资金50.00万元，其中：修缮30.00万元，抢救10.00万元。",
        "安排2个项目，资金50.00万元，其中：当年预算30.00万元，结转10.00万元。",
        "发放问卷200份，收回190份，回收率95%，其中非常满意100份，满意80份，满意度94.7%。",
        "查档110人次，比上年增加10人次，增长10%。",
        "自评得分87分，其中：预算执行（10分）9分，产出指标48分，效益指标30分。",
        "自评得分90分，其中：预算执行9分，产出指标48分。",
        "中央资金82.00万元，省级资金11.00万元，合计93.00万元。",
        "收到资金82.00万元，比上年增加11.00万元，合计193.00万元。",
        "目标3.20万人，实际管理3.36万人，完成目标的105.00%。",
        "税收收入完成100万元。|增值税30万元。|企业所得税20万元。|个人所得税10万元。",
        "税收收入完成100万元。|增值税30万元，增长5%。|企业所得税20万元。|其他各项税收50万元。",
        "内设综合股、养护股等6个股室。",
        "内设综合股、养护股、路产股，共3个股。",
        "本院内设政治部、办公室和第一至第四检察部6个机构。",
        "本院内设机构5个：办公室、第1至第3检察部、政治部。",
        "“三公”经费实际支出19.20万元，其中公务接待费6.20万元，公务用车运行维护费10.00万元。",
        "政府性基金预算支出30.00万元，实际支出20.00万元，执行率50%。",
        "全年共发放补贴163.40万元，其中：种粮补贴72.30万元，农机补贴51.30万元。",
        "全年共发放补贴163.40万元，其中：种粮补贴72.30万元，比上年增加53.10万元，良种补贴39.80万元。",
        "部门整体支出年初预算100.00万元，调整预算120.00万元，全年支出114.00万元。与年初预算比，多支14.00万元，"
            + "完成年初预算的114.00%；与调整预算比，少支6.00万元，完成调整预算的95.00%。",
        "专项资金支付280.00万元，其中：市场改造100.00万元，综合服务社110.00万元，配送中心50.00万元，服务站20.00万元，" + "以上合计280.00万元。",
        "基本支出2,193.45万元，占80%。从用途看，基本支出2,193.45万元中，工资占45.8%。",
        "基本支出2,193.45万元，占80%。从用途看，基本支出1,820.45万元中，工资占45.8%。",
        "实际支出50万元，用于大厅改造30.00万元，办公用品20.50元。",
        "主要原因是XX镇修缮项目完工。"
      })
  void what_agrees_or_cannot_be_decided_is_not_told(String text) {
    assertEquals(List.of(), findMessages(Topic.PERFORMANCE, text));
  }

  @Test
  void what_a_visit_cost_is_no_part_of_what_cars_cost() {
    assertEquals(
        List.of(),
        findMessages(
            Topic.THREE_PUBLIC, "公务用车购置支出0万元。国内公务接待2批次，支出0.8万元，具体包括：接待检查组，金额0.3万元；接待同行，金额0.5万元。"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "listed-bodies:内设综合股、养护股、路产股，共5个股。",
        "listed-bodies:部门预算包括所属4个预算单位，分别为：区图书馆、区文化馆、区博物馆。",
        "target-rate:目标建档48.00万份，全年实际建档47.04万份，完成率89.00%。",
        "template-residue:比上年增加，主要原因是××××。",
        "template-residue:无政府性基金支出。（若有，请说明具体科目）",
        "template-residue:根据实际情况填写，无此项内容的请说明。",
        "doubled-marks:收入3,0000.45万元。",
        "completion-rate:年初预算9.00万元，调整后预算10.00万元，到位资金9.50万元，资金到位率90.00%。",
        "completion-rate:上级下达资金20.00万元，实际拨付19.60万元，拨付率89.00%。",
        "survey-rate:随机访问居民200人，满意174人，满意度92.00%。",
        "parts:专项资金共2项，合计22.00万元：小区改造14.00万元，管网建设6.00万元。",
        "completion-rate:全年预算支出35.20万元，实际支出33.79万元，预算执行率69.00%。",
        "completion-rate:部门整体支出年初预算100.00万元，调整预算120.00万元，全年支出114.00万元。与年初预算比，多支14.00万元，"
            + "完成年初预算的114.00%；与调整预算比，少支6.00万元，完成调整预算的90.00%。",
        "parts:专项资金支付280.00万元，其中：市场改造100.00万元，综合服务社110.00万元，配送中心50.00万元，服务站80.00万元，"
            + "以上合计280.00万元。",
        "item-repeat:基本支出2,193.45万元，占80%。从用途看，基本支出2,139.45万元中，工资占45.8%。",
        "unit-slip:实际支出50万元，用于大厅改造30.00万元，终端购置20.00元。",
        "parts:“三公”经费预算数24.00万元，实际支出19.20万元，完成预算的80.00%，其中公务接待费8.20万元，公务用车运行维护费13.00万元。",
        "parts:2025年支出预算48.00万元。按支出类别分：人员支出26.00万元；日常公用支出2.30万元；项目支出19.00万元。",
        "parts:政府采购支出总额32.60万元：采购货物5.60万元、采购工程12.00万元、采购服务6.00万元。",
        "template-residue:（此处填写满意度调查情况）随机访问居民。",
        "part-above-whole:地方政府债务限额100.00万元。地方政府债务余额110.00万元。",
        "comparison-words:年初预算为85.00万元，决算数85.60万元，决算数略低于预算数。",
        "parts:总支出480.00万元，其中：工资福利支出200.00万元，商品和服务支出80.00万元，对个人和家庭的补助120.00万元，"
            + "其他资本性支出50.00万元，年末结转和结余31.60万元。",
        "parts:总支出480.00万元，包括教育支出200.00万元，社会保障和就业支出80.00万元，住房保障支出120.00万元，年末结转和结余84.00万元。",
        "parts:总支出480.00万元，其中人员经费200.00万元、公用经费80.00万元、项目支出120.00万元、年末结转结余84.00万元。",
        "completion-rate:项目预算安排资金80.00万元，实际到位资金60.00万元，资金到位率85.00%。",
        "completion-rate:预算安排专项资金60.00万元，累计支出57.00万元，资金支付率85.00%。",
        "share:一般公共预算收入50.00亿元。税收收入40.00亿元，占一般公共预算收入的80%；非税收入10.00亿元，占20%。"
            + "从产业看，第二产业税收16.00亿元，占税收收入的40%；第三产业税收24.00亿元，占69%。"
      })
  void what_does_not_agree_is_told(String text) {
    String[] rule = text.split(":", 2);
    assertEquals(List.of(rule[0]), findMessages(Topic.OTHER, rule[1]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "收入包括：上年结转20.00万元，一般公共预算拨款收入500.00万元；支出包括：教育支出430.00万元、卫生健康支出90.00万元。",
        "收支总预算100.00万元，收入包括：财政拨款收入90.00万元、上年结转10.00万元；支出包括：教育支出60.00万元、卫生健康支出40.00万元。",
        "一般公共预算拨款收入500.00万元，全部支出包括教育支出430.00万元、卫生健康支出90.00万元。",
        "共发放调查问卷300份，收回有效问卷280份，其中表示满意的252份，满意率90%。",
        "发放调查表100份，回收有效表80份，满意的72份，满意度90%。",
        "总支出480.00万元，其中：工资福利支出200.00万元，商品和服务支出80.00万元，对个人和家庭的补助120.00万元，"
            + "其他资本性支出50.00万元，年末结转和结余30.00万元。",
        "年初预算批复项目资金50.00万元，年中调整预算数60.00万元，资金到位率100%。",
        "项目资金年初预算80.00万元，到位资金60.00万元，资金支付率95%。",
        "到位资金60.00万元，实际支出57.00万元，资金到位率100%。",
        "预算资金60.00万元，结余资金3.00万元，资金使用率95%。",
        "项目计划投入40.00万元。调整后预算50.00万元，资金到位率100%。",
        "一般公共预算收入50.00亿元。税收收入40.00亿元，占一般公共预算收入的80%；非税收入10.00亿元，占20%。"
            + "从产业看，第二产业税收16.00亿元，占税收收入的40%；第三产业税收24.00亿元，占60%。",
        "一般公共预算收入50.00亿元，其中：税收收入40.00亿元，占一般公共预算收入的80%；非税收入10.00亿元，占20%。"
            + "按行业分，制造业税收10.00亿元，占税收收入的25%；建筑业税收30.00亿元，占75%。",
        "一般公共预算收入50.00亿元，其中：税收收入40.00亿元，占80%；非税收入10.00亿元，占20%。"
            + "分级次看，市级税收8.00亿元，占全部税收收入的20%；县级税收32.00亿元，占80%。",
        "一般公共预算收入50.00亿元，其中税收收入40.00亿元，占一般公共预算收入的80%，其中增值税16.00亿元，占40%；企业所得税10.00亿元，占25%。"
      })
  void what_agrees_is_not_told(String text) {
    assertEquals(List.of(), findMessages(Topic.OTHER, text));
  }

  private static TestDocument listDocument(String... rows) {
    return new TestDocument().table("项目明细表", "万元", "序号,项目名称,预算金额", List.of(rows));
  }

  @Test
  void rows_of_several_levels_are_not_added() {
    String total = ",合计,60.00";
    assertEquals(
        List.of(), listDocument(total, "1,修缮,40.00", "1.1甲,其中：墙面,30.00", "2,抢救,20.00").findRules());
    assertEquals(
        List.of(), listDocument(total, "1,修缮,30.00", "3,抢救,20.00", "4,查阅,5.00").findRules());
    assertEquals(
        List.of("list-totals"),
        listDocument(total, "1,修缮,30.00", "2,抢救,20.00", "3,查阅,5.00").findRules());
  }

  @Test
  void classes_with_their_groups_and_items_are_no_plain_list() {
    String head = "功能分类科目,预算金额";
    assertEquals(
        List.of(),
        new TestDocument()
            .table(
                "单位支出明细表",
                "万元",
                head,
                List.of("科学技术支出,40.00", "应用研究,40.00", "机构运行,40.00", "卫生健康支出,20.00", "合计,60.00"))
            .findRules());
    assertEquals(
        List.of("list-totals"),
        new TestDocument()
            .table(
                "单位支出明细表",
                "万元",
                head,
                List.of("科学技术支出,40.00", "教育支出,10.00", "卫生健康支出,20.00", "合计,60.00"))
            .findRules());
  }

  @Test
  void a_price_in_yuan_may_make_an_amount_in_ten_thousands() {
    assertEquals(
        List.of(),
        new TestDocument()
            .table(
                "政府采购明细表",
                "万元",
                "采购品目,数量,单价（元）,采购金额",
                List.of("甲,20,5000,10.00", "乙,4,25000,10.00", "丙,30,2000,6.00"))
            .findRules());
  }

  @Test
  void each_of_two_forms_in_one_section_has_its_own_total() {
    String head = "一级指标,二级指标,三级指标,指标值,完成值,分值,得分";
    TestDocument document =
        new TestDocument()
            .section(Topic.PERFORMANCE, TestDocument.heading(Topic.PERFORMANCE), "见附表。");
    for (String project : List.of("修缮项目", "抢救项目")) {
      document.form(
          "项目支出绩效自评表",
          "项目名称," + project + ",,,,,",
          head,
          "产出指标,数量指标,甲,1场,1场,60,60",
          "产出指标,质量指标,乙,1场,1场,20,20",
          "效益指标,社会效益,丙,1场,1场,20,20",
          "总分,,,,,100,100");
    }
    assertEquals(List.of(), document.findRules());
  }

  private static List<String> findRatedRules(String score, String total) {
    return new TestDocument()
        .form(
            "自评表",
            "项目资金,年初预算数,全年预算数,全年执行数,分值,执行率,得分",
            "年度资金总额,20.00,20.00,19.00,10,95.00%," + score,
            "一级指标,二级指标,三级指标,指标值,完成值,分值,得分",
            "产出指标,数量指标,甲,1场,1场,40,40",
            "产出指标,质量指标,乙,1场,1场,30,30",
            "效益指标,社会效益,丙,1场,1场,20,20",
            "总分,,,,,100," + total)
        .findRules();
  }

  @Test
  void full_points_for_most_of_the_budget_are_told_where_the_total_has_fewer() {
    assertEquals(List.of(), findRatedRules("9.5", "99.5"));
    assertEquals(List.of(), findRatedRules("10", "100"));
    assertEquals(List.of("score-total"), findRatedRules("10", "99.5"));
  }
}
