package org.mingzhang.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.FindingGap;

/** Gaps between the stated and the computed numbers of findings, as rules print them. */
class NumberWithUnitTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          11.90万元       | 12.30万元       | 4000       | 3.252
          58416千元       | 59316千元       | 900000     | 1.5173
          109,881万元     | 116,451万元     | 65700000   | 5.6419
          0.5万元         | 0.05万元        | 4500       | 900
          21.70万元       | ≤ 18.27万元     | 34300      | 18.7739
          1.2亿元         | 12000万元       | 0          | 0
          0.3万元         | 2,961.68万元    | 29613800   | 99.9899
          15.87           | 4.28万元        | 115900     | 270.7944
          −2.00万元       | 2.00万元        | 40000      | 200
          3元             | 2.5元           | 0.5        | 20
          """)
  void amounts_are_apart_in_yuan_and_in_percent_of_what_they_should_be(
      String stated, String computed, String yuan, String percent) {
    assertThat(NumberWithUnit.computeGap(stated, computed, null))
        .isEqualTo(new FindingGap(new BigDecimal(yuan), new BigDecimal(percent)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          118.33%   | 108.33%   | 6000000     | 600000     | 10
          2.05%     | −2.50%    | 12000000    | 546000     | 4.55
          71.73%    | 71.65%    | 29400500    | 23520.4    | 0.08
          """)
  void rates_are_apart_in_points_and_in_yuan_of_what_they_are_rates_of(
      String stated, String computed, String base, String yuan, String percent) {
    assertThat(NumberWithUnit.computeGap(stated, computed, new BigDecimal(base)))
        .isEqualTo(new FindingGap(new BigDecimal(yuan), new BigDecimal(percent)));
  }

  @Test
  void a_rate_of_an_unknown_amount_has_no_gap_in_yuan() {
    assertThat(NumberWithUnit.computeGap("90%", "70.39%", null))
        .isEqualTo(new FindingGap(null, new BigDecimal("19.61")));
  }

  @Test
  void what_should_be_nothing_has_no_gap_in_percent() {
    assertThat(NumberWithUnit.computeGap("3万元", "0万元", null))
        .isEqualTo(new FindingGap(new BigDecimal("30000"), null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          100%      | —
          20        | 15
          1辆       | 0万元
          2022年    | 2023年
          12%       | 3万元
          省级财政  | 本级财政
          5分       | 6分
          编制4     | 在职6
          """)
  void counts_points_and_words_have_none(String stated, String computed) {
    assertThat(NumberWithUnit.computeGap(stated, computed, BigDecimal.TEN)).isNull();
  }

  @Test
  void a_finding_without_numbers_has_none() {
    assertThat(NumberWithUnit.computeGap(null, null, null)).isNull();
    assertThat(NumberWithUnit.computeGap("3万元", null, null)).isNull();
  }
}
