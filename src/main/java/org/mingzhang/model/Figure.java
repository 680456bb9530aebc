package org.mingzhang.model;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money, or a rate of one, that the document states, under a normalized name.
 *
 * @param sectionPath path of the section that contains it
 * @param name normalized name, for example {@code 收入总计}
 * @param item functional item (类, 款, 项), economic item or project; null for the whole
 * @param code functional or economic classification code of the item, or null
 * @param value decimal string as printed, without thousands separators
 * @param unit unit as printed at the number or above the table: 元, 千元, 万元, 百万元 or 亿元; {@code %} for
 *     a rate
 * @param year fiscal year, or null if unknown
 * @param quote sentence or table row that contains it
 * @param page 1-based page of the number
 * @param isFromTable whether it was read from a table
 */
public record Figure(
    String sectionPath,
    String name,
    @Nullable String item,
    @Nullable String code,
    String value,
    String unit,
    @Nullable Integer year,
    String quote,
    int page,
    boolean isFromTable) {

  private static final Map<String, Integer> UNIT_EXPONENT =
      Map.of("元", 0, "千元", 3, "万元", 4, "百万元", 6, "亿元", 8);

  /**
   * The exact amount in 元; empty if the unit is not one of money.
   *
   * @throws NumberFormatException if the value is not a decimal number
   */
  public Optional<BigDecimal> yuan() {
    Integer power = UNIT_EXPONENT.get(unit);
    return power == null
        ? Optional.empty()
        : Optional.of(new BigDecimal(value).scaleByPowerOfTen(power));
  }
}
