package org.mingzhang.web.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.mingzhang.agency.Succession;
import org.mingzhang.agency.SuccessionTable;
import org.mingzhang.search.Hit;
import org.mingzhang.search.Hits;
import org.mingzhang.web.address.AgencyLinks;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.source.SearchPort;

/** Identity of agencies, their predecessors, and agencies with similar names. */
class AgencyProfileFinderTest {
  private static final List<String> HERE = List.of("示例省", "样本市", "青石区");
  private static final List<String> THERE = List.of("示例省", "样本市", "白水区");

  private static Hit document(List<String> region, String agency, int year) {
    String id = agency + year;
    return Hits.document(id, agency, region, year, Map.of());
  }

  private static AgencyProfileFinder createFinder(Hit... documents) {
    return createFinder(SuccessionTable.standard(), documents);
  }

  private static AgencyProfileFinder createFinder(SuccessionTable successions, Hit... documents) {
    SearchPort search =
        (SearchPort)
            Proxy.newProxyInstance(
                AgencyProfileFinderTest.class.getClassLoader(),
                new Class<?>[] {SearchPort.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("generation")) {
                    return 1L;
                  }
                  @SuppressWarnings("unchecked") // the second parameter of each()
                  Consumer<Hit> sink = (Consumer<Hit>) arguments[1];
                  List.of(documents).forEach(sink);
                  return null;
                });
    return new AgencyProfileFinder(
        new DocumentCatalog(search, id -> Optional.empty()), successions);
  }

  private static AgencyProfile find(AgencyProfileFinder finder, List<String> region, String core) {
    return finder.find(new AgencyLinks.AgencyKey(region, core)).orElseThrow();
  }

  @Test
  void names_behind_the_places_of_a_region_are_one_agency() {
    AgencyProfileFinder finder =
        createFinder(
            document(HERE, "青石区教育局", 2022),
            document(HERE, "示例省样本市青石区教育局", 2023),
            document(HERE, "教育局", 2024),
            document(THERE, "白水区教育局", 2024),
            document(HERE, "教育局机关服务中心", 2024));
    AgencyProfile profile = find(finder, HERE, "教育局");
    assertThat(profile.documents()).hasSize(3);
    assertThat(profile.name()).isEqualTo("教育局");
    assertThat(profile.years()).containsExactly(2022, 2023, 2024);
    assertThat(profile.predecessors()).isEmpty();
  }

  @Test
  void where_the_region_is_not_known_the_places_in_the_name_tell_bodies_apart() {
    AgencyProfileFinder finder =
        createFinder(
            document(List.of(), "甲山县财政局", 2020),
            document(List.of(), "乙水县财政局", 2021),
            document(List.of(), "乙水县财政局", 2022));
    assertThat(find(finder, List.of(), "乙水县财政局").years()).containsExactly(2021, 2022);
    assertThat(finder.find(new AgencyLinks.AgencyKey(List.of(), "财政局"))).isEmpty();
  }

  @Test
  void the_table_joins_a_renamed_body_and_both_pages_lead_to_each_other() {
    AgencyProfileFinder finder =
        createFinder(
            document(HERE, "青石区环境保护局", 2017),
            document(HERE, "青石区生态环境局", 2020),
            document(THERE, "白水区环境保护局", 2017));
    AgencyProfile profile = find(finder, HERE, "生态环境局");
    assertThat(profile.predecessors()).hasSize(1);
    assertThat(profile.withRenamedPredecessors()).hasSize(2);
    assertThat(profile.years()).containsExactly(2017, 2020);
    AgencyProfile former = find(finder, HERE, "环境保护局");
    assertThat(finder.findSuccessors(former)).hasSize(1);
    assertThat(finder.findSuccessors(find(finder, THERE, "环境保护局"))).isEmpty();
  }

  @Test
  void merged_bodies_stay_apart_and_likeness_joins_nobody() {
    AgencyProfileFinder finder =
        createFinder(
            document(HERE, "青石区旅游局", 2017),
            document(HERE, "青石区文化局", 2017),
            document(HERE, "青石区旅游发展局", 2017),
            document(HERE, "青石区文化和旅游局", 2020));
    AgencyProfile profile = find(finder, HERE, "文化和旅游局");
    assertThat(profile.mergedPredecessors())
        .extracting(AgencyProfile::name)
        .containsExactlyInAnyOrder("青石区旅游局", "青石区文化局");
    assertThat(profile.withRenamedPredecessors()).containsExactly(profile);
  }

  @Test
  void a_body_that_goes_on_under_its_name_was_not_taken_over() {
    AgencyProfileFinder finder =
        createFinder(
            document(HERE, "青石区农业局", 2017),
            document(HERE, "青石区农业局", 2022),
            document(HERE, "青石区农业农村局", 2022));
    assertThat(find(finder, HERE, "农业农村局").predecessors()).isEmpty();
  }

  @Test
  void a_place_may_have_a_line_of_its_own() {
    Succession own = new Succession(HERE, "招商局", "商务局", false, 2021, "《青石区机构改革方案》2021年");
    List<Succession> all = new ArrayList<>(SuccessionTable.standard().all());
    all.add(own);
    AgencyProfileFinder finder =
        createFinder(
            new SuccessionTable(all),
            document(HERE, "青石区招商局", 2020),
            document(HERE, "青石区商务局", 2022));
    assertThat(find(finder, HERE, "商务局").predecessors().getFirst().succession()).isEqualTo(own);
  }

  @Test
  void party_organs_have_their_places_within_their_names() {
    AgencyProfileFinder finder =
        createFinder(document(HERE, "中共青石区委宣传部", 2023), document(HERE, "中共样本市青石区委宣传部", 2024));
    assertThat(find(finder, HERE, "中共委宣传部").documents()).hasSize(2);
  }
}
