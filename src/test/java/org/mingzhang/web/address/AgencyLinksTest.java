package org.mingzhang.web.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.web.address.AgencyLinks.AgencyKey;

/** Tests which names are one agency, and that the address of an agency leads back to it. */
class AgencyLinksTest {
  private static final List<String> PENGSHUI = List.of("重庆市", "彭水苗族土家族自治县");

  @ParameterizedTest
  @CsvSource({
    "重庆市/彭水苗族土家族自治县,重庆市彭水县林业局,重庆市彭水苗族土家族自治县林业局",
    "重庆市/石柱土家族自治县,石柱县审计局,重庆市石柱土家族自治县审计局",
    "四川省/乐山市/马边彝族自治县,马边县水利局,四川省马边彝族自治县水利局",
    "重庆市/合川区,重庆市合川区卫健委,重庆市合川区卫生健康委员会",
    "重庆市/合川区,合川区教委,重庆市合川区教育委员会",
    "四川省/宜宾市,宜宾市人社局,宜宾市人力资源和社会保障局",
    "重庆市/合川区,中共重庆市合川区委宣传部,中共合川区委宣传部"
  })
  void two_names_are_one_agency(String region, String one, String other) {
    List<String> path = List.of(region.split("/", -1));
    assertThat(AgencyKey.of(path, one)).isEqualTo(AgencyKey.of(path, other));
  }

  @Test
  void similar_names_are_two_agencies() {
    assertThat(AgencyKey.of(PENGSHUI, "彭水县农业局")).isNotEqualTo(AgencyKey.of(PENGSHUI, "彭水县农业农村局"));
    assertThat(AgencyKey.of(PENGSHUI, "彭水县卫健委")).isNotEqualTo(AgencyKey.of(PENGSHUI, "彭水县卫健局"));
  }

  @ParameterizedTest
  @CsvSource({"重庆市/万盛经济技术开发区,重庆市万盛经济技术开发区管理委员会", "重庆市/彭水苗族土家族自治县,重庆市彭水县林业局", "重庆市/合川区,重庆市合川区卫健委"})
  void the_address_of_an_agency_leads_to_it(String region, String name) {
    AgencyLinks links = AgencyLinks.standard();
    AgencyKey key = AgencyKey.of(List.of(region.split("/", -1)), name);
    String[] address = links.agencyPath(key).substring("/agencies/".length()).split("\\?name=", -1);
    assertThat(
            links.keyFromAddress(
                java.net.URLDecoder.decode(address[0], java.nio.charset.StandardCharsets.UTF_8),
                java.net.URLDecoder.decode(address[1], java.nio.charset.StandardCharsets.UTF_8)))
        .isEqualTo(key);
  }
}
