package org.mingzhang.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Titles that say that they replace an earlier publication. */
class CorrectionMarkTest {
  private static final String TITLE = "样本市林业局2024年度部门决算";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s（更正版）",
        "%s（更正）",
        "%s(修订)",
        "更正后的%s",
        "【更正】%s",
        "%s更正后",
        "%s-修订版",
        "%s（2025年9月更正）",
        "%s（第二次更正）",
        "%s（重新公开）",
        "%s（第二次公开）"
      })
  void a_mark_is_found_and_removed(String form) {
    String title = form.formatted(TITLE);
    assertThat(CorrectionMark.isIn(title)).isTrue();
    assertThat(CorrectionMark.removeFrom(title)).isEqualTo(TITLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TITLE,
        TITLE + "（草案）",
        "关于更正样本市林业局2024年度部门决算的公告",
        "样本市地方志修订办公室2024年度部门决算",
        "样本市住房局老旧小区（城市更新）项目绩效自评表",
        "样本市林业局2024年度部门决算（第一次公开）"
      })
  void other_titles_have_no_mark(String title) {
    assertThat(CorrectionMark.isIn(title)).isFalse();
    assertThat(CorrectionMark.removeFrom(title)).isEqualTo(title);
  }
}
