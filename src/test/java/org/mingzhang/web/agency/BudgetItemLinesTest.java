package org.mingzhang.web.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Stage;
import org.mingzhang.search.Hits;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.compare.RowByYearBuilder;
import org.mingzhang.web.fact.FactHit;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.render.Messages;

/** Items whose code or name changed are one line, unless one year has both. */
class BudgetItemLinesTest {
  private static final Labels LABELS = new Labels(new Messages(), Language.CHINESE);
  private final List<FactHit> facts = new ArrayList<>();

  private void fact(String code, String item, int year, String value) {
    fact(
        code.isEmpty() ? "项目支出" : ChartOfAccounts.agencies().functionallyClassifiedAccount(),
        "全部资金",
        code,
        item,
        year,
        value);
  }

  private void fact(String account, String fund, String code, String item, int year, String value) {
    Map<String, String> values = new HashMap<>();
    if (!code.isEmpty()) {
      values.put("code", code);
    }
    values.put("item", item);
    values.put("stage", Stage.RESULT.label());
    values.put("fund", fund);
    values.put("factYear", Integer.toString(year));
    values.put("kind", "amount");
    values.put("value", value);
    values.put("unit", "元");
    values.put("printed", value);
    String id = "d-" + year + "/s#a-" + facts.size();
    facts.add(new FactHit(Hits.fact(id, account, "青石区市场监督管理局", List.of("示例省"), year, values)));
  }

  private BudgetItemLines items() {
    RowByYearBuilder lines =
        new RowByYearBuilder(
            List.of("示例省"),
            "部门",
            List.of(2018, 2019, 2020),
            (year, stage) -> true,
            LABELS,
            new PortalLinks(Language.CHINESE));
    return new BudgetItemLines(facts, lines, LABELS);
  }

  private static List<String> shown(RowByYearBuilder.YearLine yearLine) {
    return yearLine.cells().stream().map(c -> c.shown()).toList();
  }

  @Test
  void a_code_that_was_given_up_goes_on_in_the_line_of_its_successor() {
    fact("20115", "工商行政管理事务", 2018, "100000");
    fact("20138", "市场监督管理事务", 2019, "200000");
    fact("20138", "一般公共服务支出/市场监督管理事务", 2020, "300000");
    List<RowByYearBuilder.YearLine> yearLines = items().buildCodeLines();
    assertThat(yearLines).hasSize(1);
    assertThat(yearLines.getFirst().name()).isEqualTo("20138 市场监督管理事务");
    assertThat(yearLines.getFirst().slice())
        .contains("曾列 20115 工商行政管理事务")
        .doesNotContain("一般公共服务支出/");
    assertThat(shown(yearLines.getFirst())).containsExactly("10.00", "20.00", "30.00");
  }

  @Test
  void two_codes_of_one_year_are_never_one_line() {
    fact("20115", "工商行政管理事务", 2018, "100000");
    fact("20117", "质量技术监督与检验检疫事务", 2018, "50000");
    fact("20138", "市场监督管理事务", 2019, "200000");
    List<RowByYearBuilder.YearLine> yearLines = items().buildCodeLines();
    assertThat(yearLines).hasSize(3);
    assertThat(yearLines)
        .allMatch(yearLine -> shown(yearLine).stream().filter(s -> !s.isEmpty()).count() == 1);
  }

  @Test
  void a_name_that_changed_under_its_code_is_told() {
    fact("210", "医疗卫生与计划生育支出", 2018, "100000");
    fact("210", "卫生健康支出", 2019, "200000");
    RowByYearBuilder.YearLine yearLine = items().buildCodeLines().getFirst();
    assertThat(yearLine.name()).isEqualTo("210 卫生健康支出");
    assertThat(yearLine.slice()).contains("曾列 医疗卫生与计划生育支出");
    assertThat(shown(yearLine)).containsExactly("10.00", "20.00", "");
  }

  @Test
  void projects_are_joined_by_their_name_alone() {
    fact("", "食品安全抽检", 2019, "400000");
    fact("", "食品安全抽检", 2020, "500000");
    fact("", "食品安全抽检费", 2020, "10000");
    BudgetItemLines items = items();
    assertThat(items.buildProjectLines())
        .extracting(RowByYearBuilder.YearLine::name)
        .containsExactly("食品安全抽检", "食品安全抽检费");
    assertThat(items.projectCount(2020)).isEqualTo(2);
    assertThat(items.projectCount(2018)).isZero();
  }

  @Test
  void the_whole_of_an_item_is_shown_and_not_its_part_for_basic_expenditure() {
    fact("基本支出", "全口径", "210", "卫生健康支出", 2020, "600000");
    fact("基本支出", "全口径", "21002", "公立医院", 2020, "600000");
    fact("项目支出", "全口径", "210", "卫生健康支出", 2020, "300000");
    fact("本年支出合计", "全口径", "210", "卫生健康支出", 2020, "900000");
    fact("基本支出", "一般公共预算", "210", "卫生健康支出", 2020, "100000");
    fact("一般公共预算财政拨款支出", "一般公共预算", "210", "卫生健康支出", 2020, "250000");
    assertThat(items().buildCodeLines().stream().flatMap(line -> shown(line).stream()))
        .filteredOn(amount -> !amount.isEmpty())
        .containsExactlyInAnyOrder("90.00", "25.00");
  }

  @Test
  void a_whole_that_is_stated_for_few_items_does_not_hide_the_part_of_all() {
    fact("本年支出合计", "全口径", "210", "卫生健康支出", 2020, "900000");
    for (String code : List.of("201", "208", "210", "221")) {
      fact("基本支出", "全口径", code, "某类支出", 2020, "100000");
    }
    assertThat(items().buildCodeLines()).hasSize(4);
  }
}
