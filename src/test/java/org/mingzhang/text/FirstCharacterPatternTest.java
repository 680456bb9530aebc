package org.mingzhang.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mingzhang.Seed;

class FirstCharacterPatternTest {
  private static final String CHARACTERS = "0123年度.,%月日、(本上当单位支出 ";

  @Test
  void matches_that_begin_with_a_tried_character_are_removed_or_replaced() {
    FirstCharacterPattern zero =
        new FirstCharacterPattern(
            Pattern.compile("(?<![\\d.])0(?:\\.0+)?(?![\\d.])"), c -> c == '0');
    assertThat(zero.removeFrom("支出0元，1.0万元，0.00元，10元")).isEqualTo("支出元，1.0万元，元，10元");
    assertThat(zero.replaceIn("支出0.00元", "0")).isEqualTo("支出0元");
    assertThat(zero.removeFrom("")).isEmpty();
  }

  @Test
  void the_result_is_that_of_replace_all() {
    Random random = new Random(Seed.next());
    FirstCharacterPattern[] patterns = {
      new FirstCharacterPattern(
          Pattern.compile("(?:\\d{4}|[上本当])年度?"),
          c -> (c >= '0' && c <= '9') || "上本当".indexOf(c) >= 0),
      new FirstCharacterPattern(Pattern.compile("(?<![\\d.])0(?:\\.0+)?(?![\\d.])"), c -> c == '0'),
      new FirstCharacterPattern(
          Pattern.compile("\\d[\\d.]*%|\\(\\d{1,2}\\)|(?<!\\d)\\d{1,2}[、.](?!\\d)"),
          c -> (c >= '0' && c <= '9') || c == '('),
      new FirstCharacterPattern(Pattern.compile("本(?:单位|上)"), c -> c == '本')
    };
    for (int round = 0; round < 4000; round++) {
      StringBuilder made = new StringBuilder();
      int length = random.nextInt(24);
      for (int i = 0; i < length; i++) {
        made.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
      }
      String text = made.toString();
      for (FirstCharacterPattern each : patterns) {
        assertThat(each.replaceIn(text, "_"))
            .as(text)
            .isEqualTo(each.pattern().matcher(text).replaceAll("_"));
      }
    }
  }
}
