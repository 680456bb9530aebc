package org.mingzhang.statement.token;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.PatternTable;

/**
 * Detects lines within a text that are headings and not wrapped lines of a sentence: they contain
 * no stop, and no name continues on the next line.
 */
final class HeadingLineDetector {
  /** Maximum number of characters of a heading. */
  private static final int MAX_HEADING_LENGTH = 40;

  /** Minimum length of the common prefix of a heading and the text below it, in characters. */
  private static final int COMMON_PREFIX_LENGTH = 4;

  private static final Pattern NUMBERED_HEADING =
      Pattern.compile("(?:第?[一二三四五六七八九十]{1,3}[、章节部]|\\([一二三四五六七八九十]{1,3}\\))..");
  private static final Pattern AMOUNT = Pattern.compile("\\d元|\\d[万亿%]|\\d$");
  private static final Pattern UNNUMBERED_HEADING = Pattern.compile("[\\p{IsHan}()、]{2,20}");
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(HeadingLineDetector.class);
  private static final Set<String> HEADING_ENDINGS = PATTERNS.getWords("heading-ending");
  private static final Pattern NEXT_LINE_START = PATTERNS.get("next");

  /** Words that a heading on amounts may contain besides names. */
  private static final Set<WordClass> CLASSES_IN_HEADINGS =
      Set.of(WordClass.NOUN, WordClass.CHANGE_WITHOUT_DIRECTION);

  /**
   * Further words that a heading may contain if the next line is much longer, so that the line is
   * not wrapped.
   */
  private static final Set<WordClass> CLASSES_IN_SHORT_HEADINGS =
      Set.of(WordClass.STAGE, WordClass.COMPARISON_END);

  /** Words that open a sentence on amounts. */
  private static final Set<WordClass> CLASSES_OPENING_SENTENCES =
      Set.of(WordClass.NOUN, WordClass.FUND, WordClass.SCOPE, WordClass.WITHIN, WordClass.DEFAULT);

  /**
   * Maximum number of characters of a line that is recognized as a heading because it is far
   * shorter than the next line.
   */
  private static final int MAX_SHORT_LINE_LENGTH = 12;

  /**
   * Maximum number of characters not covered by words of the lexicon in a heading that is
   * recognized by its length.
   */
  private static final int MAX_UNKNOWN_CHARACTERS = 4;

  /**
   * Minimum ratio of the next line's length to that of a heading recognized by its length. A
   * wrapped line is about as long as the next one, so a much shorter line was not wrapped.
   */
  private static final int MIN_NEXT_LINE_RATIO = 4;

  private final WordTrie<Lexicon.LexiconEntry> words;

  HeadingLineDetector(WordTrie<Lexicon.LexiconEntry> words) {
    this.words = words;
  }

  /** Whether a heading ends before an offset, at which the next line starts. */
  boolean isHeadingBefore(FoldedText foldedText, int at) {
    if (at == 0 || !foldedText.startsLine(at)) {
      return false;
    }
    String line = foldedText.lineBefore(at);
    return line.length() <= MAX_HEADING_LENGTH
        && line.chars().noneMatch(c -> "，。；：%".indexOf(c) >= 0)
        && (HEADING_ENDINGS.stream().anyMatch(line::endsWith)
            || (NUMBERED_HEADING.matcher(line).lookingAt() && !AMOUNT.matcher(line).find())
            || (UNNUMBERED_HEADING.matcher(line).matches()
                && isConfirmedByTextBelow(foldedText, line, at)));
  }

  private boolean isConfirmedByTextBelow(FoldedText foldedText, String line, int at) {
    String text = foldedText.text();
    int start = at - line.length();
    return text.startsWith(line.substring(0, Math.min(COMMON_PREFIX_LENGTH, line.length())), at)
        || NEXT_LINE_START.matcher(text).region(at, text.length()).lookingAt()
        || ((start == 0 || text.charAt(start - 1) == '。')
            && (mayBeLineOfNames(text, start, at, false)
                || (isTooShortToWrap(foldedText, line, at)
                    && mayBeLineOfNames(text, start, at, true))));
  }

  /** Whether a line is far too short to be wrapped, and the next opens a sentence. */
  private boolean isTooShortToWrap(FoldedText foldedText, String line, int at) {
    int end = at + 1;
    while (end < foldedText.length() && !foldedText.startsLine(end)) {
      end++;
    }
    String text = foldedText.text();
    WordTrie.Match<Lexicon.LexiconEntry> next = findLongest(text, at);
    boolean opens =
        next == null
            ? Character.isIdeographic(text.charAt(at))
            : next.value().isName() || CLASSES_OPENING_SENTENCES.contains(next.value().type());
    return opens
        && line.length() <= MAX_SHORT_LINE_LENGTH
        && end - at >= MIN_NEXT_LINE_RATIO * line.length();
  }

  /**
   * Whether a line contains only names and words that may accompany a name, the next line starts
   * with a name, and no name continues across the line break: the line may then be a heading.
   *
   * @param isShortLine whether the line is far shorter than the next: if true, the next line need
   *     not start with a name, and the line may contain some other words
   */
  private boolean mayBeLineOfNames(String text, int start, int end, boolean isShortLine) {
    int next = endOfName(text, end);
    if (next < 0 && !isShortLine) {
      return false;
    }
    int unknown = 0;
    int at = start;
    while (at < end) {
      WordTrie.Match<Lexicon.LexiconEntry> word = findLongest(text, at);
      if (word != null
          && word.end() <= end
          && !mayStandInHeading(word, isShortLine, at > start, end)) {
        return false;
      }
      unknown += word == null ? 1 : 0;
      int endOfLast = word == null || word.end() > end ? at + 1 : word.end();
      for (int inside = at; inside < endOfLast; inside++) {
        WordTrie.Match<Lexicon.LexiconEntry> name = findLongest(text, inside);
        if (name != null && name.value().isName() && name.end() >= Math.max(next, end + 1)) {
          return false;
        }
      }
      at = endOfLast;
    }
    return !isShortLine || unknown <= MAX_UNKNOWN_CHARACTERS;
  }

  /**
   * Offset after the name that starts at {@code from}, alone or after words for its fund; -1 if
   * there is none.
   */
  private int endOfName(String text, int from) {
    WordTrie.Match<Lexicon.LexiconEntry> word = findLongest(text, from);
    while (word != null && word.value().type() == WordClass.FUND) {
      word = findLongest(text, word.end());
    }
    return word != null && word.value().isName() ? word.end() : -1;
  }

  private static boolean mayStandInHeading(
      WordTrie.Match<Lexicon.LexiconEntry> word,
      boolean isShortLine,
      boolean followsWords,
      int end) {
    WordClass type = word.value().type();
    boolean lastStage = type == WordClass.STAGE && followsWords && word.end() == end;
    return word.value().isName()
        || CLASSES_IN_HEADINGS.contains(type)
        || (isShortLine && CLASSES_IN_SHORT_HEADINGS.contains(type) && !lastStage);
  }

  private WordTrie.@Nullable Match<Lexicon.LexiconEntry> findLongest(String text, int at) {
    return words.findLongestMatch(
        text, at, Math.min(text.length(), at + ProseTokenizer.MAX_WORD_LENGTH));
  }
}
