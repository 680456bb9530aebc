package org.mingzhang.statement.token;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Perimeter;

/**
 * Finds the words of the lexicon that state the perimeter of a government's accounts: 全市 for its
 * whole territory, 市本级 for its own level. Used for titles of tables and sections.
 */
public final class PerimeterWordFinder {
  private static final Set<Perimeter> GOVERNMENT_PERIMETERS =
      EnumSet.of(Perimeter.TERRITORY, Perimeter.GOVERNMENT);

  private PerimeterWordFinder() {}

  /**
   * A label split into the perimeter with which it begins and the rest: 市本级一般公共预算收入.
   *
   * @param perimeter the perimeter; null if the label begins with none
   * @param rest the rest, or the whole label
   */
  public record PrefixedLabel(@Nullable Perimeter perimeter, String rest) {}

  /**
   * Splits off the perimeter with which a label begins; the label 本级 means the perimeter of the
   * government.
   */
  public static PrefixedLabel splitPrefix(String label) {
    if (label.equals("本级")) {
      return new PrefixedLabel(Perimeter.GOVERNMENT, "");
    }
    WordTrie.Match<Lexicon.LexiconEntry> word =
        Lexicon.standard().words().findLongestMatch(label, 0, label.length());
    if (word != null && word.value().type() == WordClass.SCOPE) {
      for (Perimeter perimeter : GOVERNMENT_PERIMETERS) {
        if (word.value().value().equals(perimeter.name())) {
          return new PrefixedLabel(perimeter, label.substring(word.end()));
        }
      }
    }
    return new PrefixedLabel(null, label);
  }

  /** The perimeters that a title names; empty if it names none. */
  public static Set<Perimeter> findIn(String title) {
    Set<Perimeter> found = EnumSet.noneOf(Perimeter.class);
    WordTrie<Lexicon.LexiconEntry> words = Lexicon.standard().words();
    int at = 0;
    while (at < title.length()) {
      WordTrie.Match<Lexicon.LexiconEntry> word = words.findLongestMatch(title, at, title.length());
      if (word != null && word.value().type() == WordClass.SCOPE) {
        for (Perimeter perimeter : GOVERNMENT_PERIMETERS) {
          if (word.value().value().equals(perimeter.name())) {
            found.add(perimeter);
          }
        }
      }
      at = word == null || word.value().isName() ? at + 1 : word.end();
    }
    return found;
  }
}
