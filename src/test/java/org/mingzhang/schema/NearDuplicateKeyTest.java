package org.mingzhang.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mingzhang.Seed;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Region;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;

class NearDuplicateKeyTest {
  private static long key(String agency, String title, String text) {
    DocumentMetadata about =
        new DocumentMetadata(
            null,
            false,
            agency,
            new Region("990101", List.of("示例省", "样本市", "东岸区")),
            2024,
            null,
            null,
            List.of());
    return NearDuplicateKey.compute(
        new Section(
            "1",
            "一",
            title,
            1,
            Topic.OTHER,
            1,
            false,
            false,
            List.of(new Section.Paragraph(1, text))),
        about);
  }

  @Test
  void names_years_selves_and_punctuation_make_no_difference() {
    long one = key("样本市东岸区教育局", "公务接待费", "本单位2024年度未发生公务接待费支出。");
    assertThat(one).isNotZero();
    assertThat(key("样本市东岸区财政局", "公务接待费", "样本市东岸区财政局2023年未发生“公务接待费”支出")).isEqualTo(one);
    assertThat(key("东岸区总工会", "公务接待费：", "我部门 未发生公务接待费支出。")).isEqualTo(one);
  }

  @Test
  void amounts_and_headings_do() {
    long one = key("样本市东岸区教育局", "公务接待费", "公务接待费支出1.20万元，接待5批次。");
    assertThat(key("样本市东岸区教育局", "公务接待费", "公务接待费支出12.0万元，接待5批次。")).isNotEqualTo(one);
    assertThat(key("样本市东岸区教育局", "会议费", "公务接待费支出1.20万元，接待5批次。")).isNotEqualTo(one);
    assertThat(key("样本市东岸区教育局", "公务接待费", "公务接待费支出0.00万元，接待0批次。"))
        .isEqualTo(key("样本市东岸区教育局", "公务接待费", "公务接待费支出0万元，接待0批次。"));
  }

  /**
   * Equal to the slower removal by regular expression, by which the keys of existing indexes were
   * made.
   */
  @Test
  void letters_and_numbers_are_kept_as_patterns_would() {
    String characters = "09.，,%一万a①Ⅷ𠮷 \n支";
    int[] points = characters.codePoints().toArray();
    Random random = new Random(Seed.next());
    for (int round = 0; round < 4000; round++) {
      StringBuilder made = new StringBuilder();
      for (int i = random.nextInt(16); i > 0; i--) {
        made.appendCodePoint(points[random.nextInt(points.length)]);
      }
      assertThat(NearDuplicateKey.keepLettersAndNumbers(made.toString()))
          .as(made.toString())
          .isEqualTo(made.toString().replaceAll("(?<!\\d)\\.|\\.(?!\\d)|[^\\p{L}\\p{N}.]+", ""));
    }
  }

  @Test
  void what_says_too_little_is_like_nothing() {
    assertThat(key("样本市东岸区教育局", "说明", "无。")).isZero();
    assertThat(key("样本市东岸区教育局", "公务接待费支出决算情况", "")).isZero();
  }
}
