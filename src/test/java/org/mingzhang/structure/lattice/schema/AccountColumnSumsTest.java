package org.mingzhang.structure.lattice.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;

class AccountColumnSumsTest {
  @ParameterizedTest
  @CsvSource({
    "合计 出国 接待, 8 3 5, true",
    "合计 出国 接待, 8 3 4, false",
    "合计 出国 公车/小计 公车/购置 公车/运行, 9 3 6 2 4, true",
    "合计 出国 公车/小计 公车/购置 公车/运行, 9 3 6 2 3, false",
    "预算/合计 预算/出国 预算/接待 决算/合计 决算/出国 决算/接待, 8 3 5 7 2 5, true",
    "预算/合计 预算/出国 预算/接待 决算/合计 决算/出国 决算/接待, 8 3 5 7 2 4, false",
    "合计 合计, 8 8, false",
    "合计 出国 出国 接待, 8 3 3 5, false",
    "合计 公车 公车 公车/购置, 8 3 3 5, false"
  })
  void the_total_and_the_total_of_a_group_are_sums(String titles, String amounts, boolean right) {
    List<Column> columns =
        Stream.of(titles.split(" ")).map(t -> new Column(t, ColumnType.AMOUNT)).toList();
    assertEquals(
        right, AccountColumnSums.allRowsAddUp(columns, List.of(List.of(amounts.split(" ")))));
  }
}
