package org.mingzhang.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds percentages in running text: {@code 14.3%}, {@code 13 ％}, {@code 百分之五}. */
public final class Rates {
  private static final Pattern SIGN =
      Pattern.compile("(?=[-0-9])(?<![\\d.,，])(-?\\d+(?:,\\d{3})*(?:\\.\\d+)?)%(?!%)");
  private static final Pattern WORDS = Pattern.compile("百分之([〇零一二三四五六七八九十百]+|\\d+(?:\\.\\d+)?)");

  private Rates() {}

  /** The percentages of a text in reading order, with indices into the compact text. */
  public static List<Rate> find(CompactText compact) {
    List<Rate> found = new ArrayList<>();
    boolean signed = compact.text().indexOf('%') >= 0;
    Matcher sign = SIGN.matcher(compact.text());
    while (signed && sign.find()) {
      found.add(new Rate(sign.start(), sign.end(), new BigDecimal(sign.group(1).replace(",", ""))));
    }
    Matcher words = WORDS.matcher(compact.text());
    while (words.find()) {
      parseValue(words.group(1)).ifPresent(v -> found.add(new Rate(words.start(), words.end(), v)));
    }
    found.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return List.copyOf(found);
  }

  private static Optional<BigDecimal> parseValue(String number) {
    return Character.isDigit(number.charAt(0))
        ? Optional.of(new BigDecimal(number))
        : ChineseNumerals.parse(number).map(BigDecimal::valueOf);
  }
}
