package org.mingzhang.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.account.ChartOfAccounts;

class EnglishGlossaryTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "three public | 三公经费",
        "Three Public Expenses | 三公经费",
        "\"official receptions\" 2024 | 公务接待费 2024",
        "the budget of the trade unions in Wuhan | 预算 总工会 武汉",
        "reception 汉阳区 | 公务接待费 汉阳区",
        "overseas trips in Hubei? | 因公出国 湖北",
        "procurement of goods | 政府采购货物",
        "women's federation salaries | 妇联 人员经费",
        "how much does the district spend on official receptions | 公务接待费",
        "Which offices spent most on receptions in 2024 | 哪些单位 最多 公务接待费 2024",
        "which districts' official receptions fell | 哪些区 公务接待费 减少",
        "reception zzzz | 公务接待费 zzzz"
      })
  void english_terms_are_put_into_those_of_the_documents(String query, String chinese) {
    assertThat(EnglishGlossary.standard().translate(query)).contains(chinese);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "三公经费",
        "zzzz",
        "the of",
        "agency:budget",
        "budget OR debt",
        "gongwujiedaifei"
      })
  void anything_else_is_left_as_it_is(String query) {
    assertThat(EnglishGlossary.standard().translate(query)).isEmpty();
  }

  @Test
  void every_account_is_found_by_its_english_name() {
    assertThat(ChartOfAccounts.agencies().accounts())
        .allSatisfy(
            account ->
                assertThat(EnglishGlossary.standard().translate(account.english()))
                    .as(account.english())
                    .isPresent());
  }
}
