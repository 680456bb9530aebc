package org.mingzhang.web.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;
import org.mingzhang.search.Hits;
import org.mingzhang.web.address.AgencyLinks;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.compare.RowByYearBuilder;
import org.mingzhang.web.fact.FactHit;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.render.Messages;

class AgencyAmountTableBuilderTest {
  private static final Labels LABELS = new Labels(new Messages(), Language.CHINESE);

  private static FactHit amount(String account, Perimeter perimeter, String value) {
    return amount(account, Stage.RESULT, "全口径", perimeter, value);
  }

  private static FactHit amount(
      String account, Stage stage, String fund, Perimeter perimeter, String value) {
    Map<String, String> values =
        Map.of(
            "stage",
            stage.label(),
            "fund",
            fund,
            "perimeter",
            perimeter.label(),
            "factYear",
            "2024",
            "kind",
            "amount",
            "value",
            value,
            "unit",
            "元",
            "printed",
            value);
    return new FactHit(
        Hits.fact(
            "d/s#a-" + account + perimeter + stage + fund,
            account,
            "青石区林业局",
            List.of("示例省"),
            2024,
            values));
  }

  private static List<AgencyAmountTableBuilder.Table> build(FactHit... facts) {
    AgencyAmountTableBuilder builder =
        new AgencyAmountTableBuilder(
            List.of(2024),
            (profile, perimeter) ->
                new RowByYearBuilder(
                    List.of("示例省"),
                    perimeter,
                    List.of(2024),
                    (year, stage) -> true,
                    LABELS,
                    new PortalLinks(Language.CHINESE)),
            LABELS);
    return builder.buildTables(
        new AgencyProfile(
            AgencyLinks.AgencyKey.of(List.of("示例省"), "青石区林业局"), "青石区林业局", List.of(), List.of()),
        "",
        List.of(facts));
  }

  @Test
  void parts_are_of_the_fund_of_their_total_where_it_is_stated() {
    assertThat(
            build(
                    amount("本年支出合计", Perimeter.DEPARTMENT, "300000"),
                    amount("基本支出", Stage.INITIAL_BUDGET, "财政拨款", Perimeter.DEPARTMENT, "190000"),
                    amount("基本支出", Stage.RESULT, "财政拨款", Perimeter.DEPARTMENT, "180000"),
                    amount("基本支出", Perimeter.DEPARTMENT, "200000"),
                    amount("项目支出", Stage.RESULT, "财政拨款", Perimeter.DEPARTMENT, "100000"))
                .getFirst()
                .lines())
        .extracting(line -> line.name() + " " + line.slice())
        .containsExactly("本年支出合计 决算，全部资金", "基本支出 决算，全部资金", "基本支出 年初预算，财政拨款", "项目支出 决算，财政拨款");
  }

  @Test
  void a_perimeter_with_accounts_outside_the_chart_alone_has_a_table() {
    List<AgencyAmountTableBuilder.Table> tables =
        build(
            amount("支出总计", Perimeter.DEPARTMENT, "120000"),
            amount("苗圃自办项目款", Perimeter.UNIT, "30000"));
    assertThat(tables).hasSize(2);
    assertThat(tables.getFirst().lines()).hasSize(1);
    assertThat(tables.getLast().lines()).isEmpty();
    assertThat(tables.getLast().otherAccountLines()).hasSize(1);
  }
}
