package org.mingzhang.extract.rtf;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Control words that stand for characters, and those that end cells and rows of a nested table,
 * which become blanks (cells) and line breaks (rows).
 */
final class RtfCharacters {
  private static final Map<String, String> CHARACTERS =
      Map.ofEntries(
          Map.entry("tab", "\t"),
          Map.entry("line", "\n"),
          Map.entry("emdash", "—"),
          Map.entry("endash", "–"),
          Map.entry("lquote", "‘"),
          Map.entry("rquote", "’"),
          Map.entry("ldblquote", "“"),
          Map.entry("rdblquote", "”"),
          Map.entry("emspace", " "),
          Map.entry("enspace", " "),
          Map.entry("qmspace", " "),
          Map.entry("nestcell", " "),
          Map.entry("nestrow", "\n"));

  private RtfCharacters() {}

  /** The characters that a control word represents; null for other control words. */
  static @Nullable String textOf(String word) {
    return CHARACTERS.get(word);
  }
}
