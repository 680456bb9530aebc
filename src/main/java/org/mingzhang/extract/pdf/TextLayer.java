package org.mingzhang.extract.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.mingzhang.extract.page.GlyphCollector;

/**
 * Collects the text layer of one page. Glyphs without a text in the file are counted, not guessed.
 */
final class TextLayer {
  private final GlyphCollector glyphs = new GlyphCollector();
  private final FontTextCache fontTexts;
  private int mappedGlyphs;
  private int unmappedGlyphs;

  TextLayer(FontTextCache meanings) {
    this.fontTexts = meanings;
  }

  /**
   * Adds a glyph.
   *
   * @param transform transforms glyph space, where one em is 1, to the page as shown
   * @param width width in ems
   * @param heavy whether it is painted with a thick outline
   * @param visible part of the page inside the clip
   */
  void add(
      PDFont font,
      int code,
      AffineTransform transform,
      float width,
      boolean heavy,
      Rectangle2D visible)
      throws IOException {
    String text = fontTexts.findText(font, code);
    if (text == null) {
      unmappedGlyphs++;
      return;
    }
    mappedGlyphs++;
    glyphs.add(text, transform, width, heavy || fontTexts.isBold(font), visible);
  }

  GlyphCollector glyphs() {
    return glyphs;
  }

  /** The number of glyphs with a text. */
  int mappedGlyphCount() {
    return mappedGlyphs;
  }

  /** The number of glyphs without a text in the file. */
  int unmappedGlyphCount() {
    return unmappedGlyphs;
  }
}
