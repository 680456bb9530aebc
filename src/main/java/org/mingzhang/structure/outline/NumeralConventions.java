package org.mingzhang.structure.outline;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;

/**
 * The conventions by which a document writes numerals without the usual marks. Determined from the
 * whole document, since a single line may be a table row.
 *
 * @param usesDecimals whether headings are numbered 1.1, so that a bare 1 may number their parent
 * @param usesSpacedNumerals whether 一 and 二 are followed by a blank, and 一、 never occurs
 */
record NumeralConventions(boolean usesDecimals, boolean usesSpacedNumerals) {
  private static final int MAX_LINE_LENGTH = 60;
  private static final Pattern SPACED_FIRST_NUMERAL = Pattern.compile("^一\\s+\\p{IsHan}{2}.*");
  private static final Pattern SPACED_SECOND_NUMERAL = Pattern.compile("^二\\s+\\p{IsHan}{2}.*");
  private static final Pattern NUMERAL_WITH_MARK = Pattern.compile("^[一二三]\\s*[、.．].*");

  /** Detects the conventions that the lines of a document follow. */
  static NumeralConventions detect(List<Block> blocks) {
    List<String> texts =
        blocks.stream()
            .filter(TextBlock.class::isInstance)
            .map(block -> ((TextBlock) block).text().strip())
            .toList();
    boolean usesDecimals =
        texts.stream().filter(HeadingNumeralReader::startsWithDecimal).limit(2).count() == 2;
    List<String> lines = texts.stream().filter(t -> t.length() <= MAX_LINE_LENGTH).toList();
    boolean usesSpacedNumerals =
        anyMatches(lines, SPACED_FIRST_NUMERAL)
            && anyMatches(lines, SPACED_SECOND_NUMERAL)
            && texts.stream().noneMatch(matchesPattern(NUMERAL_WITH_MARK));
    return new NumeralConventions(usesDecimals, usesSpacedNumerals);
  }

  private static boolean anyMatches(List<String> lines, Pattern pattern) {
    return lines.stream().anyMatch(matchesPattern(pattern));
  }

  private static Predicate<String> matchesPattern(Pattern pattern) {
    return line -> pattern.matcher(line).matches();
  }
}
