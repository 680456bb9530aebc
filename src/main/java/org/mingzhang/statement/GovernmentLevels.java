package org.mingzhang.statement;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Perimeter;

/**
 * Distinguishes a level of government below that of the document, such as 县级 after 全市, from the
 * document's own. A lower level is another body, so its amount is not a second value of the
 * document's.
 */
final class GovernmentLevels {
  /** Characters of the words for a level, from the highest level to the lowest. */
  private static final List<String> RANKS = List.of("省", "市州盟", "县区旗", "镇乡");

  private @Nullable String territory;
  private @Nullable String carried;

  /** Remembers the level of an amount for the rest of its sentence. */
  void remember(Phrase phrase) {
    carried = phrase.level();
    if (phrase.perimeter() == Perimeter.TERRITORY) {
      territory = phrase.level();
    }
  }

  /** Forgets the level of the sentence. */
  void endSentence() {
    carried = null;
  }

  /** The words for the level of a phrase or its sentence if it is a lower one; otherwise null. */
  @Nullable String lowerLevel(Phrase phrase) {
    String said = phrase.perimeter() == null ? carried : phrase.level();
    if (said == null || phrase.perimeter() == Perimeter.TERRITORY) {
      return null;
    }
    int own = territory == null ? -1 : rank(territory, territory.length() - 1);
    return isSeveral(said) || (own >= 0 && rank(said, 0) > own) ? said : null;
  }

  /** Whether words name the governments of several levels: 县(市、区)级, 市县级. */
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
