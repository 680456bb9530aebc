package org.mingzhang.structure.metadata;

import static org.mingzhang.structure.metadata.Documents.assertMetadata;

import org.junit.jupiter.api.Test;

/** Tests budgets that a finance department approves and sends to their agency. */
class ApprovalAddresseeFinderTest {
  @Test
  void the_addressee_is_the_agency_of_the_budget() {
    assertMetadata(
        "襄垣县财政局关于2024年度部门预算的批复\n县农业农村局：\n你单位预算已经批准。", "襄垣县农业农村局", "山西省/长治市/襄垣县", "2024", "部门预算");
    assertMetadata("化隆县财政局\n关于批复2023年部门预算的通知\n教育局：", "化隆县教育局", "青海省/海东市/化隆回族自治县", "2023", "部门预算");
  }

  @Test
  void a_place_in_the_name_of_the_addressee_is_not_repeated() {
    assertMetadata(
        "南召县财政局关于2025年部门预算的批复\n南召县云阳镇人民政府：", "南召县云阳镇人民政府", "河南省/南阳市/南召县", "2025", "部门预算");
  }

  @Test
  void several_addressees_give_no_agency() {
    assertMetadata("南召县财政局关于2025年部门预算的批复\n县直各预算单位：", "南召县财政局", "河南省/南阳市/南召县", "2025", "部门预算");
  }
}
