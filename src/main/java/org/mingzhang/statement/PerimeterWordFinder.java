package org.mingzhang.statement;

import java.util.EnumSet;
import java.util.Set;
import org.mingzhang.model.Perimeter;

/**
 * Finds the words of the lexicon that say whose accounts a government shows: 全市 for its whole
 * territory, 市本级 for its own level. Used for titles of tables and sections.
 */
public final class PerimeterWordFinder {
  private PerimeterWordFinder() {}

  /** The perimeters that a title names; empty if it names none. */
  public static Set<Perimeter> findIn(String title) {
    Set<Perimeter> found = EnumSet.noneOf(Perimeter.class);
    WordTrie<Lexicon.LexiconEntry> words = Lexicon.standard().words();
    int at = 0;
    while (at < title.length()) {
      WordTrie.Match<Lexicon.LexiconEntry> word = words.findLongestMatch(title, at, title.length());
      if (word != null && word.value().type() == WordClass.SCOPE) {
        for (Perimeter perimeter : Set.of(Perimeter.TERRITORY, Perimeter.GOVERNMENT)) {
          if (word.value().value().equals(perimeter.name())) {
            found.add(perimeter);
          }
        }
      }
      at = word == null || word.value().name() ? at + 1 : word.end();
    }
    return found;
  }
}
