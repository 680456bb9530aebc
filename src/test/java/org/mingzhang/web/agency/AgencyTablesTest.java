package org.mingzhang.web.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.search.Hits;
import org.mingzhang.web.address.AgencyLinks;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.fact.FactHit;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.render.Messages;

/** The lines of numbers of things and people on the page of an agency. */
class AgencyTablesTest {
  @ParameterizedTest
  @CsvSource({"2024, 1", "2023, 0", "2022, 0"})
  void a_number_that_is_of_no_year_shown_has_no_line(String year, int lines) {
    AgencyProfile profile =
        new AgencyProfile(
            AgencyLinks.AgencyKey.of(List.of("示例省"), "青石区林业局"), "青石区林业局", List.of(), List.of());
    Map<String, String> values =
        Map.of("factYear", year, "kind", "count", "value", "3", "unit", "辆", "printed", "3");
    FactHit vehicles =
        new FactHit(Hits.fact("d/s#a-1", "公务用车保有量", "青石区林业局", List.of("示例省"), 2024, values));
    Map<String, Object> model =
        new AgencyTables(
                profile,
                List.of(2024),
                new Labels(new Messages(), Language.CHINESE),
                new PortalLinks(Language.CHINESE))
            .buildModel(Map.of(profile, new ProfileFacts(List.of(vehicles), List.of())));
    assertThat(model.get("counts")).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(lines);
  }
}
