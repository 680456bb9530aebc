package org.mingzhang.extract.page;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingzhang.text.NormalizedText;
import org.mingzhang.text.SearchNormalizer;

/**
 * Locates a quotation on a page: as a whole, as the cells of a row that the quotation joins by
 * spaces or pipes, or by its longest beginning on the page. The viewer in the browser does the same
 * ({@code marks.js}). Stateless.
 */
public final class QuoteLocator {
  /**
   * Length, in normalized characters, of the shortest beginning that is searched for; a shorter one
   * may occur anywhere.
   */
  private static final int MIN_PREFIX_LENGTH = 6;

  /** Height, in points, of the bands into which a page is divided to find its lines. */
  private static final float LINE_BAND_HEIGHT = 4;

  private static final Pattern CELL_SEPARATOR = Pattern.compile("[\\s|]+");

  private final List<Integer> glyphIndices = new ArrayList<>();
  private final NormalizedText text;

  private QuoteLocator(PageContent page, List<Integer> glyphs) {
    StringBuilder all = new StringBuilder();
    for (int glyph : glyphs) {
      String own = page.glyphs().get(glyph).text();
      all.append(own);
      for (int i = 0; i < own.length(); i++) {
        glyphIndices.add(glyph);
      }
    }
    this.text = SearchNormalizer.normalize(all);
  }

  /**
   * The boxes over the words of a quotation, in points of the page. If the page does not contain
   * the whole quotation, the boxes over its cells on the line that has most of their characters, at
   * least half; otherwise the boxes over its longest beginning on the page, of at least {@value
   * #MIN_PREFIX_LENGTH} normalized characters; empty if there is none. Each line has a box, or
   * several if gaps of more than three font sizes divide it.
   *
   * @param quote any text; white space, pipes and differences that the search ignores do not count
   */
  public static List<Rectangle2D.Float> locate(PageContent page, String quote) {
    QuoteLocator all =
        new QuoteLocator(page, Stream.iterate(0, i -> i + 1).limit(page.glyphs().size()).toList());
    String wanted = SearchNormalizer.fold(CELL_SEPARATOR.matcher(quote).replaceAll(""));
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<Integer> found = all.findOccurrence(wanted);
    if (found.isEmpty()) {
      found = findRow(page, quote, wanted.length());
    }
    for (int length = wanted.length() - 1;
        found.isEmpty() && length >= MIN_PREFIX_LENGTH;
        length--) {
      found = all.findOccurrence(wanted.substring(0, length));
    }
    return mergeBoxes(page, found);
  }

  /** Indexes of the glyphs of the first occurrence of a normalized text; empty if there is none. */
  private List<Integer> findOccurrence(String quote) {
    int at = text.text().indexOf(quote);
    if (at < 0) {
      return List.of();
    }
    return glyphIndices
        .subList(text.originalStart(at), text.originalEnd(at + quote.length()))
        .stream()
        .distinct()
        .toList();
  }

  /**
   * Indexes of the glyphs of the quotation's cells on the line that contains most of their
   * characters; empty if they are less than half of the quotation.
   */
  private static List<Integer> findRow(PageContent page, String quote, int quoteLength) {
    Map<Integer, List<Integer>> lines = new LinkedHashMap<>();
    for (int i = 0; i < page.glyphs().size(); i++) {
      int line = Math.round(page.glyphs().get(i).centerY() / LINE_BAND_HEIGHT);
      lines.computeIfAbsent(line, l -> new ArrayList<>()).add(i);
    }
    List<String> cells =
        CELL_SEPARATOR
            .splitAsStream(quote)
            .map(SearchNormalizer::fold)
            .filter(c -> !c.isEmpty())
            .toList();
    List<Integer> best = List.of();
    int limit = 0;
    for (List<Integer> line : lines.values()) {
      QuoteLocator here = new QuoteLocator(page, line);
      List<Integer> found = new ArrayList<>();
      int size = 0;
      for (String cell : cells) {
        List<Integer> glyphs = here.findOccurrence(cell);
        found.addAll(glyphs);
        size += glyphs.isEmpty() ? 0 : cell.length();
      }
      if (size > limit) {
        limit = size;
        best = found;
      }
    }
    return limit * 2 >= quoteLength ? best : List.of();
  }

  private static List<Rectangle2D.Float> mergeBoxes(PageContent page, List<Integer> glyphs) {
    List<Rectangle2D.Float> boxes = new ArrayList<>();
    for (int index : glyphs) {
      Glyph glyph = page.glyphs().get(index);
      Rectangle2D.Float box =
          new Rectangle2D.Float(
              glyph.left(),
              glyph.top(),
              glyph.right() - glyph.left(),
              glyph.bottom() - glyph.top());
      Rectangle2D.Float line = boxes.isEmpty() ? null : boxes.getLast();
      if (line != null
          && line.y <= glyph.centerY()
          && glyph.centerY() <= line.y + line.height
          && glyph.left() - (line.x + line.width) < 3 * glyph.fontSize()) {
        Rectangle2D.union(line, box, line);
      } else {
        boxes.add(box);
      }
    }
    return boxes;
  }
}
