package org.mingzhang.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeadlinesTest {
  @Test
  void every_one_is_an_account_of_the_chart() {
    assertThat(Headlines.standard().accounts())
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allMatch(name -> Chart.standard().findAccount(name).isPresent());
  }

  @Test
  void others_come_behind() {
    Headlines headlines = Headlines.standard();
    assertThat(headlines.rank(headlines.accounts().getFirst())).isZero();
    assertThat(headlines.rank("没有这项")).isEqualTo(headlines.accounts().size());
  }
}
