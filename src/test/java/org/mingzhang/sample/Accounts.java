package org.mingzhang.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The money of one invented agency in one year, in 万元, consistent in itself.
 *
 * @param agency full name
 * @param place what the agency serves: 区 or 县
 * @param year fiscal year
 * @param lastYearTotal income and expenditure of the year before
 * @param items expenditure by function
 * @param personnel part of the basic expenditure spent on people
 * @param operating the rest of the basic expenditure
 * @param vehicles budget and outcome of official vehicles
 * @param reception budget and outcome of official reception
 * @param goods procurement of goods
 * @param services procurement of services
 */
record Accounts(
    String agency,
    String place,
    int year,
    BigDecimal lastYearTotal,
    List<Item> items,
    BigDecimal personnel,
    BigDecimal operating,
    Outcome vehicles,
    Outcome reception,
    BigDecimal goods,
    BigDecimal services) {

  /**
   * An item of expenditure.
   *
   * @param code functional classification code of the 项
   * @param kind 类
   * @param group 款
   * @param name 项
   * @param outcome budget and outcome
   */
  record Item(String code, String kind, String group, String name, Outcome outcome) {}

  /**
   * A budget and what was spent.
   *
   * @param budget 年初预算数
   * @param spent 支出决算数
   */
  record Outcome(BigDecimal budget, BigDecimal spent) {
    static Outcome of(String budget, String spent) {
      return new Outcome(new BigDecimal(budget), new BigDecimal(spent));
    }

    String rate() {
      return percent(spent, budget);
    }
  }

  BigDecimal total() {
    return items.stream().map(i -> i.outcome().spent()).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  BigDecimal budget() {
    return items.stream().map(i -> i.outcome().budget()).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  BigDecimal basic() {
    return personnel.add(operating);
  }

  BigDecimal projects() {
    return total().subtract(basic());
  }

  BigDecimal change() {
    return total().subtract(lastYearTotal);
  }

  /** {@code 增加3.10万元，增长2.5%}, or the other direction. */
  String changeInWords() {
    BigDecimal change = change();
    String by = money(change.abs());
    String rate = percent(change.abs(), lastYearTotal);
    return change.signum() >= 0 ? "增加" + by + "万元，增长" + rate : "减少" + by + "万元，下降" + rate;
  }

  static String money(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  static String percent(BigDecimal part, BigDecimal whole) {
    return part.multiply(BigDecimal.valueOf(100))
            .divide(whole, 1, RoundingMode.HALF_UP)
            .toPlainString()
        + "%";
  }
}
