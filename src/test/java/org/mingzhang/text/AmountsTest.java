package org.mingzhang.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.Seed;

class AmountsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "总计 1,050.00 万元 | 1050.00 | 万元",
        "收入465.38万~元 | 465.38 | 万元",
        "收入 465.38 ~~ 万元 | 465.38 | 万元",
        "共计１２．５０万元 | 12.50 | 万元",
        "支出0元 | 0 | 元",
        "资金3.2亿元 | 3.2 | 亿元",
        "资金12百万元 | 12 | 百万元",
        "资金12千元 | 12 | 千元",
        "总预算1720.00万， | 1720.00 | 万元",
        "其中15万上缴上级 | 15 | 万元",
        "结转-3.5万元 | -3.5 | 万元",
        "共10-20万元 | 20 | 万元",
        "补助三百二十万元 | 320 | 万元",
        "补助十五元 | 15 | 元",
        "2024年度15万元 | 15 | 万元",
        "其中，24万本级使用 | 24 | 万元",
        "共3个项目,24.5万元 | 24.5 | 万元",
        "建设市场管理（项）3，518.85万元 | 3518.85 | 万元",
      })
  void reads_number_and_unit(String text, String value, String unit) {
    List<Amount> found = Amounts.find(text.replace('~', '\n'));
    assertEquals(1, found.size(), found.toString());
    assertEquals(value, found.getFirst().printed());
    assertEquals(unit, found.getFirst().unit());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "会员1.6万人",
        "藏书24万本",
        "支出1，，050万元",
        "超过120余万元",
        "支出12..5万元",
        "支出1,,050万元",
        "捐款5万美元",
        "单位：万元",
        "面积3万平方米",
        "2024年",
        "几万元",
        "元旦",
        "1元素",
        "第三元月"
      })
  void leaves_what_is_no_amount(String text) {
    assertEquals(List.of(), Amounts.find(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"支出决算为    万元", "收入 万元", "预算为____万元", "金额为XX万元"})
  void an_amount_left_blank_is_missing_and_not_zero(String text) {
    List<Amount> found = Amounts.find(text);
    assertEquals(1, found.size());
    assertTrue(found.getFirst().isMissing());
    assertTrue(found.getFirst().yuan().isEmpty());
  }

  @Test
  void a_blank_does_not_borrow_the_next_number() {
    List<Amount> found = Amounts.find("支出决算为   万元，比上年减少 3 万元");
    assertEquals(List.of("", "3"), found.stream().map(Amount::printed).toList());
  }

  @Test
  void places_are_those_of_the_original() {
    String text = "年 初 预 算 1,000.5\n0 万\n元。";
    Amount amount = Amounts.find("支出 1,000.5 万\n元。").getFirst();
    assertEquals("1,000.5 万\n元", "支出 1,000.5 万\n元。".substring(amount.start(), amount.end()));
    assertTrue(Amounts.find(text).size() <= 1);
  }

  @Test
  void numbers_with_a_blank_between_them_never_run_together() {
    assertEquals("30", Amounts.find("12 30万元").getFirst().printed());
  }

  @Test
  void printed_amounts_are_read_back() {
    long seed = Seed.next();
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      BigDecimal value = BigDecimal.valueOf(random.nextLong(2_000_000_000L), random.nextInt(3));
      String printed =
          random.nextBoolean()
              ? value.toPlainString()
              : String.format(Locale.ROOT, "%,." + value.scale() + "f", value);
      String gap = List.of("", " ", "\n", "\n\n").get(random.nextInt(4));
      List<Amount> found = Amounts.find("支出" + gap + printed + gap + "万" + gap + "元。");
      assertEquals(1, found.size(), "seed " + seed + " " + printed);
      assertEquals(value, found.getFirst().value(), "seed " + seed);
    }
  }

  @ParameterizedTest
  @CsvSource({"100万, 1000000", "1.5亿元, 150000000", "3千元, 3000"})
  void one_amount_alone_is_converted(String text, String yuan) {
    assertEquals(0, new BigDecimal(yuan).compareTo(Amounts.parseYuan(text).orElseThrow()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1,050.00|1050.00", "-3.5|-3.5", " 2 946.25|", "无|", "—|", "8%|"})
  void a_cell_is_a_number_or_nothing(String cell, String number) {
    assertEquals(number, Amounts.number(cell).map(BigDecimal::toPlainString).orElse(null));
  }

  @ParameterizedTest
  @CsvSource({"下降 13 %,13", "占99.90％,99.90", "增长百分之五,5", "降低-2.1%,-2.1", "1个,"})
  void reads_percentages(String text, String value) {
    List<Rate> found = Rates.find(CompactText.of(text));
    assertEquals(
        value, found.isEmpty() ? null : found.getFirst().value().toPlainString(), found.toString());
  }
}
