package org.mingzhang.schema;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableData;

/**
 * The full text of a section with the pages of its parts. Phrase search finds exactly the sections
 * whose full text contains the phrase.
 *
 * @param text the full text, {@link Section#fullText()}
 * @param pages pages of its parts
 */
public record IndexedText(String text, PageMap pages) {

  /**
   * Builds the full text of a section and the map of its offsets to pages.
   *
   * @param tables the data tables of the document, which give the pages of their rows; other tables
   *     count as being on the page on which they start
   */
  public static IndexedText build(Section section, List<TableData> tables) {
    String full = section.fullText();
    StringBuilder text = new StringBuilder(full.length()).append(section.heading());
    List<int[]> marks = new ArrayList<>();
    addPageMark(marks, 0, section.page());
    for (Section.Part part : section.body()) {
      text.append('\n');
      addPageMark(marks, text.length(), part.page());
      if (part instanceof Section.TablePart table) {
        addRowPageMarks(marks, text.length(), table, tables);
      }
      text.append(part.text());
    }
    int[] starts = marks.stream().mapToInt(m -> m[0]).toArray();
    int[] pages = marks.stream().mapToInt(m -> m[1]).toArray();
    return new IndexedText(full, new PageMap(starts, pages));
  }

  /** Marks the pages of the rows of a data table; the rows above them are its header. */
  private static void addRowPageMarks(
      List<int[]> marks, int start, Section.TablePart part, List<TableData> tables) {
    if (part.table() < 0 || part.table() >= tables.size()) {
      return;
    }
    List<Integer> rowPages = tables.get(part.table()).rowPages();
    String[] lines = part.text().split("\n", -1);
    int header = lines.length - rowPages.size();
    int offset = start;
    for (int i = 0; i < lines.length && header >= 0; i++) {
      if (i >= header) {
        addPageMark(marks, offset, rowPages.get(i - header));
      }
      offset += lines[i].length() + 1;
    }
  }

  private static void addPageMark(List<int[]> marks, int offset, int page) {
    if (marks.isEmpty() || marks.getLast()[1] != page) {
      if (!marks.isEmpty() && marks.getLast()[0] == offset) {
        marks.removeLast();
      }
      marks.add(new int[] {offset, page});
    }
  }
}
