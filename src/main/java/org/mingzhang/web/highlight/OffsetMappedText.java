package org.mingzhang.web.highlight;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A text without white space, ideographic and no-break spaces included.
 *
 * @param text the text
 * @param offsets the offset of each of its characters in the original text
 */
record OffsetMappedText(String text, List<Integer> offsets) {
  static OffsetMappedText of(String text) {
    return of(text, c -> false);
  }

  /** Also removes the separators of thousands. */
  static OffsetMappedText ofNumbers(String text) {
    return of(text, c -> c == ',');
  }

  private static OffsetMappedText of(String text, IntPredicate isRemoved) {
    StringBuilder kept = new StringBuilder();
    List<Integer> offsets = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c) && c != '\u3000' && c != '\u00a0' && !isRemoved.test(c)) {
        kept.append(c);
        offsets.add(i);
      }
    }
    return new OffsetMappedText(kept.toString(), offsets);
  }
}
