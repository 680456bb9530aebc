package org.mingzhang.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeadlineAccountsTest {
  @Test
  void every_one_is_an_account_of_its_chart_and_stands_once() {
    HeadlineAccounts headlines = HeadlineAccounts.standard();
    assertThat(headlines.agencyAccounts())
        .isNotEmpty()
        .allMatch(name -> ChartOfAccounts.agencies().findAccount(name).isPresent());
    assertThat(headlines.governmentAccounts())
        .isNotEmpty()
        .allMatch(name -> ChartOfAccounts.governments().findAccount(name).isPresent());
    assertThat(headlines.accounts()).doesNotHaveDuplicates();
  }

  @Test
  void others_come_behind() {
    HeadlineAccounts headlines = HeadlineAccounts.standard();
    assertThat(headlines.rank(headlines.accounts().getFirst())).isZero();
    assertThat(headlines.rank("没有这项")).isEqualTo(headlines.accounts().size());
  }
}
