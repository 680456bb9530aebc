package org.mingzhang.structure.figure;

import java.util.regex.Pattern;
import org.mingzhang.text.Mention;

/**
 * Tells where a sentence goes back to what it began with after naming parts of it: behind a bracket
 * ({@code 购置及运行费7万元（其中：购置费2万元，运行费5万元），比上年增加1万元}), and in the sentence after a list of parts ({@code
 * 三公经费5万元，其中：…。与上年相比减少1万元}).
 */
final class SentenceHead {
  private static final Pattern COMPARISON = Pattern.compile("^(?:与|比|较|同)(?!时)");
  private static final String PARTS = "其中";

  private SentenceHead() {}

  /**
   * The place in the paragraph before which the subject was named; -1 where nothing goes back.
   *
   * @param before place behind the quantity before the mention
   */
  static int before(String text, Mention mention, int before) {
    if (before > 0 && before < text.length() && text.charAt(before) == ')') {
      return open(text, before);
    }
    boolean begins = mention.clause() == mention.sentence() && mention.sentence() > 0;
    String words = text.substring(mention.sentence(), mention.quantity().start());
    boolean compared =
        (begins || words.indexOf('元') < 0)
            && COMPARISON.matcher(words).find()
            && mention.sentence() > 0;
    if (!compared) {
      return -1;
    }
    int start = text.lastIndexOf('。', mention.sentence() - 2) + 1;
    int parts = text.indexOf(PARTS, start);
    return parts >= 0 && parts < mention.sentence() ? parts : -1;
  }

  private static int open(String text, int close) {
    int depth = 0;
    for (int i = close; i >= 0; i--) {
      depth += text.charAt(i) == ')' ? 1 : text.charAt(i) == '(' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
