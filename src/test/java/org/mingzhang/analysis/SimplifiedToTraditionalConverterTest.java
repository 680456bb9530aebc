package org.mingzhang.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.text.TraditionalToSimplifiedConverter;

class SimplifiedToTraditionalConverterTest {
  @ParameterizedTest
  @CsvSource({
    "部门决算 › 机关运行经费, 部門決算 › 機關運行經費",
    "发展与头发, 發展與頭髮",
    "以后、皇后, 以後、皇后",
    "一千里里的事, 一千里裡的事",
    "核对原件，以原件为准, 核對原件，以原件為準",
    "复制链接；复查；回复, 複製鏈接；複查；回覆",
    "“三公”经费, 「三公」經費",
    "项目资金 12.50 万元 ABC, 項目資金 12.50 萬元 ABC",
    "干部干净, 幹部乾淨",
    "下面的面条, 下面的麪條",
    "制度与制造, 制度與製造"
  })
  void characters_with_several_traditional_forms_are_read_by_their_words(
      String simplified, String traditional) {
    assertThat(SimplifiedToTraditionalConverter.convert(simplified)).isEqualTo(traditional);
  }

  @Test
  void the_words_of_the_pages_come_back_when_they_are_simplified_again() throws IOException {
    Properties words = new Properties();
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(getClass().getResourceAsStream("/messages/zh.properties")),
            StandardCharsets.UTF_8)) {
      words.load(in);
    }
    words.forEach(
        (key, text) ->
            assertThat(
                    unquoted(
                        TraditionalToSimplifiedConverter.simplify(
                            SimplifiedToTraditionalConverter.convert(text.toString()))))
                .as(key.toString())
                .isEqualTo(unquoted(TraditionalToSimplifiedConverter.simplify(text.toString()))));
  }

  /** Quotation marks change with the script. */
  private static String unquoted(String text) {
    return text.replaceAll("[“”「」]", "'");
  }
}
