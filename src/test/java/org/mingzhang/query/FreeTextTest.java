package org.mingzhang.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.analysis.Synonyms;

class FreeTextTest {
  private final WordQueryFactory words = new WordQueryFactory(Synonyms.standard());

  @ParameterizedTest
  @CsvSource({
    "2023, '', 2023",
    "2023年度部门决算, 部门决算, 2023",
    "总工会23年三公经费, 总工会 三公经费, 2023",
    "二〇二三年三公经费, 三公经费, 2023",
    "二零二四年度三公经费, 三公经费, 2024",
    "2022年和2023年, '', 2022 2023",
    "2023万元, 2023 万元, ''",
    "2023.5, 2023.5, ''",
    "近10年来, 近 10, ''",
    "哪些项目超支, 项目 超支, ''",
    "三公经费花了多少钱, 三公经费, ''",
    "有多少, 有 多少, ''"
  })
  void years_and_words_that_only_ask_are_told_apart(String typed, String read, String years) {
    FreeText run = words.analyze(typed);
    assertThat(String.join(" ", run.words())).isEqualTo(read);
    List<Integer> named = run.years().stream().map(FreeText.Year::value).toList();
    assertThat(named.stream().map(String::valueOf).collect(Collectors.joining(" ")))
        .isEqualTo(years);
  }
}
