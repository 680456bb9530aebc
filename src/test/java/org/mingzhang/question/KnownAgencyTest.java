package org.mingzhang.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KnownAgencyTest {
  @ParameterizedTest
  @CsvSource({
    "辽宁省,辽宁省样河市东山区永安街道办事处,东山区永安街道办事处,NAME",
    "辽宁省,辽宁省样河市东山区永安街道办事处,永安街道,SHORT_NAME",
    "辽宁省,辽宁省样河市东山区永安街道办事处,样河市,PLACE",
    "辽宁省,辽宁省样河市东山区永安街道办事处,东山区,PLACE",
    "样本省/样本市,样本市西林县柳湾镇人民政府,西林县柳湾镇人民政府,NAME",
    "样本省/样本市,样本市西林县柳湾镇人民政府,柳湾镇,SHORT_NAME",
    "样本省/样本市,样本市城市管理局,样本市城市管理局,NAME",
    "样本省/样本市,样本市城市管理局,管理局,NONE",
    "样本省/样本市,样本市社区卫生服务中心,社区卫生服务中心,NAME",
    "样本省/样本市,样本市园区建设办公室,建设办公室,NONE",
    "样本省/样本市/东岸区,样本市东岸区总工会,东岸区工会,SHORT_NAME",
    "样本省/样本市/东岸区,样本市东岸区总工会,东岸工会,SHORT_NAME",
    "样本省/样本市/东岸区,样本市东岸区人民政府办公室,东岸区府办,SHORT_NAME",
    "样本省/样本市/东岸区,样本市东岸区人民政府办公室,东岸区政府办,SHORT_NAME",
    "'',样河市东山区住房和城乡建设局,样河市东山区住建局,SHORT_NAME",
    "'',样河市东山区住房和城乡建设局,东山区住房和城乡建设局,NAME",
    "'',样河市第三中学,样河市三中,SHORT_NAME",
    "'',样河市第一高级中学,样河一中,SHORT_NAME",
    "'',样河市第二人民医院,样河市二院,SHORT_NAME",
    "'',样河市第三中学,样河市二中,NONE",
    "'',城市管理局,城市管理局,NAME",
    "'',城市管理局,城市,NONE",
    "样本省/样本市/东岸区,样本市东岸区总工会,东岸区总工会,NAME"
  })
  void typed_names_are_matched_with_the_places_that_the_name_states(
      String region, String name, String typed, KnownAgency.NameFit fit) {
    List<String> path = region.isEmpty() ? List.of() : List.of(region.split("/"));
    assertThat(KnownAgency.of(path, name).matchName(typed)).isEqualTo(fit);
  }
}
