package org.mingzhang.extract.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Assembles glyphs into visual lines from top to bottom, whatever their order of drawing, since
 * programs draw the lines, words and digits of a page in any order. Stateless.
 */
final class LineAssembler {
  /** Largest vertical distance between the centers of glyphs of one line, in font sizes. */
  private static final float MAX_LINE_OFFSET = 0.45f;

  /**
   * The lines of the glyphs from top to bottom; blank glyphs only separate words. Empty if no glyph
   * has text.
   */
  List<TextLine> assembleLines(List<Glyph> glyphs) {
    List<Glyph> inked =
        glyphs.stream()
            .filter(g -> !g.isBlank())
            .sorted(Comparator.comparingDouble(Glyph::centerY))
            .toList();
    List<LineBuilder> lineBuilders = new ArrayList<>();
    for (Glyph glyph : inked) {
      LineBuilder lineBuilder =
          lineBuilders.isEmpty() ? null : lineBuilders.get(lineBuilders.size() - 1);
      if (lineBuilder == null || !lineBuilder.isOnLine(glyph)) {
        lineBuilder = new LineBuilder();
        lineBuilders.add(lineBuilder);
      }
      lineBuilder.add(glyph);
    }
    glyphs.stream().filter(Glyph::isBlank).forEach(gap -> addGap(lineBuilders, gap));
    return lineBuilders.stream().map(LineBuilder::toLine).toList();
  }

  /** The text of glyphs, with lines joined by line feeds; empty if no glyph has text. */
  String joinText(List<Glyph> glyphs) {
    return assembleLines(glyphs).stream().map(TextLine::text).collect(Collectors.joining("\n"));
  }

  private static void addGap(List<LineBuilder> lineBuilders, Glyph gap) {
    for (LineBuilder lineBuilder : lineBuilders) {
      if (lineBuilder.isOnLine(gap)) {
        lineBuilder.glyphs.add(gap);
        return;
      }
    }
  }

  /**
   * A line under construction. Its vertical position is the mean of those of its glyphs, so that it
   * follows a slight slope.
   */
  private static final class LineBuilder {
    private final List<Glyph> glyphs = new ArrayList<>();
    private double centerSum;
    private int inkedGlyphCount;
    private float fontSize;

    boolean isOnLine(Glyph glyph) {
      double center = centerSum / inkedGlyphCount;
      return Math.abs(glyph.centerY() - center)
          < MAX_LINE_OFFSET * Math.max(fontSize, glyph.fontSize());
    }

    void add(Glyph glyph) {
      glyphs.add(glyph);
      centerSum += glyph.centerY();
      inkedGlyphCount++;
      fontSize = Math.max(fontSize, glyph.fontSize());
    }

    TextLine toLine() {
      glyphs.sort(Comparator.comparingDouble(Glyph::left));
      int from = 0;
      int to = glyphs.size();
      while (glyphs.get(from).isBlank()) {
        from++;
      }
      while (glyphs.get(to - 1).isBlank()) {
        to--;
      }
      return new TextLine(List.copyOf(glyphs.subList(from, to)));
    }
  }
}
