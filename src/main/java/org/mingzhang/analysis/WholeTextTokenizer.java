package org.mingzhang.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.mingzhang.text.NormalizedText;

/**
 * A tokenizer that needs the whole text before its first token, because normalisation looks beyond
 * the next character.
 *
 * <p>A subclass gives the normalised form and then token after token through {@link #emit}. The
 * text is read anew after each {@code reset}, and everything kept of the one before is dropped
 * there, so that a stream that was abandoned half-way leaves nothing behind. As every Lucene
 * tokenizer it belongs to one thread at a time.
 */
abstract class WholeTextTokenizer extends Tokenizer {
  private static final NormalizedText NONE = org.mingzhang.text.SearchNormalizer.normalize("");

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final PositionLengthAttribute span = addAttribute(PositionLengthAttribute.class);
  private final char[] buffer = new char[4096];

  private NormalizedText text = NONE;
  private boolean read;
  private int position;

  /** Normalises the text of the stream. */
  abstract NormalizedText normalize(String original);

  /** Emits the next token, or answers false at the end. */
  abstract boolean next();

  /** Forgets what is known of the text before. */
  abstract void restart();

  /** The text that is being tokenized. */
  final NormalizedText text() {
    return text;
  }

  /**
   * Emits a token.
   *
   * @param from place of its first character in the normalised text, not before the last token's
   * @param to place behind its last character
   * @param position 0-based position, not before the last token's
   * @param length number of positions it spans
   */
  final void emit(int from, int to, int position, int length) {
    clearAttributes();
    term.append(text.text(), from, to);
    place(from, to, position, length);
  }

  /** Emits a token with other text than stands at its place. */
  final void emit(String word, int from, int to, int position, int length) {
    clearAttributes();
    term.append(word);
    place(from, to, position, length);
  }

  private void place(int from, int to, int position, int length) {
    int start = text.start(from);
    offset.setOffset(correctOffset(start), correctOffset(Math.max(start, text.end(to))));
    increment.setPositionIncrement(position - this.position);
    span.setPositionLength(length);
    this.position = position;
  }

  @Override
  public final boolean incrementToken() throws IOException {
    if (!read) {
      text = normalize(readAll());
      read = true;
    }
    return next();
  }

  private String readAll() throws IOException {
    StringBuilder all = new StringBuilder();
    for (int n = input.read(buffer); n >= 0; n = input.read(buffer)) {
      all.append(buffer, 0, n);
    }
    return all.toString();
  }

  @Override
  public final void reset() throws IOException {
    super.reset();
    forget();
  }

  @Override
  public final void close() throws IOException {
    super.close();
    forget();
  }

  private void forget() {
    text = NONE;
    read = false;
    position = -1;
    restart();
  }

  @Override
  public final void end() throws IOException {
    super.end();
    int last = correctOffset(text.start(text.length()));
    offset.setOffset(last, last);
  }
}
