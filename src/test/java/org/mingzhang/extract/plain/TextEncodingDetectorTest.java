package org.mingzhang.extract.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which files are taken for Chinese text without a look at their signature. */
class TextEncodingDetectorTest {
  @TempDir Path folder;

  private boolean isChineseText(byte[] content) throws IOException {
    return TextEncodingDetector.isChineseUtf8Text(Files.write(folder.resolve("file"), content));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "样例市财政局2024年度部门决算\n一、主要职责",
        "2024年度部门决算\r\n第一部分",
        "\ufeff\n\n  《样例市预算》",
        "样例\t表\f第二页"
      })
  void text_that_begins_with_chinese_words(String text) throws IOException {
    assertThat(isChineseText(text.getBytes(StandardCharsets.UTF_8))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Annual report 年度报告",
        "20240101年度",
        "样例<html><body>网页",
        "样例\n%PDF-1.7",
        "样例\0样例",
        "样例\u001a",
        "%PDF-1.7 样例",
        "PK\u0003\u0004样例"
      })
  void other_files_are_left_to_their_signature(String text) throws IOException {
    assertThat(isChineseText(text.getBytes(StandardCharsets.UTF_8))).isFalse();
  }

  @Test
  void other_character_sets_are_left_to_their_signature() throws IOException {
    assertThat(isChineseText("样例市财政局".getBytes(Charset.forName("GB18030")))).isFalse();
    assertThat(isChineseText("样例市财政局".getBytes(StandardCharsets.UTF_16))).isFalse();
  }

  @Test
  void a_character_may_be_cut_at_the_end_of_the_sample() throws IOException {
    assertThat(isChineseText("样".repeat(100_000).getBytes(StandardCharsets.UTF_8))).isTrue();
    assertThat(isChineseText(("1" + "样".repeat(100_000)).getBytes(StandardCharsets.UTF_8)))
        .isTrue();
  }
}
