package org.mingzhang.structure.lattice.text;

import java.util.regex.Pattern;
import org.mingzhang.structure.indicator.CellPerLineHeader;
import org.mingzhang.structure.lattice.CopyLayout;

/**
 * Limits the body of a table of accounts or projects: finds the chunks at which it may begin and
 * the chunk before which it must end.
 */
final class AccountBodyFinder {
  private static final int MAX_CHUNKS = 700;
  private static final int MAX_LINES_ABOVE = 4;
  private static final Pattern CAPTION =
      Pattern.compile(
          ".{2,60}(?:表|明细|清单|一览|公示|情况)(?:[（(].{1,20}[）)])?|.{0,20}单位[:：].{0,12}元(?:.{0,4}|[\\d,]*[a-z]{2,12})|.{2,40}如下[:：]?");
  private static final Pattern BODY_END =
      Pattern.compile(
          "[（(]?(?:注|备注|说明|附注|填表说明)[:：].*|(?:监督|举报|联系)(?:电话|人|邮箱).*|附(?:件|表)\\d*[:：].*"
              + "|(?:项目|专项)(?:支出)?名称|(?:年度|项目)?(?:总体|绩效)目标|绩效指标|[一二三]级指标"
              + "|[一二三四五六七八九十]{1,3}、.{2,30}(?:情况|说明)|[（(][一二三四五六七八九十]{1,3}[）)].{2,40}(?:情况)?说明。?|.{4,60}(?:表|公示)");
  private static final int MIN_LONG_LINE_LENGTH = 90;

  private AccountBodyFinder() {}

  /** Whether a caption or a unit is within a few lines above a chunk. */
  static boolean hasCaptionAbove(ChunkSequence passage, int at) {
    int line = passage.chunk(at).line();
    for (int i = at - 1; i >= 0 && line - passage.chunk(i).line() <= MAX_LINES_ABOVE; i--) {
      boolean opens = passage.chunk(i).opensLine() || passage.layout() != CopyLayout.ROWS;
      String text =
          passage.layout() == CopyLayout.ROWS ? passage.restOfLine(i) : passage.unspacedText(i);
      if (opens && CAPTION.matcher(text).matches()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text may be above a table: a caption or a unit. */
  static boolean isCaption(String text) {
    return text.length() > 4 && CAPTION.matcher(text).matches();
  }

  /**
   * Index after the last chunk that the rows starting at a chunk can have.
   *
   * @param header the header above them, whose repetition does not end them
   */
  static int end(ChunkSequence passage, int from, RepeatedHeader header) {
    int limit = Math.min(passage.size(), from + MAX_CHUNKS);
    for (int at = from; at < limit; at++) {
      if (header.repeatsTitles(at, limit)) {
        at += header.titleCount() - 1;
        continue;
      }
      boolean line = passage.layout() == CopyLayout.ROWS && passage.chunk(at).opensLine();
      boolean row = passage.layout() != CopyLayout.ROWS && passage.mayStartRow(at);
      if ((line || row) && isEndOfBody(passage, at, line)) {
        return at;
      }
    }
    return limit;
  }

  private static boolean isEndOfBody(ChunkSequence passage, int at, boolean line) {
    String text = line ? passage.restOfLine(at) : passage.unspacedText(at);
    return BODY_END.matcher(text).matches()
        || CellPerLineHeader.readAt(passage.words(), at) != null
        || (line && text.length() > MIN_LONG_LINE_LENGTH && text.indexOf('。') >= 0);
  }
}
