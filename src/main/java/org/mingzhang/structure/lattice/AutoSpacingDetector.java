package org.mingzhang.structure.lattice;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.mingzhang.text.PatternTable;

/**
 * Decides whether blanks between a number and the characters beside it were inserted by
 * typesetting. Such blanks do not separate cells.
 */
final class AutoSpacingDetector {
  private static final Set<CellTextClass> TEXT_CLASSES =
      EnumSet.of(
          CellTextClass.SHORT_TEXT,
          CellTextClass.WORDS,
          CellTextClass.PHRASE,
          CellTextClass.SENTENCE);
  private static final Pattern QUANTITY = Pattern.compile("[≥≤≧≦=＝><]{0,2}\\d[\\d.,]*[万亿]?");
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(AutoSpacingDetector.class);
  private static final Pattern UNIT = PATTERNS.get("unit");
  private static final Pattern NUMBER_WITH_UNIT = Pattern.compile("\\d[\\d.,]*\\p{IsHan}");

  private final List<Chunk> chunks;
  private final TextTableLayout layout;
  private final SegmentTexts texts;

  AutoSpacingDetector(List<Chunk> chunks, TextTableLayout layout, SegmentTexts texts) {
    this.chunks = chunks;
    this.layout = layout;
    this.texts = texts;
  }

  /**
   * Whether typesetting inserted the blank before or after a chunk, between a number and the
   * characters beside it. False in other layouts than {@link TextTableLayout#STREAM}.
   */
  boolean isNumberWithAutoSpacing(int index) {
    return layout == TextTableLayout.STREAM
        && (hasAutoSpacingBefore(index) || hasAutoSpacingBefore(index + 1));
  }

  /**
   * Whether the blank before a chunk was inserted by typesetting: the chunk is a number that
   * follows words and has its unit in the same or the next chunk, or it is the unit of the number
   * before it.
   */
  boolean hasAutoSpacingBefore(int index) {
    if (index <= 0 || index >= chunks.size()) {
      return false;
    }
    String left = chunks.get(index - 1).text();
    String text = chunks.get(index).text();
    if (UNIT.matcher(text).lookingAt()) {
      return Character.isDigit(left.charAt(left.length() - 1)) && CellTextClassifier.isNumber(left);
    }
    boolean words = Character.isIdeographic(left.charAt(left.length() - 1));
    if (!words || chunks.get(index).opensLine()) {
      return false;
    }
    String next = index + 1 < chunks.size() ? chunks.get(index + 1).text() : "";
    return CellTextClassifier.isNumber(text)
        ? UNIT.matcher(next).lookingAt()
        : NUMBER_WITH_UNIT.matcher(text).lookingAt()
            && !texts.classes(index).contains(CellTextClass.DATE)
            && !Collections.disjoint(texts.classes(index - 1), TEXT_CLASSES);
  }

  /** Whether a chunk is the unit of the number before it. */
  boolean isUnit(int index) {
    Separator separator = chunks.get(index).separator();
    return (separator == Separator.BLANK || separator == Separator.AUTO_SPACING)
        && QUANTITY.matcher(chunks.get(index - 1).text()).matches()
        && texts.classes(index).contains(CellTextClass.UNIT);
  }
}
