package org.mingzhang.statement.token;

import java.util.BitSet;
import java.util.List;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.PrefilteredPattern;

/**
 * Removes words that state nothing about an account, most of them with numbers, so that the words
 * around them are read as if the removed words were not there. Such words are the ratio in which
 * governments share a tax, 增值税(75%)128万元, the ends of a range, 0.5万元至3万元的单位4家, or the value that a
 * correction replaces. The wordings are the rows {@code left-out} of {@code patterns.tsv}. Trap:
 * each row is searched in the whole text, so its pattern must not backtrack over long stretches of
 * text.
 */
public final class IgnoredWordRemover {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(IgnoredWordRemover.class);
  private static final List<PrefilteredPattern> LEFT_OUT =
      PATTERNS.getAll("left-out").stream().map(PrefilteredPattern::derive).toList();

  private IgnoredWordRemover() {}

  /**
   * Returns the tokens that are not within words that state nothing about an account. Of a text
   * that such words begin or end, the rest is kept.
   */
  public static List<ProseToken> removeFrom(FoldedText foldedText, List<ProseToken> tokens) {
    BitSet leftOut = new BitSet();
    for (PrefilteredPattern wording : LEFT_OUT) {
      wording.findAll(foldedText.text()).forEach(m -> leftOut.set(m.start(), m.end()));
    }
    return tokens.stream()
        .filter(t -> !leftOut.get(t.start()) || leftOut.nextClearBit(t.start()) < t.end())
        .map(t -> t instanceof ProseToken.Text text ? trim(text, leftOut) : t)
        .toList();
  }

  private static ProseToken.Text trim(ProseToken.Text text, BitSet leftOut) {
    int from = leftOut.nextClearBit(text.start());
    int to = leftOut.previousClearBit(text.end() - 1) + 1;
    return from == text.start() && to == text.end() ? text : new ProseToken.Text(from, to);
  }
}
