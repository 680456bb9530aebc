package org.mingzhang.web.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PackageNameChooserTest {
  /** Two regions whose hashes begin with the same eight digits. */
  private static final List<List<String>> ALIKE =
      List.of(List.of("示例省", "样本市", "第1396区"), List.of("示例省", "样本市", "第24883区"));

  private final PackageNameChooser names = new PackageNameChooser();

  @Test
  void a_name_is_code_and_year_or_says_what_is_missing() {
    assertThat(names.choose(List.of("示例省"), "990000", 2024)).isEqualTo("990000-2024");
    assertThat(names.choose(List.of("示例省"), "990000", null)).isEqualTo("990000-undated");
    assertThat(names.choose(List.of(), null, 2024)).isEqualTo("none-2024");
    assertThat(names.choose(List.of("示例省", "无码区"), null, 2024)).matches("x[0-9a-f]{8}-2024");
  }

  @Test
  void no_two_regions_have_one_name() {
    assertThat(names.choose(ALIKE.getFirst(), null, 2024)).isEqualTo("xde8557ab-2024");
    assertThat(names.choose(ALIKE.getLast(), null, 2024)).matches("xde8557ab[0-9a-f]{8}-2024");
    assertThat(names.choose(List.of("甲省"), "990000", 2024)).isEqualTo("990000-2024");
    assertThat(names.choose(List.of("乙省"), "990000", 2024)).matches("x[0-9a-f]{8}-2024");
  }
}
