package org.mingzhang.audit.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How far printed numbers may be from what other numbers give. */
public final class Tolerance {
  private static final BigDecimal SLACK = new BigDecimal("0.1");
  private static final BigDecimal CENT = new BigDecimal("0.01");
  private static final BigDecimal HALF_CENT = new BigDecimal("0.005");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Tolerance() {}

  /** Half a unit of the last printed digit. */
  public static BigDecimal half(BigDecimal printed) {
    return BigDecimal.ONE.movePointLeft(Math.max(printed.scale(), 0)).divide(BigDecimal.TWO);
  }

  /** part ÷ whole in per cent. */
  public static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return part.multiply(HUNDRED).divide(whole, MathContext.DECIMAL64);
  }

  /**
   * Whether a printed rate agrees with part ÷ whole: within half a unit of its last digit, a tenth
   * of a percentage point, and what the rounding of the amounts themselves allows. A small rate
   * must also be right within a quarter of itself, truncation let pass.
   */
  public static boolean rateAgrees(BigDecimal stated, BigDecimal part, BigDecimal whole) {
    return rateAgrees(stated, part, whole, false);
  }

  /**
   * Whether a printed rate agrees with two amounts.
   *
   * @param cents whether the document prints amounts to the cent, so that {@code 3万元} is 3.00 and
   *     not anything between 2.5 and 3.5
   */
  public static boolean rateAgrees(
      BigDecimal stated, BigDecimal part, BigDecimal whole, boolean cents) {
    BigDecimal slackPart = cents ? half(part).min(HALF_CENT) : half(part);
    BigDecimal slackWhole = cents ? half(whole).min(HALF_CENT) : half(whole);
    BigDecimal low = percent(part.subtract(slackPart), whole.add(slackWhole));
    BigDecimal smallest = whole.subtract(slackWhole);
    if (smallest.signum() <= 0) {
      return true;
    }
    BigDecimal high = percent(part.add(slackPart), smallest);
    BigDecimal off = stated.subtract(high).max(low.subtract(stated)).max(BigDecimal.ZERO);
    if (off.compareTo(half(stated).add(SLACK)) > 0) {
      return false;
    }
    BigDecimal unit = half(stated).multiply(BigDecimal.TWO);
    BigDecimal computed = percent(part, whole);
    boolean near =
        stated.compareTo(computed.multiply(new BigDecimal("0.8"))) >= 0
            && stated.compareTo(computed.multiply(new BigDecimal("1.25"))) <= 0;
    return near || off.compareTo(unit) <= 0;
  }

  /** Whether a total agrees with its parts: 0.01 for each two of them, or their coarsest digit. */
  public static boolean sumAgrees(BigDecimal stated, BigDecimal computed, int parts) {
    return stated.subtract(computed).abs().compareTo(sum(parts)) <= 0;
  }

  /** The tolerance of a sum in the unit of its parts. */
  public static BigDecimal sum(int parts) {
    return CENT.multiply(BigDecimal.valueOf(Math.max(1, (parts + 1) / 2)));
  }

  /** A rate with enough digits to show how it differs from a printed one. */
  public static String fullRate(BigDecimal value) {
    return value.setScale(2, RoundingMode.HALF_UP).toPlainString() + "%";
  }
}
