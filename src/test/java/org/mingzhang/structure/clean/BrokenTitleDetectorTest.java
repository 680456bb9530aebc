package org.mingzhang.structure.clean;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenTitleDetectorTest {
  @ParameterizedTest
  @CsvSource({
    "六、关于2024年度一般公共预算财政拨款基本支出决算情况,说明,true",
    "附件1：样本县审计局2023年度审计业务经费项目绩效自评报,告,true",
    "（二）绩效评价原则、评价指标体系（附表说明）、评价方法、,评价标准等,true",
    "第二部分 样本市样例区科学技术局,2024年度部门决算表,true",
    "1.农林水支出（类）农业农村（款）,行政运行（项）。年初预算为1万元。,true",
    "1.“农林水支出（类）农业农村（款）科技转化,与推广服务（项）”20.04 万元。,true",
    "3.“教育支出（类）其他教育支出（款）其他教育支出,（项）”16.24 万元。,true",
    "1.农林水支出（类）农业农村（款）行政运行,2.农林水支出（类）水利（款）行政运行（项）,false",
    "八、政府性基金预算财政拨款收入支出决算情况说明,无。,false",
    "一、部门职责,负责保障全县水资源的合理开发利用。,false",
    "一、收入情况。收入合计10万元,说明,false"
  })
  void a_title_goes_on_where_it_cannot_be_whole(String title, String next, boolean goesOn) {
    assertThat(BrokenTitleDetector.continuesOnNextLine(title, next, !title.startsWith("第")))
        .isEqualTo(goesOn);
  }
}
