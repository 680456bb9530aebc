package org.mingzhang.audit.fact;

import java.math.BigDecimal;
import org.mingzhang.model.Finding.Place;

/**
 * An amount that a place of the document gives to a standard name.
 *
 * @param name standard name, for example {@code 本年支出合计}
 * @param value the amount in 万元
 * @param printed the amount as printed, with its unit
 * @param place where it stands
 * @param table whether it stands in an account table
 */
public record Fact(String name, BigDecimal value, String printed, Place place, boolean table) {
  /** Whether another place agrees, but for what rounding to two decimals of 万元 allows. */
  public boolean agrees(Fact other) {
    int decimals = Math.min(2, Math.min(value.scale(), other.value.scale()));
    BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(-decimals);
    return value.subtract(other.value).abs().compareTo(unit.add(unit)) <= 0;
  }
}
