package org.mingzhang.statement.clause;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Perimeter;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.text.PatternTable;

/**
 * Detects words for a level of government below that of the document, such as 县级 after 全市. Amounts
 * at that level belong to other bodies and must not be taken for second values of the document's
 * own amounts. Also detects the names of other territories.
 */
final class GovernmentLevelDetector {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(GovernmentLevelDetector.class);
  private static final Pattern TERRITORIES = PATTERNS.get("territories");

  private static final String OWN_GOVERNMENT = "本级";

  private final Lexicon lexicon;

  /** Words for the document's own level, 全市 or 市; null as long as no phrase has named it. */
  private @Nullable String ownLevel;

  GovernmentLevelDetector(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * Remembers the document's own level if a phrase names the whole territory, 全市, 我县, or, as long
   * as none does, the government itself: 市本级.
   */
  void rememberOwnLevel(AmountPhrase phrase) {
    String level = phrase.perimeterWords();
    if (phrase.perimeter() == Perimeter.TERRITORY) {
      ownLevel = level;
    } else if (ownLevel == null && level != null && level.indexOf(OWN_GOVERNMENT) > 0) {
      ownLevel = level.substring(0, level.indexOf(OWN_GOVERNMENT));
    }
  }

  /**
   * The words for the level of a phrase if they name several levels or one below the document's
   * own; otherwise null.
   *
   * @param inherited words for the level that the sentence has stated before, or null
   */
  @Nullable String findLowerLevel(AmountPhrase phrase, @Nullable String inherited) {
    String words = phrase.perimeterWords() == null ? inherited : phrase.perimeterWords();
    if (words == null || phrase.perimeter() == Perimeter.TERRITORY) {
      return null;
    }
    int own = ownLevel == null ? -1 : rankOf(ownLevel);
    return namesSeveralLevels(words) || (own >= 0 && rankOf(words) > own) ? words : null;
  }

  /**
   * Whether a phrase names a single level above the document's own: 省级收入 in the report of a city,
   * which is the province's share of the revenue collected in the city.
   */
  boolean namesHigherLevel(AmountPhrase phrase) {
    String words = phrase.perimeterWords();
    return words != null
        && ownLevel != null
        && phrase.perimeter() == Perimeter.GOVERNMENT
        && !namesSeveralLevels(words)
        && rankOf(words) >= 0
        && rankOf(words) < rankOf(ownLevel);
  }

  /**
   * The name of other territories if a doubtful name consists of it, alone or with the flow of the
   * account before, after a single subject whose perimeter or entity is named; otherwise null. The
   * amount then belongs to the account of the subject before: 市本级一般公共预算收入增长17.5%，五县市增长20.3%.
   */
  @Nullable String findOtherTerritory(DiscourseTopic before, Subject named) {
    if (named.isInChart() || before.subjects().size() != 1) {
      return null;
    }
    Subject previous = before.subjects().getFirst();
    Matcher territories = TERRITORIES.matcher(named.account());
    return previous.item() == null
            && (previous.perimeter() != null || previous.entity() != null)
            && territories.matches()
            && previous.account().endsWith(Objects.toString(territories.group("flow"), ""))
        ? territories.group("names")
        : null;
  }

  /** Whether words name the governments of several levels: 县(市、区)级, 市县级. */
  private boolean namesSeveralLevels(String words) {
    return ranksOf(words).count() > 1;
  }

  /** The rank of the first level that words name, the highest level first; negative if none. */
  private int rankOf(String words) {
    return ranksOf(words).findFirst().orElse(-1);
  }

  private IntStream ranksOf(String words) {
    return words.chars().map(c -> lexicon.governmentRank((char) c)).filter(rank -> rank >= 0);
  }

  /** Whether a part is named by a level and the last noun of the whole: 市级债务 of 政府债务余额. */
  static boolean isWholeAtNamedLevel(Subject subject, AmountPhrase phrase, Subject whole) {
    String level = phrase.perimeterWords();
    return level != null
        && whole.item() == null
        && !subject.isInChart()
        && subject.account().startsWith(level)
        && subject.account().length() > level.length()
        && whole.account().contains(subject.account().substring(level.length()));
  }
}
