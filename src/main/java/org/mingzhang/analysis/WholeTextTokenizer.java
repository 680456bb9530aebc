package org.mingzhang.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.mingzhang.text.NormalizedText;
import org.mingzhang.text.SearchNormalizer;

/**
 * Base class of tokenizers that read the whole text before the first token, because normalization
 * needs more than the next character.
 *
 * <p>A subclass normalizes the text and then emits token after token with {@link #emit}. {@code
 * reset} discards all state, so that a stream that was abandoned half-way does not affect the next
 * text. Not thread-safe, like all Lucene tokenizers.
 */
abstract class WholeTextTokenizer extends Tokenizer {
  private static final NormalizedText EMPTY_TEXT = SearchNormalizer.normalize("");

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final PositionLengthAttribute positionLengthAttribute =
      addAttribute(PositionLengthAttribute.class);
  private final char[] buffer = new char[4096];

  private NormalizedText text = EMPTY_TEXT;
  private boolean hasReadInput;
  private int lastPosition;

  /** Normalizes the text of the stream. */
  abstract NormalizedText normalize(String original);

  /**
   * Emits the next token with one call of {@link #emit}; returns false, with nothing emitted, at
   * the end.
   */
  abstract boolean emitNext();

  /** Discards what the subclass keeps of the previous text. */
  abstract void restart();

  /** The text that is being tokenized. */
  final NormalizedText text() {
    return text;
  }

  /**
   * Emits a token.
   *
   * @param from offset of its first character in the normalized text, not before the last token's
   * @param to offset after its last character
   * @param position 0-based position, not before the last token's
   * @param positionLength number of positions it spans
   */
  final void emit(int from, int to, int position, int positionLength) {
    clearAttributes();
    term.append(text.text(), from, to);
    setAttributes(from, to, position, positionLength);
  }

  /** Emits a token whose term differs from the text at its offsets. */
  final void emit(String word, int from, int to, int position, int positionLength) {
    clearAttributes();
    term.append(word);
    setAttributes(from, to, position, positionLength);
  }

  private void setAttributes(int from, int to, int position, int positionLength) {
    int start = text.originalStart(from);
    offset.setOffset(correctOffset(start), correctOffset(Math.max(start, text.originalEnd(to))));
    increment.setPositionIncrement(position - this.lastPosition);
    positionLengthAttribute.setPositionLength(positionLength);
    this.lastPosition = position;
  }

  @Override
  public final boolean incrementToken() throws IOException {
    if (!hasReadInput) {
      text = normalize(readAll());
      hasReadInput = true;
    }
    return emitNext();
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
    discardText();
  }

  @Override
  public final void close() throws IOException {
    super.close();
    discardText();
  }

  private void discardText() {
    text = EMPTY_TEXT;
    hasReadInput = false;
    lastPosition = -1;
    restart();
  }

  @Override
  public final void end() throws IOException {
    super.end();
    int last = correctOffset(text.originalStart(text.length()));
    offset.setOffset(last, last);
  }
}
