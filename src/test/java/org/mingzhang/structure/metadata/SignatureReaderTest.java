package org.mingzhang.structure.metadata;

import static org.mingzhang.structure.metadata.Documents.assertMetadata;

import org.junit.jupiter.api.Test;

/** Tests agencies named only by the signature below the text. */
class SignatureReaderTest {
  @Test
  void a_name_above_the_day_signs_the_text() {
    assertMetadata(
        """
        现将我单位2024年部门预算公开如下：
        一、基本职能
        负责全县城乡规划。
        二、收支情况
        2024年收入预算320万元。
        隆回县城乡规划服务中心
        2024年2月20日
        """,
        "隆回县城乡规划服务中心",
        "湖南省/邵阳市/隆回县",
        "2024",
        "部门预算");
  }

  @Test
  void a_firm_that_signs_is_not_the_body() {
    assertMetadata(
        """
        2023年度部门整体支出绩效评价报告
        一、基本情况
        本部门开展了工作。
        长沙市样本咨询有限公司
        2024年5月20日
        """,
        "-",
        "-",
        "2023",
        "部门整体支出绩效自评");
  }
}
