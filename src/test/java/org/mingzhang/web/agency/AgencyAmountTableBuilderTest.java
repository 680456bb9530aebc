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
    Map<String, String> values =
        Map.of(
            "stage",
            Stage.RESULT.label(),
            "fund",
            "全部资金",
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
        Hits.fact("d/s#a-" + account + perimeter, account, "青石区林业局", List.of("示例省"), 2024, values));
  }

  @Test
  void a_perimeter_with_accounts_outside_the_chart_alone_has_a_table() {
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
    List<AgencyAmountTableBuilder.Table> tables =
        builder.buildTables(
            new AgencyProfile(
                AgencyLinks.AgencyKey.of(List.of("示例省"), "青石区林业局"), "青石区林业局", List.of(), List.of()),
            "",
            List.of(
                amount("支出总计", Perimeter.DEPARTMENT, "120000"),
                amount("苗圃自办项目款", Perimeter.UNIT, "30000")));
    assertThat(tables).hasSize(2);
    assertThat(tables.getFirst().lines()).hasSize(1);
    assertThat(tables.getLast().lines()).isEmpty();
    assertThat(tables.getLast().otherAccountLines()).hasSize(1);
  }
}
