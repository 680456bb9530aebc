package org.mingzhang.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountParserTest {
  @ParameterizedTest
  @CsvSource({"100万, 1000000", "1.5亿元, 150000000", "3千元, 3000"})
  void one_amount_alone_is_converted(String text, String yuan) {
    assertEquals(0, new BigDecimal(yuan).compareTo(AmountParser.parseYuan(text).orElseThrow()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,050.00|1050.00",
        "-3.5|-3.5",
        " 2 946.25|",
        "无|",
        "—|",
        "8%|",
        "(15.25)|-15.25",
        "（1,204.50）|-1204.50",
        "(1,200)|-1200",
        "▲15.25|-15.25",
        "△3|-3",
        "(3)|",
        "（12）|",
        "(15.25)万元|",
        "5.00 6.00|",
        "\u3000１２．５０|12.50",
        "\u00a0－3.5\u00a0|-3.5",
        "+20|20",
        "−8|-8",
        "，5|",
        ".5|",
        "约5|",
        "' '|"
      })
  void a_cell_is_a_number_or_nothing(String cell, String number) {
    assertEquals(
        number, AmountParser.parseNumber(cell).map(BigDecimal::toPlainString).orElse(null));
  }
}
