package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.structure.indicator.IndicatorLevelNames;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.structure.lattice.TextTableLayout;
import org.mingzhang.text.PatternTable;

/**
 * Recognizes the lines of a header that is printed again among the rows because the table continues
 * on another page.
 */
final class RepeatedHeader {
  /** Maximum length, in characters, of a title that may also be the name of a row. */
  private static final int MAX_SHORT_TITLE_LENGTH = 4;

  /**
   * Minimum number of titles of a header whose repetition is recognized in any layout; fewer may be
   * the names of rows.
   */
  private static final int MIN_TITLES = 3;

  /** Maximum number of chunks of a caption above a header. */
  private static final int MAX_CAPTION_CHUNKS = 10;

  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(RepeatedHeader.class);
  private static final Pattern CONTINUATION_MARK = PATTERNS.get("continued");

  private final ChunkSequence passage;
  private final Set<String> headerLines = new HashSet<>();
  private final Set<String> captionLines = new HashSet<>();
  private final List<String> titles;

  /** Creates an instance that recognizes repetitions of the header in a range of chunks. */
  RepeatedHeader(ChunkSequence passage, int from, int to) {
    this.passage = passage;
    this.titles = passage.words().subList(from, to);
    passage.words().subList(Math.max(0, from - MAX_CAPTION_CHUNKS), from).stream()
        .filter(word -> !CellTextClassifier.isNumber(word))
        .forEach(captionLines::add);
    int at = from;
    while (passage.layout() == TextTableLayout.ROW_PER_LINE && at < to) {
      int end = Math.min(to, passage.endOfLine(at));
      if (end > at + 1 || passage.unspacedText(at).length() > MAX_SHORT_TITLE_LENGTH) {
        headerLines.add(passage.restOfLine(at));
      }
      at = end;
    }
  }

  /**
   * Indices of the chunks in a range, without repeated lines of the header and the captions and
   * page numbers above them.
   */
  List<Integer> indicesWithoutHeader(int from, int to) {
    List<Integer> kept = new ArrayList<>();
    int at = from;
    while (at < to) {
      int continued = endOfContinuation(at, to);
      if (continued > at) {
        at = continued;
        continue;
      }
      int end = headerLines.isEmpty() ? to : Math.min(to, passage.endOfLine(at));
      end = headerLines.isEmpty() ? indexOfNextRepetition(at, to) : end;
      if (headerLines.isEmpty() || !headerLines.contains(passage.restOfLine(at))) {
        IntStream.range(at, end).forEach(kept::add);
      }
      at = end;
    }
    return kept;
  }

  /**
   * Index after the header that is repeated from a chunk on, optionally after a page number and the
   * caption of the table, or after its caption alone if a level of indicators follows; the index of
   * the chunk itself if there is none. The caption of another table ends this table even if the
   * titles are the same.
   */
  int endOfContinuation(int at, int to) {
    int header = at;
    int limit = Math.min(to, at + MAX_CAPTION_CHUNKS);
    while (header < limit && !repeatsTitles(header, to) && mayPrecedeRepeatedTitles(header)) {
      header++;
    }
    if (repeatsTitles(header, to)) {
      return Math.min(to, ColumnNumberRow.findEnd(passage, header + titles.size()));
    }
    return isCaptionBeforeLevelName(at, to) ? at + 1 : at;
  }

  /** Whether a chunk is the caption of the table, printed again above further rows of a form. */
  private boolean isCaptionBeforeLevelName(int at, int to) {
    return at + 1 < to
        && captionLines.contains(passage.unspacedText(at))
        && passage.chunk(at).opensLine()
        && passage.chunk(at + 1).opensLine()
        && AccountBodyFinder.isCaption(passage.unspacedText(at))
        && IndicatorLevelNames.isLevelName(passage.unspacedText(at + 1));
  }

  /**
   * Index of the first chunk that does not belong to the rows below the header; the rows continue
   * after a repetition of it.
   *
   * @param from index of their first chunk
   * @param maxChunks maximum number of chunks of the rows
   * @param endsBefore whether the rows end before a chunk
   */
  int findEndOfRows(int from, int maxChunks, IntPredicate endsBefore) {
    int limit = Math.min(passage.size(), from + maxChunks);
    int at = from;
    while (at < limit) {
      int continued = endOfContinuation(at, limit);
      if (continued <= at && endsBefore.test(at)) {
        return at;
      }
      at = Math.max(at + 1, continued);
    }
    return limit;
  }

  private boolean mayPrecedeRepeatedTitles(int at) {
    String text = passage.unspacedText(at);
    String name = CONTINUATION_MARK.matcher(text).replaceAll("");
    return name.isEmpty()
        || captionLines.contains(text)
        || LineText.isPageNumberOrStroke(text)
        || captionLines.contains(name);
  }

  /**
   * Index of the next chunk at which all titles are repeated; the end of the range if there is
   * none.
   */
  private int indexOfNextRepetition(int from, int to) {
    int at = from + 1;
    while (at < to && endOfContinuation(at, to) == at) {
      at++;
    }
    return Math.min(at, to);
  }

  /** Whether all titles of the header are repeated, in their order, from a chunk on. */
  private boolean repeatsTitles(int at, int to) {
    return titles.size() >= MIN_TITLES
        && at + titles.size() <= to
        && passage.mayStartRow(at)
        && passage.words().subList(at, at + titles.size()).equals(titles);
  }
}
