package org.mingzhang.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds amounts of money in running text: {@code 1,050.00 万元}, {@code 万⏎元}, full-width digits,
 * {@code 三百万元}, {@code 1720.00万} without 元, and blanks ({@code 为 万元}).
 *
 * <p>Numbers with doubled punctuation ({@code 12..5万元}), approximate numbers ({@code 120余万元}),
 * counts ({@code 1.6万人}) and foreign currencies are not amounts.
 */
public final class Amounts {
  private static final String NOT_MONEY =
      "(?!本(?![级部单年])|[人户个平亩吨字次件份辆台册名家条只株头公里米㎡张枚双套余多美欧港日英韩卢台步票村间处])";
  private static final String UNIT =
      "(?<unit>百万元|千元|万元|亿元|元(?!旦|宵|月|年|素|组|件)|(?:万|亿)(?![元亿万])" + NOT_MONEY + ")";

  /**
   * Full-width commas that separate thousands, only after a bracket or 为; elsewhere they end
   * clauses.
   */
  private static final String WIDE_COMMAS = "(?<=[)”\"为计])\\d{1,3}(?:，\\d{3})+\\.\\d{1,2}";

  private static final Pattern ARABIC =
      Pattern.compile(
          "(?=[-0-9])(?<![\\d.]|[\\d,，][,，])(?<sign>(?<![\\dA-Za-z)%元万亿年月日])-)?"
              + "(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|"
              + WIDE_COMMAS
              + "|\\d+(?:\\.\\d+)?)(?![\\d])"
              + UNIT);
  private static final Pattern CHINESE =
      Pattern.compile(
          "(?<![\\d几数〇零一二三四五六七八九十百千万亿两第])"
              + "(?<number>[〇零一二三四五六七八九两][〇零一二三四五六七八九十百千两]*|十[一二三四五六七八九]?)"
              + "(?<unit>万元|亿元|百万元|千元|元(?!旦|宵|月|年|素|组|件))");
  private static final Pattern BLANK =
      Pattern.compile(
          "(?<=["
              + UnitPlaces.BEFORE_BLANK
              + "])(?<fill>["
              + UnitPlaces.FILL
              + "]*)(?<unit>万元|亿元|千元|元)");

  private static final Pattern NUMBER =
      Pattern.compile("-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?");

  private Amounts() {}

  /** The amounts of a text in reading order, with indices into {@code text}. */
  public static List<Amount> find(String text) {
    CompactText compact = CompactText.of(text);
    return find(compact).stream()
        .map(
            a ->
                new Amount(
                    compact.place(a.start()),
                    compact.place(a.end() - 1) + 1,
                    a.value(),
                    a.unit(),
                    a.unitComplete()))
        .toList();
  }

  /** The amounts of a text in reading order, with indices into the compact text. */
  public static List<Amount> find(CompactText compact) {
    UnitPlaces units = UnitPlaces.scan(compact.text());
    if (!units.any()) {
      return List.of();
    }
    List<Amount> found = new ArrayList<>();
    Matcher arabic = ARABIC.matcher(compact.text());
    while (arabic.find()) {
      BigDecimal number = new BigDecimal(arabic.group("number").replaceAll("[,，]", ""));
      found.add(createAmount(arabic, arabic.group("sign") == null ? number : number.negate()));
    }
    Matcher chinese = CHINESE.matcher(compact.text());
    while (units.behindNumeral() && chinese.find()) {
      ChineseNumerals.parse(chinese.group("number"))
          .ifPresent(n -> found.add(createAmount(chinese, BigDecimal.valueOf(n))));
    }
    Matcher blank = BLANK.matcher(compact.text());
    while (units.behindBlank() && blank.find()) {
      if (!blank.group("fill").isEmpty() || compact.hasGapBefore(blank.start("unit"))) {
        found.add(createAmount(blank, null));
      }
    }
    found.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return List.copyOf(found);
  }

  /** The amount in 元 of a text that is one amount and nothing else, such as {@code 100万}. */
  public static Optional<BigDecimal> parseYuan(String text) {
    List<Amount> found = find(text.strip());
    return found.size() == 1
            && found.getFirst().start() == 0
            && found.getFirst().end() == text.strip().length()
        ? found.getFirst().yuan()
        : Optional.empty();
  }

  /**
   * The number in a table cell: {@code 1,050.00}, {@code -3.5}; empty for an empty cell, a dash or
   * words.
   */
  public static Optional<BigDecimal> number(String cell) {
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    String plain = CompactText.of(cell).text().replace("，", ",");
    return NUMBER.matcher(plain).matches()
        ? Optional.of(new BigDecimal(plain.replace(",", "")))
        : Optional.empty();
  }

  /** The power of ten of a unit of money. */
  public static int unitPower(String unit) {
    return switch (unit) {
      case "元" -> 0;
      case "千元" -> 3;
      case "万元", "万" -> 4;
      case "百万元" -> 6;
      case "亿元", "亿" -> 8;
      default -> throw new IllegalArgumentException("not a unit of money: " + unit);
    };
  }

  /** The power of ten of a unit of money; 0 for any other unit, such as 辆 or %. */
  public static int unitPowerOrNone(String unit) {
    return switch (unit) {
      case "元", "千元", "万元", "万", "百万元", "亿元", "亿" -> unitPower(unit);
      default -> 0;
    };
  }

  private static Amount createAmount(Matcher match, @Nullable BigDecimal value) {
    String unit = match.group("unit");
    return new Amount(
        match.start(),
        match.end(),
        value,
        unit.endsWith("元") ? unit : unit + "元",
        unit.endsWith("元"));
  }
}
