package org.mingzhang.statement.token;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Quantity.Measure;
import org.mingzhang.text.ChineseNumeralParser;

/** Scans a number with its unit at an offset of a folded text. */
final class NumberScanner {
  private static final Pattern ARABIC =
      Pattern.compile("-?(?:\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?:，\\d{3})+(?=\\.)|\\d+)(?:\\.\\d+)?");
  private static final Pattern CHINESE =
      Pattern.compile("[〇零一二三四五六七八九十百千两]+(?=万|亿|元|千元|百万|个百分点|批次|人次|辆|团组)");
  private static final Pattern TENTHS =
      Pattern.compile(
          "(?<!约占|[约近逾超])(?<tenths>[一二三四五六七八九]|[1-9](?:\\.\\d)?)成"
              + "(?<half>[一二三四五六七八九])?(?=[，。；、)])");
  private static final Pattern PERCENT =
      Pattern.compile("百分之([〇零一二三四五六七八九十百]+(?:点[〇零一二三四五六七八九]+)?)");

  /** A number of cases per so many people: 182.40/10万. */
  private static final Pattern PER_PEOPLE =
      Pattern.compile("(?<cases>\\d{1,6}(?:\\.\\d{1,4})?)(?<unit>/1?0*[十百千万]+(?:人口?)?)(?!元)");

  private final WordTrie<Lexicon.MeasureUnit> units;

  NumberScanner(Lexicon lexicon) {
    units = lexicon.units();
  }

  /** Scans the number that starts at an offset; null if none starts there. */
  ProseToken.@Nullable Numeral scan(String text, int from) {
    char c = text.charAt(from);
    boolean chinese = isChineseNumeral(c);
    ProseToken.Numeral compound = chinese || Character.isDigit(c) ? scanCompound(text, from) : null;
    if (compound != null) {
      return compound;
    }
    if ((c >= '0' && c <= '9') || c == '-') {
      return scanArabic(text, from);
    }
    return chinese ? scanChinese(text, from) : null;
  }

  private static boolean isChineseNumeral(char c) {
    return "〇零一二三四五六七八九十百千万两".indexOf(c) >= 0;
  }

  /**
   * Whether a Chinese numeral after a character is no number of its own: it is part of a longer
   * number, an ordinal (第一) or an estimate (几十).
   */
  private static boolean preventsNumeralAfter(char c) {
    return isChineseNumeral(c) || c == '第' || c == '几' || c == '数';
  }

  private static ProseToken.@Nullable Numeral scanCompound(String text, int from) {
    char before = from > 0 ? text.charAt(from - 1) : ' ';
    boolean inside = Character.isDigit(before) || before == '.' || preventsNumeralAfter(before);
    return inside ? null : CompoundAmountScanner.scan(text, from);
  }

  private ProseToken.@Nullable Numeral scanArabic(String text, int from) {
    Matcher perPeople = PER_PEOPLE.matcher(text).region(from, text.length());
    if (perPeople.lookingAt() && (from == 0 || !Character.isDigit(text.charAt(from - 1)))) {
      BigDecimal cases = new BigDecimal(perPeople.group("cases"));
      return new ProseToken.Numeral(
          from,
          perPeople.end(),
          perPeople.group("cases"),
          cases,
          BigDecimal.ONE,
          perPeople.group("unit"),
          Measure.COUNT);
    }
    Matcher number = ARABIC.matcher(text).region(from, text.length()).useTransparentBounds(true);
    if (!number.lookingAt() || isPartOfCode(text, from, number.end())) {
      return null;
    }
    if (number.end() < text.length() && text.charAt(number.end()) == '成') {
      Matcher tenths = TENTHS.matcher(text).region(from, text.length()).useTransparentBounds(true);
      return tenths.lookingAt() ? readTenths(tenths, from) : null;
    }
    String printed = number.group();
    BigDecimal plain = new BigDecimal(printed.replace(",", "").replace("，", ""));
    return scanUnit(text, from, number.end(), printed.replace('，', ','), plain);
  }

  /** Whether digits are part of a longer code, date or range, such as A12 or 2023.12.31. */
  private static boolean isPartOfCode(String text, int from, int end) {
    char before = from == 0 ? ' ' : text.charAt(from - 1);
    char after = end < text.length() ? text.charAt(end) : ' ';
    char second = end + 1 < text.length() ? text.charAt(end + 1) : ' ';
    boolean sign = text.charAt(from) == '-';
    return isLatinLetter(before)
        || isLatinLetter(after)
        || after == '+'
        || before == '.'
        || (!sign && Character.isDigit(before))
        || (sign && (Character.isDigit(before) || before == '月' || before == '年' || before == ')'))
        || ((after == '.' || after == '-' || after == '/') && Character.isDigit(second))
        || (after == '.' && second == '.');
  }

