package org.mingzhang.web.render;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fact;

/** The formats of numbers on pages. */
public final class AmountFormat {
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+−－]?[\\d０-９]{1,3}(?:[,，]?\\d{3})*(?:\\.\\d+)?\\s*[%％]?|[-+−]?\\d+(?:\\.\\d+)?[%％]?");

  /** Maximum number of decimals of an amount in 万元. */
  private static final int MAX_DECIMALS = 6;

  private AmountFormat() {}

  /**
   * An amount in 元 as 万元 with two decimals, {@code 1,234.50}; with up to six decimals if two
   * decimals would show a non-zero amount as zero. Null is formatted as a dash.
   */
  public static String formatTenThousands(@Nullable BigDecimal yuan) {
    if (yuan == null) {
      return "—";
    }
    BigDecimal rounded = toTenThousands(yuan);
    return rounded.signum() == 0 && yuan.signum() != 0
        ? decimalFormat("0.00####").format(yuan.movePointLeft(4))
        : decimalFormat("#,##0.00").format(rounded);
  }

  /**
   * An amount in 元 as 万元 with the decimals with which it is printed, if it is printed in 万元 with
   * more than two; otherwise as {@link #formatTenThousands(BigDecimal)}.
   *
   * @param printedNumber the number as printed
   * @param unit the unit as printed
   */
  public static String formatTenThousands(
      BigDecimal yuan, @Nullable String printedNumber, @Nullable String unit) {
    BigDecimal exact = yuan.movePointLeft(4).stripTrailingZeros();
    int decimals =
        printedNumber == null ? 0 : printedNumber.length() - 1 - printedNumber.lastIndexOf('.');
    boolean finer =
        "万元".equals(unit)
            && printedNumber != null
            && printedNumber.indexOf('.') >= 0
            && decimals > 2
            && decimals <= MAX_DECIMALS
            && exact.scale() > 2;
    return finer
        ? decimalFormat("#,##0." + "0".repeat(decimals)).format(exact)
        : formatTenThousands(yuan);
  }

  /**
   * The value of a fact: amounts in 万元, changes with a sign, rates and shares in percent, counts
   * with their unit.
   *
   * @param value in 元, in percent, or in the unit of a count
   * @param isChange whether a rate is a rate of change, which is shown with a sign
   */
  public static String formatFact(
      Fact.Kind kind,
      BigDecimal value,
      @Nullable String printedNumber,
      @Nullable String unit,
      boolean isChange) {
    String sign = value.signum() > 0 ? "+" : value.signum() < 0 ? "−" : "";
    return switch (kind) {
      case AMOUNT, PER_HEAD -> formatTenThousands(value, printedNumber, unit);
      case CHANGE -> sign + formatTenThousands(value.abs(), printedNumber, unit);
      case RATE -> (isChange ? sign : "") + formatPlain(value.abs()) + "%";
      case SHARE -> formatPlain(value) + "%";
      case COUNT -> formatPlain(value) + " " + unit;
    };
  }

  /** An amount in 元 as 万元, rounded half up to two decimals. */
  public static BigDecimal toTenThousands(BigDecimal yuan) {
    return yuan.movePointLeft(4).setScale(2, RoundingMode.HALF_UP);
  }

  /** A number without trailing zeros and without an exponent. */
  public static String formatPlain(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    return (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
  }

  /**
   * Formats a count with thousands separators. Written by hand for speed, since a page has hundreds
   * of counts.
   */
  public static String formatCount(long count) {
    StringBuilder text = new StringBuilder().append(count);
    int firstDigit = count < 0 ? 1 : 0;
    for (int at = text.length() - 3; at > firstDigit; at -= 3) {
      text.insert(at, ',');
    }
    return text.toString();
  }

  /**
   * Whether a table cell consists of a number of fewer than 30 characters, and is therefore
   * right-aligned.
   */
  public static boolean isNumeric(String cell) {
    String text = cell.strip();
    return !text.isEmpty() && text.length() < 30 && NUMBER.matcher(text).matches();
  }

  /** A size of a file, such as {@code 1.2 MB}. A KB is 1,024 bytes, a MB 1,024 KB. */
  public static String formatBytes(long bytes) {
    if (bytes < 1024) {
      return bytes + " B";
    }
    return bytes < 1024 * 1024
        ? decimalFormat("0.#").format(bytes / 1024.0) + " KB"
        : decimalFormat("0.#").format(bytes / 1048576.0) + " MB";
  }

  private static DecimalFormat decimalFormat(String pattern) {
    DecimalFormat format =
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format;
  }
}
