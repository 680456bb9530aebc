package org.mingzhang.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits text without paragraph ends into pieces of bounded length. Readers of sentences look back
 * and forth within their text; on pieces their work stays linear in the length of the document. The
 * concatenated pieces are the text. A piece ends after the last sentence that ends in its second
 * half; if there is none, after the last clause; if there is none, anywhere but within a surrogate
 * pair.
 */
public final class LongTextSplitter {
  /** Maximum length of a piece, in UTF-16 units; paragraphs of real documents are shorter. */
  public static final int MAX_PIECE_LENGTH = 4_000;

  private static final String SENTENCE_ENDS = "。！？\n";
  private static final String CLAUSE_ENDS = "；;，,、：: \t\u3000";

  private LongTextSplitter() {}

  /** The pieces of a text in order; the text itself if it is short. */
  public static List<String> splitIntoPieces(String text) {
    if (text.length() <= MAX_PIECE_LENGTH) {
      return List.of(text);
    }
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (text.length() - from > MAX_PIECE_LENGTH) {
      int end = endOfPiece(text, from);
      pieces.add(text.substring(from, end));
      from = end;
    }
    pieces.add(text.substring(from));
    return pieces;
  }

  private static int endOfPiece(String text, int from) {
    int limit = from + MAX_PIECE_LENGTH;
    int sentence = findPieceEnd(text, limit, limit - MAX_PIECE_LENGTH / 2, SENTENCE_ENDS);
    int clause =
        sentence > 0
            ? sentence
            : findPieceEnd(text, limit, limit - MAX_PIECE_LENGTH / 2, CLAUSE_ENDS);
    if (clause > 0) {
      return clause;
    }
    return Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
  }

  private static int findPieceEnd(String text, int limit, int minimum, String marks) {
    for (int i = limit; i > minimum; i--) {
      if (marks.indexOf(text.charAt(i - 1)) >= 0) {
        return i;
      }
    }
    return -1;
  }
}
