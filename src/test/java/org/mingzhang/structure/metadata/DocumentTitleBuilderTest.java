package org.mingzhang.structure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests titles to which the title of the contents below them was joined. */
class DocumentTitleBuilderTest {
  @ParameterizedTest
  @CsvSource({
    "故城县样本院2018年部门预算信息公开目录, 故城县样本院2018年部门预算",
    "盐边县样本乡人民政府|2017年部门决算编制说明|2017年部门决算公开目录, 盐边县样本乡人民政府2017年部门决算编制说明",
    "随州市样本管理处2021年度决算公开说明|（目录）, 随州市样本管理处2021年度决算公开说明",
  })
  void contents_are_no_part_of_the_title(String cover, String title) {
    assertThat(Documents.read("scan.pdf", cover.split("\\|")).title()).isEqualTo(title);
  }
}
