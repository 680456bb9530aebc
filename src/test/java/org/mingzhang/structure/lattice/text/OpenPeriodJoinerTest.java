package org.mingzhang.structure.lattice.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OpenPeriodJoinerTest {
  @Test
  void a_date_alone_below_an_open_period_is_its_end() {
    for (List<String> parts :
        List.of(
            List.of("2023.04-", "2023.11"),
            List.of("2023年4月至", "2023年11月底"),
            List.of("2023/4/1～", "2023/11/30"))) {
      assertThat(
              OpenPeriodJoiner.join(
                  List.of(
                      List.of("1", "12.00", parts.getFirst()), List.of("", parts.getLast(), ""))))
          .containsExactly(List.of("1", "12.00", parts.getFirst() + parts.getLast()));
    }
  }

  @Test
  void other_rows_are_kept() {
    for (List<List<String>> rows :
        List.of(
            List.of(List.of("1", "12.00", "2023.04"), List.of("", "2023.11", "")),
            List.of(List.of("1", "12.00", "2023.04-"), List.of("", "18.50", "")),
            List.of(List.of("1", "12.00", "2023.04-"), List.of("2", "2023.11", "")))) {
      assertThat(OpenPeriodJoiner.join(rows)).isEqualTo(rows);
    }
  }
}
