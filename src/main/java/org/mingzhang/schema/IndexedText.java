package org.mingzhang.schema;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.Section;

/**
 * The full text of a section with the pages of its parts. Phrase search finds exactly the sections
 * whose full text contains the phrase.
 *
 * @param text the full text, {@link Section#fullText()}
 * @param pages pages of its parts
 */
public record IndexedText(String text, PageMap pages) {

  /** Builds the full text of a section and the map of its offsets to pages. */
  public static IndexedText build(Section section) {
    List<int[]> marks = new ArrayList<>();
    addPageMark(marks, 0, section.page());
    int body = section.textOffset();
    List<Integer> offsets = section.partOffsets();
    for (int i = 0; i < offsets.size(); i++) {
      Section.Part part = section.body().get(i);
      addPageMark(marks, body + offsets.get(i), part.page());
      if (part instanceof Section.TablePart table) {
        List<Section.TableTextLine> lines = table.lines();
        for (int row = 0; row < lines.size(); row++) {
          int start = body + offsets.get(i) + lines.get(row).offset();
          addPageMark(marks, start, table.rowPages().get(row));
        }
      }
    }
    int[] starts = marks.stream().mapToInt(m -> m[0]).toArray();
    int[] pages = marks.stream().mapToInt(m -> m[1]).toArray();
    return new IndexedText(section.fullText(), new PageMap(starts, pages));
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
