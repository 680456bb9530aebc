package org.mingzhang.statement.token;

import java.util.ArrayList;
import java.util.List;

/**
 * Joins the word 执行 to the name before it where another stage follows directly, since the following
 * word then is the stage of the amount: 案件执行年初预算数6万元 is about 案件执行.
 */
public final class StageInNameRewriter {
  private StageInNameRewriter() {}

  /**
   * Returns the tokens, in which 执行 and the name before it are one token where another stage
   * follows.
   */
  public static List<ProseToken> rewrite(
      FoldedText foldedText, Lexicon lexicon, List<ProseToken> tokens) {
    List<ProseToken> rewritten = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      ProseToken name = tokens.get(i);
      if (name.isNameLike()
          && isFollowedByTwoStages(foldedText, tokens, i)
          && !lexicon.hasEnding(WordClass.ACCOUNT, foldedText.text(name))) {
        rewritten.add(new ProseToken.Text(name.start(), tokens.get(i + 1).end()));
        i++;
      } else {
        rewritten.add(name);
      }
    }
    return rewritten;
  }

  /** Whether 执行, another stage and an amount of money directly follow a token. */
  private static boolean isFollowedByTwoStages(
      FoldedText foldedText, List<ProseToken> tokens, int tokenIndex) {
    if (tokenIndex + 3 >= tokens.size()) {
      return false;
    }
    ProseToken inName = tokens.get(tokenIndex + 1);
    ProseToken stage = tokens.get(tokenIndex + 2);
    int number = tokenIndex + 3;
    if (tokens.get(number).isWordOfClass(WordClass.LINKING_VERB) && number + 1 < tokens.size()) {
      number++;
    }
    return inName.isWordOfClass(WordClass.STAGE)
        && foldedText.hasText(inName, "执行")
        && stage.isWordOfClass(WordClass.STAGE)
        && tokens.get(tokenIndex).end() == inName.start()
        && inName.end() == stage.start()
        && tokens.get(number).isMoney();
  }
}
