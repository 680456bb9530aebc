package org.mingzhang.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.text.PatternTable;

/**
 * Leaves out the ratio in which governments share a tax, between the name of the tax and the
 * amount: 增值税75%部分128万元, 增值税(75%)128万元. It is no share of the amount before it.
 */
final class SharingRatioRewriter {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(SharingRatioRewriter.class);
  private static final Pattern SHARED_TAX = PATTERNS.get("shared-tax");
  private static final String PORTION = "部分";

  private SharingRatioRewriter() {}

  /** Returns the tokens without the ratios, and without the brackets around them. */
  static List<ProseToken> rewrite(FoldedText folded, List<ProseToken> tokens) {
    List<ProseToken> rewritten = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      ProseToken token = tokens.get(i);
      rewritten.add(token);
      if (AmountNameRangeFinder.isNameLike(token)
          && SHARED_TAX.matcher(folded.text(token)).find()) {
        i = endOfRatio(folded, tokens, i + 1) - 1;
      }
    }
    return rewritten;
  }

  /** The index after a ratio that starts at {@code from}; {@code from} if none starts there. */
  private static int endOfRatio(FoldedText folded, List<ProseToken> tokens, int from) {
    boolean bracket = isMark(tokens, from, '(');
    int end = bracket ? from + 1 : from;
    if (!isNumeral(tokens, end, Quantity.Measure.PERCENT)) {
      return from;
    }
    end++;
    boolean portion = end < tokens.size() && folded.hasText(tokens.get(end), PORTION);
    end += portion ? 1 : 0;
    if (bracket) {
      if (!isMark(tokens, end, ')')) {
        return from;
      }
      end++;
    }
    return portion || (bracket && isNumeral(tokens, end, Quantity.Measure.MONEY)) ? end : from;
  }

  private static boolean isMark(List<ProseToken> tokens, int at, char mark) {
    return at < tokens.size()
        && tokens.get(at) instanceof ProseToken.Mark found
        && found.mark() == mark;
  }

  private static boolean isNumeral(List<ProseToken> tokens, int at, Quantity.Measure measure) {
    return at < tokens.size()
        && tokens.get(at) instanceof ProseToken.Numeral number
        && number.measure() == measure;
  }
}
