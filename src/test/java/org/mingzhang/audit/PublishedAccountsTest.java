package org.mingzhang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Topic;

/** What whole published final accounts of departments showed, in invented figures. */
class PublishedAccountsTest {
  private static List<String> general(String... text) {
    return new TestDocument().section(Topic.GENERAL_PUBLIC_BUDGET, "具体情况", text).findRules();
  }

  private static TestDocument classesDocument(String housing) {
    return new TestDocument()
        .section(
            Topic.GENERAL_PUBLIC_BUDGET,
            "一般公共预算财政拨款支出决算结构情况",
            "2024年度一般公共预算财政拨款支出50.00万元，主要用于以下方面：卫生健康支出20.00万元，占40%；"
                + "教育支出10.00万元，占20%；城乡社区支出20.00万元，占40%。")
        .section(
            Topic.GENERAL_PUBLIC_BUDGET,
            "一般公共预算财政拨款支出决算具体情况",
            "1.“卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）”20.00万元。",
            "2.“教育支出（类）进修及培训（款）培训支出（项）”10.00万元。",
            "3.“城乡社区支出（类）城乡社区管理事务（款）行政运行（项）”14.00万元。",
            "“城乡社区支出（类）城乡社区管理事务（款）其他社区城乡管理事务支出（项）”" + housing + "万元。")
        .section(Topic.GLOSSARY, "名词解释", "指用财政拨款安排的支出。");
  }

  @Test
  void an_item_that_the_chart_does_not_have_is_of_the_class_that_it_names() {
    assertThat(classesDocument("6.00").findRules()).isEmpty();
    Finding told =
        classesDocument("7.00").findFindings().stream()
            .filter(f -> f.rule().equals("class-items"))
            .findFirst()
            .orElseThrow();
    assertThat(told.message()).contains("21万元", "20.00万元");
  }

  /** A table whose amounts are shifted by two rows, and a correct one. */
  private static TestDocument shiftedRowsDocument() {
    List<String> names =
        List.of(
            "207,文化旅游体育与传媒支出",
            "20701,文化和旅游",
            "2070101,行政运行",
            "208,社会保障和就业支出",
            "20805,行政事业单位养老支出",
            "2080501,行政单位离退休",
            "210,卫生健康支出",
            "21011,行政事业单位医疗",
            "2101101,行政单位医疗",
            "221,住房保障支出",
            "22102,住房改革支出",
            "2210201,住房公积金");
    List<String> amounts =
        List.of(
            "41.30", "41.30", "41.30", "32.10", "32.10", "32.10", "13.40", "13.40", "13.40",
            "24.50", "24.50", "24.50");
    TestDocument document = new TestDocument();
    for (int off : new int[] {0, 2}) {
      List<String> rows =
          new ArrayList<>(
              IntStream.range(0, names.size())
                  .mapToObj(i -> names.get(i) + "," + amounts.get((i + off) % amounts.size()))
                  .toList());
      rows.add("," + "合计," + (off == 0 ? "111.30" : "41.30"));
      document.table(off == 0 ? "支出决算表" : "一般公共预算财政拨款支出决算表", "万元", "科目编码,科目名称,合计", rows);
    }
    return document.section(
        Topic.GENERAL_PUBLIC_BUDGET,
        "具体情况",
        "1.社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）。支出决算为32.10万元。",
        "2.住房保障支出（类）住房改革支出（款）住房公积金（项）。支出决算为24.50万元。");
  }

  @Test
  void nothing_is_held_against_a_table_whose_amounts_are_off_by_rows() {
    assertThat(shiftedRowsDocument().findFindings())
        .singleElement()
        .satisfies(f -> assertThat(f.message()).contains("多处金额与科目不对应"));
  }

  @Test
  void an_item_said_twice_with_a_rate_that_only_one_of_both_fits_is_one_contradiction() {
    String item = "“社会保障和就业支出（类）抚恤（款）死亡抚恤（项）”257.14万元，主要用于抚恤。年初预算为274.82万元，支出决算为@万元，完成年初预算的93.57%。";
    assertThat(general(item.replace("@", "257.14"))).isEmpty();
    assertThat(general(item.replace("@", "245.53"))).containsExactly("item-repeat");
  }

  @Test
  void nought_is_nought_in_any_unit() {
    String item = "教育支出（类）进修及培训（款）培训支出（项）。年初预算为@元，支出决算为177.17万元，决算数大于预算数的主要原因是追加。";
    assertThat(general(item.replace("@", "0"))).isEmpty();
    assertThat(general(item.replace("@", "150"))).contains("unit-slip");
  }

  @Test
  void a_retired_name_in_quotation_marks_is_told() {
    assertThat(general("主要用于以下方面：“文化体育与传媒支出”82.51万元。")).containsExactly("retired-name");
    assertThat(general("主要用于以下方面：“文化旅游体育与传媒支出”82.51万元。")).isEmpty();
  }

  private static TestDocument securityDocument(String group) {
    return new TestDocument()
        .table(
            "支出决算表",
            "万元",
            "科目编码,科目名称,合计",
            List.of(
                "204,公共安全支出,35.00",
                "20406,司法,2.00",
                "2040607,公共法律服务,2.00",
                "20499,其他公共安全支出,33.00",
                "2049999,其他公共安全支出,33.00",
                ",合计,35.00"))
        .section(
            Topic.GENERAL_PUBLIC_BUDGET,
            "具体情况",
            "1.“公共安全支出（类）司法（款）公共法律服务（项）”2.00万元。",
            "“公共安全支出（类）" + group + "（款）其他公共安全支出（项）”33.00万元。");
  }

  @Test
  void an_item_that_the_tables_have_in_one_group_alone_is_of_that_group() {
    assertThat(securityDocument("其他公共安全支出").findRules()).isEmpty();
    assertThat(securityDocument("司法").findFindings())
        .singleElement()
        .satisfies(f -> assertThat(f.message()).contains("“其他公共安全支出”", "“司法”"));
  }
}
