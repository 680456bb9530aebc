package org.mingzhang.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatedAbsenceDetectorTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "本单位无此项支出。",
        "2024年度未发生公务接待费支出，接待费预算为0万元，支出决算为0万元。",
        "2024 年公务接待费支出 0.00 万元，完成年初预算的 100%。",
        "本部门没有政府性基金预算财政拨款收入，也没有使用政府性基金预算财政拨款安排的支出。",
        "截至2024年12月31日，本单位无单价100万元（含）以上设备。",
        "（一）本单位2024年无国有资本经营预算财政拨款支出。",
        "本部门不涉及。",
        "空表"
      })
  void a_section_that_only_states_an_absence_is_recognized(String text) {
    assertThat(StatedAbsenceDetector.isAbsenceOnly(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "公务接待费支出3.20万元，国内公务接待5批次、38人次，没有外事接待。",
        "支出决算为0万元，比上年减少1.5万元，主要原因是没有安排出国团组。",
        "本单位负责辖区内的城市管理工作。",
        "本单位没有公务用车，租用车辆2辆。",
        "中小企业合同金额0.5万元。"
      })
  void a_section_that_states_something_else_is_not_recognized(String text) {
    assertThat(StatedAbsenceDetector.isAbsenceOnly(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"哪些部门没有公务接待支出", "未发生公务接待费", "不涉及政府采购", "零支出"})
  void a_query_for_stated_absences_is_recognized(String query) {
    assertThat(StatedAbsenceDetector.asksForAbsence(query)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"公务接待费", "无障碍设施改造", "无线电管理", "三公经费为什么增加"})
  void other_queries_are_not_recognized(String query) {
    assertThat(StatedAbsenceDetector.asksForAbsence(query)).isFalse();
  }
}