  private static boolean isLatinLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private ProseToken.@Nullable Numeral scanChinese(String text, int from) {
    Matcher share = PERCENT.matcher(text).region(from, text.length());
    if (share.lookingAt()) {
      return readPercent(share, from);
    }
    if (from > 0 && preventsNumeralAfter(text.charAt(from - 1))) {
      return null;
    }
    Matcher tenths = TENTHS.matcher(text).region(from, text.length()).useTransparentBounds(true);
    if (tenths.lookingAt()) {
      return readTenths(tenths, from);
    }
    Matcher number = CHINESE.matcher(text).region(from, text.length()).useTransparentBounds(true);
    if (!number.lookingAt()) {
      return null;
    }
    String printed = number.group();
    return ChineseNumeralParser.parse(printed)
        .map(n -> scanUnit(text, from, number.end(), n.toString(), BigDecimal.valueOf(n)))
        .filter(n -> n.measure() != Measure.BARE)
        .orElse(null);
  }

  /** Reads tenths: 六成 and 6成 are 60 %, 七成五 is 75 %. */
  private static ProseToken.Numeral readTenths(Matcher tenths, int from) {
    String half = tenths.group("half");
    BigDecimal percent =
        parseNumeral(tenths.group("tenths"))
            .movePointRight(1)
            .add(half == null ? BigDecimal.ZERO : parseNumeral(half));
    boolean whole = half == null;
    return new ProseToken.Numeral(
        from,
        tenths.end(),
        whole ? tenths.group("tenths") : tenths.group(),
        percent,
        whole ? BigDecimal.TEN : BigDecimal.ONE,
        whole ? "成" : "",
        Measure.PERCENT);
  }

  private static BigDecimal parseNumeral(String numeral) {
    return Character.isDigit(numeral.charAt(0))
        ? new BigDecimal(numeral)
        : BigDecimal.valueOf(ChineseNumeralParser.parse(numeral).orElse(0L));
  }

  private static ProseToken.@Nullable Numeral readPercent(Matcher share, int from) {
    String[] parts = share.group(1).split("点", -1);
    String whole = ChineseNumeralParser.parse(parts[0]).map(String::valueOf).orElse("");
    StringBuilder printed = new StringBuilder(whole);
    if (parts.length > 1) {
      printed.append('.');
      parts[1].chars().forEach(c -> printed.append("零一二三四五六七八九".indexOf(c == '〇' ? '零' : c)));
    }
    return whole.isEmpty()
        ? null
        : new ProseToken.Numeral(
            from,
            share.end(),
            printed.toString(),
            new BigDecimal(printed.toString()),
            BigDecimal.ONE,
            "%",
            Measure.PERCENT);
  }

  /**
   * Completes a number by the unit after it. 万 or 亿 alone is read as 万元 or 亿元; without a unit the
   * number is {@link Measure#BARE}.
   */
  private ProseToken.Numeral scanUnit(
      String text, int from, int end, String printed, BigDecimal value) {
    WordTrie.Match<Lexicon.MeasureUnit> match =
        units.findLongestMatch(text, end, Math.min(text.length(), end + 6));
    if (match != null && !isPartOfWord(text, match)) {
      Lexicon.MeasureUnit unit = match.value();
      return new ProseToken.Numeral(
          from,
          match.end(),
          printed,
          value.multiply(unit.factor()),
          unit.factor(),
          unit.name(),
          unit.measure());
    }
    char next = end < text.length() ? text.charAt(end) : ' ';
    if (next == '万' || next == '亿') {
      WordTrie.Match<Lexicon.MeasureUnit> counted = findCountedUnit(text, end + 1);
      if (counted != null) {
        return new ProseToken.Numeral(
            from,
            counted.end(),
            printed,
            value,
            BigDecimal.ONE,
            next + counted.value().name(),
            Measure.COUNT);
      }
      BigDecimal factor = BigDecimal.TEN.pow(next == '万' ? 4 : 8);
      return new ProseToken.Numeral(
          from, end + 1, printed, value.multiply(factor), factor, next + "元", Measure.MONEY);
    }
    return new ProseToken.Numeral(from, end, printed, value, BigDecimal.ONE, "", Measure.BARE);
  }

  /**
   * The unit of people or things that follows 万 or 亿 and a word for more than the number: 1.4万余人次;
   * null if none does.
   */
  private WordTrie.@Nullable Match<Lexicon.MeasureUnit> findCountedUnit(String text, int from) {
    int start = from < text.length() && "余多".indexOf(text.charAt(from)) >= 0 ? from + 1 : from;
    WordTrie.Match<Lexicon.MeasureUnit> unit =
        start == from ? null : units.findLongestMatch(text, start, text.length());
    return unit != null && unit.value().measure() == Measure.COUNT ? unit : null;
  }

  /** Whether 元 or 项 is part of another word: 元旦, 元月, 元素; 项目支出 after a number that is cut off. */
  private static boolean isPartOfWord(String text, WordTrie.Match<Lexicon.MeasureUnit> match) {
    int end = match.end();
    return end < text.length()
        && switch (match.value().name()) {
          case "元" -> "旦宵月素".indexOf(text.charAt(end)) >= 0;
          case "项" -> text.startsWith("目", end) && !text.startsWith("目标", end);
          default -> false;
        };
  }
}
