package org.mingzhang.structure.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Section;
import org.mingzhang.structure.grid.CellText;

/**
 * Joins the halves of tables whose columns are printed on two or more pages. Run it after the rows
 * of each half have been joined across pages; only page numbers, repeated lines, notes and units
 * may be between the halves.
 */
final class TableHalfJoiner {
  private TableHalfJoiner() {}

  /**
   * Joins the halves of wide tables in a section. Of the text between two halves, the unit and
   * similar lines are moved above the table, notes are moved below it, and the rest is dropped.
   */
  static Section join(Section section) {
    List<Section.Part> body = new ArrayList<>(section.body());
    int at = 0;
    while (at < body.size()) {
      int next = isTableWithPrintedText(body.get(at)) ? indexOfNextTable(section, body, at) : -1;
      Section.TablePart whole = next < 0 ? null : joinHalves(body, at, next);
      if (whole == null) {
        at++;
      } else {
        List<Section.Part> between = List.copyOf(body.subList(at + 1, next));
        body.subList(at, next + 1).clear();
        body.add(at, whole);
        body.addAll(at + 1, selectTextBetween(between, true));
        body.addAll(at, selectTextBetween(between, false));
        at += selectTextBetween(between, false).size();
      }
    }
    return body.size() == section.body().size() ? section : section.withBody(body);
  }

  private static boolean isTableWithPrintedText(Section.Part part) {
    return part instanceof Section.TablePart table && !table.grid().isRecognizedByOcr();
  }

  private static Section.@Nullable TablePart joinHalves(List<Section.Part> body, int from, int to) {
    boolean labeled =
        body.subList(from + 1, to).stream()
            .anyMatch(part -> TableVocabulary.isFormNumberOrYear(CellText.joinLines(part.text())));
    return TableHalves.join(
        (Section.TablePart) body.get(from), (Section.TablePart) body.get(to), labeled);
  }

  /**
   * Whether a line is a note below a left half or the end of a unit that wrapped above a right
   * half.
   */
  private static boolean isNoteOrUnit(String text) {
    return TableVocabulary.isNote(text) || text.equals("元") || text.equals("万元");
  }

  /**
   * Selects the text between two halves that is kept: either the notes or the lines above a table,
   * such as its unit.
   */
  private static List<Section.Part> selectTextBetween(
      List<Section.Part> partsBetween, boolean selectNotes) {
    return partsBetween.stream()
        .filter(
            part -> {
              String text = CellText.joinLines(part.text());
              boolean unit = TableVocabulary.isLineAboveTable(text) || isNoteOrUnit(text);
              return TableVocabulary.isNote(text) ? selectNotes : unit && !selectNotes;
            })
        .toList();
  }

  /**
   * Index of the next table if only page numbers, repeated lines, notes and units lie before it;
   * otherwise -1.
   */
  private static int indexOfNextTable(Section section, List<Section.Part> body, int tableIndex) {
    for (int i = tableIndex + 1; i < body.size(); i++) {
      Section.Part part = body.get(i);
      if (isTableWithPrintedText(part)) {
        return i;
      }
      boolean passed =
          part instanceof Section.Paragraph line
              && (TablePageJoiner.isRepeatedPageText(section, line)
                  || isNoteOrUnit(CellText.joinLines(line.text())));
      if (!passed) {
        return -1;
      }
    }
    return -1;
  }
}
