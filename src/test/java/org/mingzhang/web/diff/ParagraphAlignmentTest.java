package org.mingzhang.web.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.Seed;

class ParagraphAlignmentTest {
  @ParameterizedTest
  @CsvSource({
    "支出决算为4.28万元, 支出决算为6.28万元, 支出决算为[4.28]万元, 支出决算为[6.28]万元",
    "比上年增加12%, 比上年减少12%, 比上年[增加]12%, 比上年[减少]12%",
    "完成 预算 的70%, 完成预算的70%, 完成 预算 的70%, 完成预算的70%",
    "公务接待费0万元, 公务接待费0万元。主要是压减, 公务接待费0万元, 公务接待费0万元[。主要是压减]",
    "一共 5 项, 二共 5 项, [一]共 5 项, [二]共 5 项",
    "甲 乙 丙丁, 丙丁 戊 己, [甲 乙 ]丙丁, 丙丁 [戊 己]",
  })
  void words_that_the_other_side_has_not_are_marked(
      String left, String right, String shownLeft, String shownRight) {
    TextDiff diff = TextDiff.compute(left, right);
    assertThat(shown(diff.left())).isEqualTo(shownLeft);
    assertThat(shown(diff.right())).isEqualTo(shownRight);
  }

  @Test
  void white_space_of_any_kind_is_not_compared() {
    assertThat(TextDiff.compute("完成\u00A0预算\u3000的 70%\u2003", "完成预算的70%").isSame()).isTrue();
  }

  private static String shown(List<TextDiff.Run> runs) {
    return runs.stream()
        .map(r -> r.differs() ? "[" + r.text() + "]" : r.text())
        .collect(Collectors.joining());
  }

  @Test
  void a_paragraph_that_came_in_between_does_not_shift_the_others() {
    ParagraphAlignment rows =
        ParagraphAlignment.align(
            List.of("一、收入总体情况，收入总计465.38万元。", "二、支出总体情况，支出总计465.38万元。"),
            List.of("一、收入总体情况，收入总计552.83万元。", "本年新增专项转移支付说明如下。", "二、支出总体情况，支出总计552.83万元。"));
    assertThat(rows.rows())
        .extracting(ParagraphAlignment.AlignedParagraphs::kind)
        .containsExactly(
            ParagraphAlignment.DifferenceKind.CHANGED,
            ParagraphAlignment.DifferenceKind.RIGHT_ONLY,
            ParagraphAlignment.DifferenceKind.CHANGED);
    assertThat(rows.differences()).isEqualTo(3);
  }

  @Test
  void equal_texts_have_no_differences() {
    ParagraphAlignment rows = ParagraphAlignment.align(List.of("甲乙", "丙"), List.of("甲乙", "丙"));
    assertThat(rows.differences()).isZero();
    assertThat(rows.rows()).hasSize(2);
  }

  @Test
  void very_long_texts_are_compared_in_part_and_say_so() {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      many.add("第" + i + "段");
    }
    assertThat(ParagraphAlignment.align(many, List.of("甲")).paragraphsOmitted()).isTrue();
  }

  @Test
  void nothing_of_either_text_is_lost_and_the_order_stays() {
    long seed = Seed.next();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<String> left = paragraphs(random);
      List<String> right = paragraphs(random);
      ParagraphAlignment rows = ParagraphAlignment.align(left, right);
      assertThat(
              joined(rows.rows().stream().map(ParagraphAlignment.AlignedParagraphs::left).toList()))
          .as("seed %d", seed)
          .isEqualTo(String.join("", left));
      assertThat(
              joined(
                  rows.rows().stream().map(ParagraphAlignment.AlignedParagraphs::right).toList()))
          .as("seed %d", seed)
          .isEqualTo(String.join("", right));
    }
  }

  private static List<String> paragraphs(Random random) {
    List<String> paragraphs = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      StringBuilder text = new StringBuilder();
      for (int n = 1 + random.nextInt(12); n > 0; n--) {
        text.append("收支总计 1.2万元，年".charAt(random.nextInt(11)));
      }
      paragraphs.add(text.toString());
    }
    return paragraphs;
  }

  private static String joined(List<List<TextDiff.Run>> rows) {
    return rows.stream()
        .flatMap(List::stream)
        .map(TextDiff.Run::text)
        .collect(Collectors.joining());
  }
}
