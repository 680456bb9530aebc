package org.mingzhang.statement.section;

import java.util.List;
import org.mingzhang.statement.token.FoldedText;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.ProseTokenizer;

/**
 * A title that is folded and tokenized once for several readers.
 *
 * @param printed the title as printed
 * @param tokens tokens of the folded title, without gaps between them
 */
record TokenizedTitle(String printed, FoldedText foldedText, List<ProseToken> tokens) {

  static TokenizedTitle tokenize(String printed, ProseTokenizer tokenizer) {
    FoldedText foldedText = FoldedText.fold(printed);
    return new TokenizedTitle(printed, foldedText, tokenizer.tokenize(foldedText));
  }

  /** The title in folded form. */
  String text() {
    return foldedText.text();
  }
}
