package org.mingzhang.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fund;
import org.mingzhang.text.TsvResource;

/** Words for funds, read from {@code funds.tsv}. */
final class FundWords {
  static final FundWords STANDARD = new FundWords();

  private final Map<String, Fund> fundByWord = new HashMap<>();
  private final int maxWordLength;

  private FundWords() {
    TsvResource.parseRows(FundWords.class, "funds.tsv", 2, FundWords::parse)
        .forEach(fundByWord::putAll);
    maxWordLength = fundByWord.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  private static Map<String, Fund> parse(List<String> cells) {
    Fund fund = TsvResource.requireNamed(cells.get(0), Fund::ofLabel);
    return TsvResource.splitList(cells.get(1)).stream()
        .collect(Collectors.toMap(word -> word, word -> fund));
  }

  /**
   * A name split into a leading word for a fund and the rest.
   *
   * @param fund the fund, or null if the name does not begin with one
   * @param rest the rest, or the whole name
   */
  record FundAndRest(@Nullable Fund fund, String rest) {}

  /** The fund of a text that consists of a word for a fund; empty for any other text. */
  Optional<Fund> match(String text) {
    return Optional.ofNullable(fundByWord.get(text));
  }

  /** All funds that a normalized text names, in order, and the text without the words for them. */
  ChartOfAccounts.FundsInTitle extract(String text) {
    List<Fund> funds = new ArrayList<>();
    StringBuilder rest = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      FundAndRest split = split(text.substring(at) + "\0");
      Fund fund = split.fund();
      if (fund == null) {
        rest.append(text.charAt(at));
        at++;
      } else {
        funds.add(fund);
        at = text.length() + 1 - split.rest().length();
      }
    }
    return new ChartOfAccounts.FundsInTitle(funds, rest.toString());
  }

  /**
   * Splits the longest word for a fund of at least two characters off the beginning of a normalized
   * name. A name that consists of nothing else is not split.
   */
  FundAndRest split(String name) {
    for (int end = Math.min(maxWordLength, name.length() - 1); end >= 2; end--) {
      Fund fund = fundByWord.get(name.substring(0, end));
      if (fund != null) {
        return new FundAndRest(fund, name.substring(end));
      }
    }
    return new FundAndRest(null, name);
  }
}
