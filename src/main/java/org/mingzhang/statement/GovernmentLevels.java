package org.mingzhang.statement;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Perimeter;

/**
 * The level of government that amounts of a section are of. A level below that of the document,
 * 县级 behind 全市, is another body, so that its amount is no second value of the document's own.
 */
final class GovernmentLevels {
  /** Characters of the words for a level, from the highest level to the lowest. */
  private static final List<String> RANKS = List.of("省", "市州盟", "县区旗", "镇乡");

  private @Nullable String territory;
  private @Nullable String carried;

  /** An amount of a perimeter is read: what follows in its sentence is of the same level. */
  void say(Phrase phrase) {
    carried = phrase.level();
    if (phrase.perimeter() == Perimeter.TERRITORY) {
      territory = phrase.level();
    }
  }

  /** What was carried over within a sentence is forgotten. */
  void sentenceEnd() {
    carried = null;
  }

  /** The words for the level that a phrase says or inherits where it is a lower one; else null. */
  @Nullable String below(Phrase phrase) {
    String said = phrase.perimeter() == null ? carried : phrase.level();
    if (said == null || phrase.perimeter() == Perimeter.TERRITORY) {
      return null;
    }
    int own = territory == null ? -1 : rank(territory, territory.length() - 1);
    return isSeveral(said) || (own >= 0 && rank(said, 0) > own) ? said : null;
  }

  /** 县(市、区)级 and 市县级: all governments of these levels. */
  private static boolean isSeveral(String words) {
    return IntStream.range(0, words.length()).filter(i -> rank(words, i) >= 0).count() > 1;
  }

  private static int rank(String words, int at) {
    for (int i = 0; i < RANKS.size(); i++) {
      if (RANKS.get(i).indexOf(words.charAt(at)) >= 0) {
        return i;
      }
    }
    return -1;
  }
}
