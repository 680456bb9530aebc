package org.mingzhang.fact.cell;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;

/**
 * Normalizes headers and labels: removes numerals, signs, units, formulas, owners and years around
 * names.
 */
final class LabelNormalizer {
  private static final Pattern LEADING_NUMERAL =
      Pattern.compile(
          "^(?:其中[:：]?|[减加][:：]|\\([一二三四五六七八九十\\d]{1,3}\\)|[一二三四五六七八九十]{1,3}[、.．]|\\d{1,2}(?:[、.．](?!\\d)|\\.(?=\\p{IsHan}))"
              + "|[①-⑳]|[*★●•·—-]+|#+)+");
  private static final Pattern SIDE = Pattern.compile("^(.*)\\([左右\\d]\\)$");
  private static final Pattern UNIT =
      Pattern.compile("\\((?:单位:?)?(?:元|千元|万元|百万元|亿元|人民币万元)\\)|\\([A-Z](?:[/=+\\-*]?[A-Z])*\\)");
  private static final Pattern FORMULA =
      Pattern.compile("\\((?:栏次)?[\\d+\\-=*/、~至小计项]+\\)$|[\\d]+=[\\d+\\-]+$");
  private static final Pattern OWN_AGENCY_PREFIX =
      Pattern.compile("^(?:本?(?:部门|单位)|全[部口]径)(?=\\p{IsHan}{2})");
  private static final Pattern YEAR =
      Pattern.compile("(20[0-4]\\d)(?:年(?:度|[末底](?=\\p{IsHan}{0,6}债务))?|(?=[预决]算))");
  private static final Pattern LAST_YEAR_PREFIX =
      Pattern.compile("^(?:上年度?|上一年度?|去年)(?=预算|决算|执行|调整|完成|数$|实际)");
  private static final Pattern THIS_YEAR_PREFIX =
      Pattern.compile("^(?:本年度?|当年度?|本期)(?=预算|决算|执行|调整|完成|数$|实际|安排)");
  private static final Pattern OF_YEAR = Pattern.compile("^(?:本年度?|当年度?)(?=\\p{IsHan}{3})");
  private static final Pattern SUBTOTAL_OF = Pattern.compile("(?<=\\p{IsHan}{3})[小合]计$");
  private static final Pattern TOTAL =
      Pattern.compile("(?:合|总|小)计(?:数|金额|额)?|合计总计|总合计|汇总|总金额|总额|共计");

  private LabelNormalizer() {}

  /**
   * A label or header level without numerals, units and formulas, in the form in which names are
   * compared.
   */
  static String strip(String printed) {
    String plain = ChartOfAccounts.normalize(printed);
    if (plain.indexOf('(') >= 0) {
      Matcher side = SIDE.matcher(plain);
      plain = side.matches() ? side.group(1) : plain;
      plain = UNIT.matcher(plain).replaceAll("");
    }
    plain = LEADING_NUMERAL.matcher(plain).replaceFirst("");
    boolean formula = plain.indexOf('(') >= 0 || plain.indexOf('=') >= 0;
    return formula ? FORMULA.matcher(plain).replaceFirst("") : plain;
  }

  /** Removes 部门 or 单位 from the beginning of a label: 部门基本支出 becomes 基本支出. */
  static String stripOwner(String bare) {
    return OWN_AGENCY_PREFIX.matcher(bare).replaceFirst("");
  }

  /** A header without 本年 or 当年 before it: 本年一般公共预算基本支出. */
  static String stripThisYear(String bare) {
    return OF_YEAR.matcher(bare).replaceFirst("");
  }

  /** A header without 小计 or 合计 behind the name of what is added up: 公务用车购置及运行维护费小计. */
  static String stripSubtotal(String bare) {
    return SUBTOTAL_OF.matcher(bare).replaceFirst("");
  }

  /** Whether a stripped label is a total: 合计, 总计. */
  static boolean isTotal(String bare) {
    return TOTAL.matcher(bare).matches();
  }

  /** Whether a stripped total is a subtotal: 小计. */
  static boolean isSubtotal(String bare) {
    return bare.startsWith("小计");
  }

  /** Whether a label contains a letter or character. */
  static boolean hasLetters(String label) {
    return label.codePoints().anyMatch(Character::isLetter);
  }

  /** Whether a printed label starts with 其中, so that its row is a part of the row above. */
  static boolean startsWithOfWhich(String printed) {
    return ChartOfAccounts.normalize(printed).startsWith("其中");
  }

  /**
   * A label without the year that is printed before it, and that year.
   *
   * @param year the year; null if none is printed, or several
   * @param rest the name
   */
  record DatedLabel(@Nullable Integer year, String rest) {}

  /**
   * Splits a stripped header into its year and its name; 上年 is the year before that of the
   * document.
   *
   * @param own fiscal year of the document, or null
   */
  static DatedLabel splitYear(String bare, @Nullable Integer own) {
    Matcher printed = YEAR.matcher(bare);
    if (printed.find()) {
      int year = Integer.parseInt(printed.group(1));
      boolean several = printed.find();
      return new DatedLabel(several ? null : year, printed.reset().replaceAll(""));
    }
    Matcher last = LAST_YEAR_PREFIX.matcher(bare);
    if (last.find()) {
      return new DatedLabel(own == null ? null : own - 1, bare.substring(last.end()));
    }
    return new DatedLabel(null, THIS_YEAR_PREFIX.matcher(bare).replaceFirst(""));
  }
}
