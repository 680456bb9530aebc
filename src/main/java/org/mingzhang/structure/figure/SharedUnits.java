package org.mingzhang.structure.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.text.Amount;
import org.mingzhang.text.CompactText;

/** Finds amounts whose unit is printed once for several: {@code 收、支总计各是412.49，414.91万元}. */
final class SharedUnits {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\d.])(?:(?<number>\\d+\\.\\d+|\\d+(?![.，]))(?:(?=(?:[、，和]\\d+(?:\\.\\d+)?)+(?<unit>万元|亿元|元))"
              + "|(?<=\\d\\.\\d{1,2}，\\d{1,9}\\.\\d{1,2})(?<own>万元|亿元|元)))");
  private static final Pattern SHARED =
      Pattern.compile("(?:分别|各)\\p{IsHan}{0,6}:?(?:\\d+(?:\\.\\d+)?[、，和])*$");

  private SharedUnits() {}

  /** The amounts without a unit of their own, in reading order. */
  static List<Amount> find(CompactText paragraph) {
    String text = paragraph.text();
    List<Amount> found = new ArrayList<>();
    if (!text.contains("分别") && !text.contains("各")) {
      return found;
    }
    Matcher number = NUMBER.matcher(text);
    while (number.find()) {
      int from = Math.max(0, number.start() - 80);
      if (SHARED.matcher(text.substring(from, number.start())).find()) {
        boolean own = number.group("own") != null;
        String unit = number.group(own ? "own" : "unit");
        BigDecimal value = new BigDecimal(number.group("number"));
        found.add(new Amount(number.start(), number.end(), value, unit, true));
      }
    }
    return found;
  }
}
