package org.mingzhang.web.render;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.text.TsvResource;

/**
 * Translates the computations and messages of findings for English pages: replaces Chinese words
 * according to {@code formula.tsv} and converts amounts to yuan.
 */
final class FindingMessageTranslator {
  private static final String NUMBER = "(-?\\d[\\d,]*(?:\\.\\d+)?)";
  private static final Pattern MONEY = Pattern.compile(NUMBER + "\\s*(亿元|万元|元)");
  private static final Pattern COUNT_WITH_UNIT =
      Pattern.compile(NUMBER + "\\s*(人次|批次|分|人|辆|个|家|项|次)");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  private static final List<List<String>> FORMULA_WORDS =
      TsvResource.readRows(FindingMessageTranslator.class, "formula.tsv", 2).stream()
          .sorted(Comparator.comparingInt((List<String> row) -> row.getFirst().length()).reversed())
          .toList();

  private FindingMessageTranslator() {}

  /**
   * Translates a computation. Numbers are kept as printed, since some have no unit. A unit common
   * to all amounts of money is written once at the end; units of counts are left out. A formula
   * with an unknown Chinese word is returned unchanged.
   */
  static String translateFormula(String formula) {
    Set<String> units = new TreeSet<>();
    MONEY.matcher(formula).results().map(found -> found.group(2)).forEach(units::add);
    boolean one = units.size() == 1;
    String english =
        MONEY
            .matcher(formula)
            .replaceAll(found -> found.group(1) + (one ? "" : " (" + translateUnit(found) + ")"));
    english = COUNT_WITH_UNIT.matcher(english).replaceAll("$1");
    for (List<String> word : FORMULA_WORDS) {
      english = english.replace(word.get(0), word.get(1));
    }
    if (one) {
      english += " (in " + translateUnit(units.iterator().next()) + ")";
    }
    return CHINESE.matcher(english).find()
        ? formula
        : english.replaceAll(" {2,}", " ").replaceAll(" ([;,])", "$1").strip();
  }

  /** Converts the amounts of an English message to yuan. */
  static String translateMessage(String english) {
    String yuan =
        MONEY
            .matcher(english)
            .replaceAll(
                found -> Matcher.quoteReplacement(formatYuan(found.group(1), found.group(2))));
    return yuan.replace("亿元", "units of 100 million yuan")
        .replace("万元", "units of 10,000 yuan")
        .replace("元", "yuan");
  }

  private static String formatYuan(String number, String unit) {
    BigDecimal factor =
        switch (unit) {
          case "亿元" -> BigDecimal.valueOf(100_000_000);
          case "万元" -> BigDecimal.valueOf(10_000);
          default -> BigDecimal.ONE;
        };
    return formatYuan(new BigDecimal(number.replace(",", "")).multiply(factor));
  }

  /** Formats an amount in yuan, rounded to at most two decimals, the fen. */
  static String formatYuan(BigDecimal yuan) {
    return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(yuan)
        + " yuan";
  }

  private static String translateUnit(MatchResult match) {
    return translateUnit(match.group(2));
  }

  private static String translateUnit(String unit) {
    return switch (unit) {
      case "亿元" -> "100 million yuan";
      case "万元" -> "10,000 yuan";
      default -> "yuan";
    };
  }
}
