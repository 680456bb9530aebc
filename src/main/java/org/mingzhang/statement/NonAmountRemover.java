package org.mingzhang.statement;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.text.PatternTable;

/**
 * Leaves out words whose numbers are values of no account, so that the words around them are read
 * as if they were not there: 增值税(75%)128万元 states the ratio in which governments share a tax, and
 * 0.5万元至3万元的单位4家 the ends of a range.
 */
final class NonAmountRemover {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(NonAmountRemover.class);
  private static final List<Pattern> NON_AMOUNTS = PATTERNS.getAll("non-amount");

  private NonAmountRemover() {}

  /** Returns the tokens without those that lie within such words. */
  static List<ProseToken> remove(FoldedText folded, List<ProseToken> tokens) {
    BitSet leftOut = new BitSet();
    for (Pattern words : NON_AMOUNTS) {
      words.matcher(folded.text()).results().forEach(m -> leftOut.set(m.start(), m.end()));
    }
    return tokens.stream()
        .filter(t -> !leftOut.get(t.start()) || leftOut.nextClearBit(t.start()) < t.end())
        .toList();
  }
}
