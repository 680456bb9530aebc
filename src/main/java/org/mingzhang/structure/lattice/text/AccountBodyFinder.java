package org.mingzhang.structure.lattice.text;

import java.util.regex.Pattern;
import org.mingzhang.structure.indicator.CellPerLineHeader;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.structure.lattice.TextTableLayout;
import org.mingzhang.text.PatternTable;

/**
 * Finds the end of the body of a table of accounts or projects, and recognizes the caption above
 * its header.
 */
final class AccountBodyFinder {
  private static final int MAX_CHUNKS = 700;
  private static final int MAX_LINES_ABOVE = 4;
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(AccountBodyFinder.class);
  private static final Pattern CAPTION = PATTERNS.get("account-body-finder-caption");
  private static final Pattern BODY_END = PATTERNS.get("account-body-finder-body-end");
  private static final Pattern UNIT = PATTERNS.get("account-body-finder-unit");

  /**
   * A numeral at the beginning of a heading. The names of rows may begin with it as well
   * (三、国有资产占用情况).
   */
  private static final Pattern HEADING_NUMERAL = Pattern.compile("[一二三四五六七八九十]{1,3}、");

  private static final int MIN_LONG_LINE_LENGTH = 90;

  private AccountBodyFinder() {}

  /** Whether a caption or a unit note is at most {@link #MAX_LINES_ABOVE} lines above a chunk. */
  static boolean hasCaptionAbove(ChunkSequence passage, int at) {
    int line = passage.chunk(at).line();
    for (int i = at - 1; i >= 0 && line - passage.chunk(i).line() <= MAX_LINES_ABOVE; i--) {
      boolean opens =
          passage.chunk(i).opensLine() || passage.layout() != TextTableLayout.ROW_PER_LINE;
      String text =
          passage.layout() == TextTableLayout.ROW_PER_LINE
              ? passage.restOfLine(i)
              : passage.unspacedText(i);
      if (opens && CAPTION.matcher(withoutUnit(text)).matches()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text may stand above a table, as a caption or a unit note. */
  static boolean isCaption(String text) {
    return text.length() > 4 && CAPTION.matcher(text).matches();
  }

  /** A caption without the unit note after it. A unit note alone is returned unchanged. */
  private static String withoutUnit(String text) {
    String name = text.endsWith("元") ? UNIT.matcher(text).replaceFirst("") : text;
    return name.isEmpty() ? text : name;
  }

  /**
   * Index after the last chunk that can belong to the rows starting at a chunk, at most {@link
   * #MAX_CHUNKS} chunks further.
   *
   * @param header the header above the rows; the rows continue after a repetition of it
   */
  static int findEndOfRows(ChunkSequence passage, int from, RepeatedHeader header) {
    return header.findEndOfRows(from, MAX_CHUNKS, at -> isEndOfBody(passage, at));
  }

  /** Whether the rows end before a chunk, which is a heading, a caption or a label below them. */
  static boolean isEndOfBody(ChunkSequence passage, int at) {
    boolean lines = passage.layout() == TextTableLayout.ROW_PER_LINE;
    return (lines ? passage.chunk(at).opensLine() : passage.mayStartRow(at))
        && isEndOfBody(passage, at, lines);
  }

  private static boolean isEndOfBody(ChunkSequence passage, int at, boolean startsLine) {
    String text = startsLine ? passage.restOfLine(at) : passage.unspacedText(at);
    boolean row =
        at + 1 < passage.size()
            && (!startsLine || passage.endOfLine(at) == at + 1)
            && HEADING_NUMERAL.matcher(text).lookingAt()
            && CellTextClassifier.isNumber(passage.unspacedText(at + 1));
    return (!row && BODY_END.matcher(withoutUnit(text)).matches())
        || CellPerLineHeader.readAt(passage.words(), at) != null
        || (startsLine && text.length() > MIN_LONG_LINE_LENGTH && text.indexOf('。') >= 0);
  }
}
