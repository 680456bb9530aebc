package org.mingzhang.statement.token;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.text.PatternTable;

/**
 * Joins 支出 or 收入 to the name before it if the number of the joined names stands between them, so
 * that it is the ending that the names share and no verb: 教育、卫生健康、农林水三项支出依次为.
 */
public final class CountedNamesRewriter {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(CountedNamesRewriter.class);
  private static final Pattern NAME_WITH_NUMBER = PATTERNS.get("name-with-number");

  private CountedNamesRewriter() {}

  /**
   * Returns the tokens, in which such names and the 支出 or 收入 after their number are one token:
   * 教育、卫生健康两项支出.
   */
  public static List<ProseToken> rewrite(FoldedText foldedText, List<ProseToken> tokens) {
    List<ProseToken> rewritten = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      ProseToken token = tokens.get(i);
      boolean joined =
          token instanceof ProseToken.Text
              && i + 2 < tokens.size()
              && tokens.get(i + 2).isWordOfClass(WordClass.RESPECTIVELY)
              && isFlowDirectlyAfter(foldedText, token, tokens.get(i + 1))
              && NAME_WITH_NUMBER.matcher(foldedText.text(token)).matches();
      rewritten.add(joined ? new ProseToken.Text(token.start(), tokens.get(i + 1).end()) : token);
      i += joined ? 1 : 0;
    }
    return rewritten;
  }

  private static boolean isFlowDirectlyAfter(
      FoldedText foldedText, ProseToken name, ProseToken flow) {
    return name.end() == flow.start()
        && (foldedText.hasText(flow, "支出") || foldedText.hasText(flow, "收入"));
  }
}
