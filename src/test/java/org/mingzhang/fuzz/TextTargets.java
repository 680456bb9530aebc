package org.mingzhang.fuzz;

import static org.mingzhang.fuzz.FuzzTarget.promise;

import java.util.List;
import org.mingzhang.text.AmountParser;
import org.mingzhang.text.ChineseNumeralParser;
import org.mingzhang.text.NormalizedText;
import org.mingzhang.text.SearchNormalizer;
import org.mingzhang.text.UnspacedText;
import org.mingzhang.text.YearFinder;

/** Amounts, numerals and years in running text, and the normal form that search compares. */
final class TextTargets {
  private TextTargets() {}

  static void amounts(byte[] input) {
    String text = FuzzInput.text(input);
    AmountParser.parseYuan(text);
    AmountParser.parseNumber(text)
        .ifPresent(
            number ->
                promise(
                    AmountParser.parseNumber(number.toPlainString())
                        .equals(java.util.Optional.of(number)),
                    "a number printed reads as itself"));
  }

  static void numerals(byte[] input) {
    String text = FuzzInput.text(input);
    ChineseNumeralParser.parse(text)
        .ifPresent(n -> promise(n >= 0, "no numeral is negative: " + n));
    String unspaced = UnspacedText.unspace(text);
    promise(UnspacedText.unspace(unspaced).equals(unspaced), "what is unspaced stays as it is");
    for (List<YearFinder.YearInText> found :
        List.of(
            YearFinder.findYears(unspaced),
            YearFinder.findTwoDigitYears(unspaced),
            YearFinder.findYearsWithoutUnit(unspaced))) {
      for (YearFinder.YearInText year : found) {
        promise(year.end() <= unspaced.length() && year.start() < year.end(), "a year has a place");
      }
    }
  }

  static void normalizer(byte[] input) {
    String text = FuzzInput.text(input);
    for (NormalizedText normal :
        List.of(SearchNormalizer.normalize(text), SearchNormalizer.normalizeWords(text))) {
      int before = 0;
      for (int i = 0; i <= normal.length(); i++) {
        promise(
            normal.originalStart(i) >= before && normal.originalStart(i) <= text.length(),
            "places ascend");
        promise(normal.originalEnd(i) <= text.length(), "an end is a place of the text");
        before = normal.originalStart(i);
      }
    }
    String folded = SearchNormalizer.fold(text);
    promise(
        SearchNormalizer.fold(folded).equals(folded),
        "the normal form of a normal form is itself: " + folded);
    promise(!SearchNormalizer.findVariants(text).isEmpty(), "a query has a reading");
  }
}
