package org.mingzhang.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.agency.SuccessionTable;
import org.mingzhang.question.KnownAgency;
import org.mingzhang.search.Hit;
import org.mingzhang.search.Hits;

class RelatedBodiesTest {
  private static final List<String> REGION = List.of("示例省", "样本市", "东岸区");

  private final Map<KnownAgency, List<Hit>> documents = new LinkedHashMap<>();

  private KnownAgency keep(List<String> region, String name, int year) {
    KnownAgency agency = KnownAgency.of(region, name);
    Hit document = Hits.document(name, name, region, year, Map.of());
    documents.put(agency, List.of(document));
    return agency;
  }

  private List<String> related(KnownAgency agency) {
    return new RelatedBodies(SuccessionTable.standard(), documents)
        .find(agency).stream().map(body -> body.agency().name()).toList();
  }

  @ParameterizedTest
  @CsvSource({"样本市东岸区生态环境局, 样本市东岸区环境保护局", "样本市东岸区应急管理局, 东岸区安全生产监督管理局", "东岸区卫生健康局, 样本市东岸区卫生和计划生育局"})
  void each_body_leads_to_the_other(String later, String former) {
    KnownAgency before = keep(REGION, former, 2018);
    KnownAgency after = keep(REGION, later, 2020);
    assertThat(related(after)).containsExactly(former);
    assertThat(related(before)).containsExactly(later);
  }

  @Test
  void a_body_of_another_place_or_with_later_documents_is_another_body() {
    KnownAgency after = keep(REGION, "样本市东岸区生态环境局", 2020);
    keep(List.of("示例省", "样本市", "西岸区"), "样本市西岸区环境保护局", 2018);
    keep(REGION, "样本市东岸区环境保护局", 2022);
    assertThat(related(after)).isEmpty();
  }
}
