package org.mingzhang.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.account.AccountName;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.question.NumericQuestion;
import org.mingzhang.question.QuestionOperator;

class QuestionOfOtherYearTest {
  @ParameterizedTest
  @CsvSource({
    "哪些区三公经费上涨, , , 2022年哪些区三公经费上涨",
    "2024年哪些区三公经费上涨, 2024, , 2022年哪些区三公经费上涨",
    "东岸区总工会2024年度三公经费比2023年, 2024, , 东岸区总工会2022年度三公经费比2023年",
    "three public rose, , , three public rose 2022",
    "东岸区三公经费, , 预算, 2022年东岸区三公经费 预算",
    "东岸区三公经费, , -, 2022年东岸区三公经费",
    "2024年东岸区三公经费, 2024, 决算, 2022年东岸区三公经费 决算"
  })
  void the_year_is_replaced_or_added(
      String typed, Integer year, @Nullable String stage, String expected) {
    NumericQuestion question =
        new NumericQuestion(
            new AccountName(
                ChartOfAccounts.agencies().findAccount("三公经费").orElseThrow(),
                null,
                null,
                null,
                null),
            new NumericQuestion.AskedAgencies("", List.of(), true, true),
            year == null ? List.of() : List.of(year),
            1,
            QuestionOperator.RISE,
            null,
            null);
    assertThat(new QuestionOfOtherYear(question, typed).write(2022, stage)).isEqualTo(expected);
  }
}
