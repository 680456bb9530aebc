package org.mingzhang.statement;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.PatternTable;

/** Finds the note that gives the unit of all numbers of a text: （以下数据单位均为千元）, 单位：万元. */
final class UnitNoteFinder {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(UnitNoteFinder.class);
  private static final Pattern UNIT_NOTE = PATTERNS.get("note");

  private UnitNoteFinder() {}

  /**
   * Finds the unit that a note gives for all numbers of a text, as a quantity of value one; null if
   * there is no such note.
   */
  static ProseToken.@Nullable Numeral find(String text, Lexicon lexicon) {
    Matcher note = UNIT_NOTE.matcher(text);
    if (!note.find()) {
      return null;
    }
    WordTrie.Match<Lexicon.MeasureUnit> unit =
        lexicon.units().findLongestMatch(text, note.start("unit"), note.end("unit"));
    return unit == null
        ? null
        : new ProseToken.Numeral(
            note.start(),
            note.end(),
            "1",
            unit.value().factor(),
            unit.value().factor(),
            unit.value().name(),
            unit.value().measure());
  }
}
