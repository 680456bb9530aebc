package org.mingzhang.fact.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.fact.FactReader;
import org.mingzhang.model.Fact;

/** Names that an account had before, and names of what is left at the end of a year. */
class FormerAndYearEndNamesTest {
  private static List<String> accountsOf(String title, String heading, String text) {
    Paragraphs.Example example = new Paragraphs.Example(title, heading, text, List.of(), List.of());
    return new FactReader()
        .read(example.disclosure(text)).stream()
            .filter(f -> f.printed().equals("126"))
            .map(Fact::account)
            .distinct()
            .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          我县地方财政一般预算收入完成126万元，增长3%。 | 一般公共预算收入
          全县财政一般预算收入完成126万元，增长3%。 | 一般公共预算收入
          全县一般预算内收入完成126万元。 | 一般公共预算收入
          全县地方财政一般预算支出完成126万元，增长3%。 | 一般公共预算支出
          收支相抵，年终结余126万元，全部结转下年使用。 | 结转下年
          收支相抵，结余126万元，结转下年使用。 | 结转下年
          收支相抵，年末结余资金126万元，已结转下年。 | 结转下年
          收支相抵，年终结余126万元。 | 年终结余
          收支相抵，当年结余126万元。 | 收支结余
          """)
  void a_report_of_a_government(String text, String account) {
    assertThat(accountsOf("样坪县2010年预算执行情况的报告", "收支完成情况", text)).containsExactly(account);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          收支相抵，结余126万元，全部结转下年使用。 | 年末结转和结余
          收支相抵，当年结余126万元。 | 收支结余
          本年收支结余126万元。 | 收支结余
          """)
  void accounts_of_an_agency(String text, String account) {
    assertThat(accountsOf("样坪县林业局2014年度部门决算", "收支情况", text)).containsExactly(account);
  }
}
