package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.mingzhang.structure.lattice.Column;

/**
 * The lines below a header, each a text for every column: cells of one line or parts of cells that
 * wrap over lines.
 *
 * @param columns the columns
 * @param lines the texts, empty where a line has none
 */
record PitchBody(List<Column> columns, List<List<String>> lines) {

  /**
   * Places the words of lines below the columns of a header, page by page.
   *
   * @param lines the lines, without those of headers printed again
   */
  static PitchBody of(PitchHeader header, int headerPage, List<PitchLine> lines) {
    List<List<String>> placed = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      int end = at;
      while (end < lines.size() && lines.get(end).page() == lines.get(at).page()) {
        end++;
      }
      List<PitchLine> page = lines.subList(at, end);
      boolean headed = lines.get(at).page() == headerPage;
      List<PitchTitle> titles =
          headed
              ? header.titles()
              : Collections.nCopies(header.columns().size(), new PitchTitle(List.of()));
      placed.addAll(placed(header.columns(), titles, page));
      at = end;
    }
    return new PitchBody(header.columns(), List.copyOf(placed));
  }

  private static List<List<String>> placed(
      List<Column> columns, List<PitchTitle> titles, List<PitchLine> page) {
    List<PitchWord> words = page.stream().flatMap(line -> line.words().stream()).toList();
    List<Span> spans = ColumnSpans.of(columns, titles, words);
    spans = learnt(columns, spans, page);
    WordPlacement placement = new WordPlacement(columns, spans);
    List<List<String>> texts = new ArrayList<>();
    for (PitchLine line : page) {
      String[] cells = new String[columns.size()];
      Arrays.fill(cells, "");
      int[] found = placement.columns(line);
      for (int i = 0; i < found.length; i++) {
        if (found[i] >= 0) {
          cells[found[i]] += line.words().get(i).text();
        }
      }
      texts.add(List.of(cells));
    }
    return texts;
  }

  /** The spans with those of columns that were not known, as the words of a first placing tell. */
  private static List<Span> learnt(
      List<Column> columns, List<Span> spans, List<PitchLine> page) {
    WordPlacement placement = new WordPlacement(columns, spans);
    List<Span> learnt = new ArrayList<>(spans);
    for (PitchLine line : page) {
      int[] found = placement.columns(line);
      for (int i = 0; i < found.length; i++) {
        PitchWord word = line.words().get(i);
        if (found[i] >= 0 && word.placed() && !spans.get(found[i]).known()) {
          Span own = new Span(word.start(), word.end());
          learnt.set(found[i], learnt.get(found[i]).with(own));
        }
      }
    }
    return learnt;
  }

  /** The text of a line in a column. */
  String text(int line, int column) {
    return lines.get(line).get(column);
  }

  int size() {
    return lines.size();
  }
}
