package org.mingzhang.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.Seed;

class SearchNormalizerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "“三公”经费|三公经费",
        "\"三公\" 经 费|三公经费",
        "「三公」經費|三公经费",
        "《预算法》|《预算法》",
        "著力|着力",
        "显著|显着",
        "財辦預〔2020〕104號|财办预[2020]104号",
        "﹝2020﹞104号|[2020]104号",
        "ＡＢＣ１２％|abc12%",
        "1,050.00万元|1050.00万元",
        "1，050，000元|1050000元",
        "2023,2024|2023,2024",
        "3，4|3,4",
        "12,0505|12,0505",
        "漢陽區總工會|汉阳区总工会",
        "著作权、覆盖|着作权、覆盖",
        "㎡…①|m2...1",
        "（一）、—|(一)、—",
        "ﬁ\u200bn|fin"
      })
  void text_is_folded(String original, String folded) {
    assertThat(SearchNormalizer.fold(original)).isEqualTo(folded);
  }

  @Test
  void the_normal_form_of_every_character_is_its_own_normal_form() {
    for (int c = 0; c < 0x20000; c++) {
      if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        String folded = SearchNormalizer.fold(Character.toString(c));
        assertThat(SearchNormalizer.fold(folded)).as("U+%04X", c).isEqualTo(folded);
      }
    }
    assertThat(SearchNormalizer.fold("薴")).isEqualTo(SearchNormalizer.fold("苎"));
  }

  @Test
  void line_breaks_and_all_kinds_of_space_are_dropped() {
    assertThat(SearchNormalizer.fold("工\n会\r\n经\u3000费\u00a0 \t1,\n050")).isEqualTo("工会经费1050");
  }

  @Test
  void every_index_maps_back_to_the_original() {
    String original = " “三 公”㎡ 1,050元";
    NormalizedText text = SearchNormalizer.normalize(original);
    assertThat(text.text()).isEqualTo("三公m21050元");
    assertThat(original.substring(text.originalStart(0), text.originalEnd(2))).isEqualTo("三 公");
    assertThat(original.substring(text.originalStart(2), text.originalEnd(4))).isEqualTo("㎡");
    assertThat(original.substring(text.originalStart(4), text.originalEnd(8))).isEqualTo("1,050");
    assertThat(text.hasSeparatorBefore(5)).isTrue();
    assertThat(text.hasSeparatorBefore(4)).isFalse();
    assertThat(text.originalStart(text.length())).isEqualTo(original.length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1,05|105|1,05", "1,050,0|10500|1050,0", "共1,050|共1050|共1,050"})
  void a_query_that_may_end_inside_a_number_has_two_readings(String query, String a, String b) {
    assertThat(SearchNormalizer.findVariants(query)).containsExactly(a, b);
  }

  @Test
  void a_query_that_ends_elsewhere_has_one_reading() {
    assertThat(SearchNormalizer.findVariants("1,050元")).containsExactly("1050元");
    assertThat(SearchNormalizer.findVariants(",050")).containsExactly(",050");
  }

  @Test
  void words_keep_the_space_that_separates_them() {
    assertThat(SearchNormalizer.normalizeWords("工 会 a b\t12 34\n元").text())
        .isEqualTo("工会a b 12 34 元");
  }

  @Test
  void folding_a_folded_text_changes_nothing_and_parts_fold_to_parts() {
    long seed = Seed.next();
    Random random = new Random(seed);
    for (int round = 0; round < 2000; round++) {
      String text = randomText(random);
      String folded = SearchNormalizer.fold(text);
      assertThat(SearchNormalizer.fold(folded)).as("seed %s: %s", seed, text).isEqualTo(folded);
      int from = random.nextInt(text.length());
      int to = from + random.nextInt(text.length() - from);
      List<String> readings = SearchNormalizer.findVariants(text.substring(from, to));
      assertThat(readings.stream().map(r -> r.replace(",", "")).toList())
          .as("seed %s", seed)
          .allMatch(r -> folded.replace(",", "").contains(r));
    }
  }

  private static String randomText(Random random) {
    String alphabet = "三公經費 “”\"，,1234567890.（）\n\tＡａ㎡漢";
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(30);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
