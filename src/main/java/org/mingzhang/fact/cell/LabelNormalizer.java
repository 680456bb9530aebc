package org.mingzhang.fact.cell;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.text.PatternTable;

/**
 * Normalizes headers and labels: removes numerals, signs, units, formulas, owners and years around
 * names.
 */
final class LabelNormalizer {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(LabelNormalizer.class);
  private static final Pattern LEADING_NUMERAL = PATTERNS.get("leading-numeral");
  private static final Pattern SIDE_SUFFIX = Pattern.compile("^(.*)\\([左右\\d]\\)$");
  private static final Pattern UNIT = PATTERNS.get("unit");
  private static final Pattern FORMULA = PATTERNS.get("formula");
  private static final Pattern OWN_AGENCY_PREFIX = PATTERNS.get("own-agency-prefix");
  private static final Pattern YEAR = PATTERNS.get("year");
  private static final Pattern LAST_YEAR_PREFIX = PATTERNS.get("last-year-prefix");
  private static final Pattern THIS_YEAR_PREFIX = PATTERNS.get("this-year-prefix");
  private static final Pattern CURRENT_YEAR_BEFORE_NAME = PATTERNS.get("of-year");
  private static final Pattern SUBTOTAL_SUFFIX = PATTERNS.get("subtotal-of");
  private static final Pattern INSURANCE_KIND = PATTERNS.get("insurance-kind");
  private static final Pattern TOTAL_LABEL = PATTERNS.get("label-normalizer-total");

  private LabelNormalizer() {}

  /**
   * A label or header level without numerals, units and formulas, in the form in which names are
   * compared.
   */
  static String stripNumeralsUnitsAndFormulas(String printed) {
    String plain = ChartOfAccounts.normalize(printed);
    if (plain.indexOf('(') >= 0) {
      Matcher side = SIDE_SUFFIX.matcher(plain);
      plain = side.matches() ? side.group(1) : plain;
      plain = UNIT.matcher(plain).replaceAll("");
    }
    plain = LEADING_NUMERAL.matcher(plain).replaceFirst("");
    boolean formula = plain.indexOf('(') >= 0 || plain.indexOf('=') >= 0;
    return formula ? FORMULA.matcher(plain).replaceFirst("") : plain;
  }

  /** Removes 部门 or 单位 from the beginning of a label: 部门基本支出 becomes 基本支出. */
  static String stripOwner(String label) {
    return OWN_AGENCY_PREFIX.matcher(label).replaceFirst("");
  }

  /** Removes 本年 or 当年 from the beginning of a header: 本年一般公共预算基本支出. */
  static String stripThisYear(String label) {
    return CURRENT_YEAR_BEFORE_NAME.matcher(label).replaceFirst("");
  }

  /** Removes 小计 or 合计 after the name of what is added up: 公务用车购置及运行维护费小计. */
  static String stripSubtotal(String label) {
    return SUBTOTAL_SUFFIX.matcher(label).replaceFirst("");
  }

  /** Whether a stripped label is a total: 合计, 总计. */
  static boolean isTotalLabel(String label) {
    return TOTAL_LABEL.matcher(label).matches();
  }

  /** The kind of social insurance of a government's table that a label names; empty if none. */
  static Optional<HeaderMeaning> findInsuranceItem(ChartOfAccounts chart, String label) {
    Matcher insurance = INSURANCE_KIND.matcher(label);
    return chart == ChartOfAccounts.governments() && insurance.matches()
        ? Optional.of(HeaderMeaning.ofItem(null, insurance.group("kind"), null))
        : Optional.empty();
  }

  /** Whether a label for which {@link #isTotalLabel} holds is a subtotal: 小计. */
  static boolean isSubtotalLabel(String label) {
    return label.startsWith("小计");
  }

  /** Whether a label contains a letter or an ideograph. */
  static boolean hasLetters(String label) {
    return label.codePoints().anyMatch(Character::isLetter);
  }

  /** Whether a printed label starts with 其中, so that its row is a part of the row above. */
  static boolean startsWithOfWhich(String printed) {
    return ChartOfAccounts.normalize(printed).startsWith("其中");
  }

  /**
   * The year that is printed in a label, and the rest of the label.
   *
   * @param year the year; null if none or several are printed, or if it cannot be computed
   * @param rest the label without years
   */
  record DatedLabel(@Nullable Integer year, String rest) {}

  /**
   * Splits the year off a label; 上年 is the year before the document's fiscal year, and 本年 gives no
   * year.
   *
   * @param fiscalYear fiscal year of the document, or null
   */
  static DatedLabel splitYear(String label, @Nullable Integer fiscalYear) {
    Matcher printed = YEAR.matcher(label);
    if (printed.find()) {
      int year = Integer.parseInt(printed.group(1));
      boolean several = printed.find();
      return new DatedLabel(several ? null : year, printed.reset().replaceAll(""));
    }
    Matcher last = LAST_YEAR_PREFIX.matcher(label);
    if (last.find()) {
      return new DatedLabel(
          fiscalYear == null ? null : fiscalYear - 1, label.substring(last.end()));
    }
    return new DatedLabel(null, THIS_YEAR_PREFIX.matcher(label).replaceFirst(""));
  }
}
