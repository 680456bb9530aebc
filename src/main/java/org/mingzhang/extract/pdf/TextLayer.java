package org.mingzhang.extract.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.mingzhang.extract.page.GlyphCollector;

/**
 * Collects the text layer of one page. Glyphs without a text in the file are counted, not guessed.
 * Not thread-safe.
 */
final class TextLayer {
  private final GlyphCollector glyphCollector = new GlyphCollector();
  private final FontTextCache fontTexts;
  private int mappedGlyphCount;
  private int unmappedGlyphCount;

  TextLayer(FontTextCache fontTexts) {
    this.fontTexts = fontTexts;
  }

  /**
   * Adds a glyph.
   *
   * @param code its character code in the font
   * @param transform transforms glyph space, where one em is 1, to points of the page as shown
   * @param width width in ems
   * @param bold whether it is both filled and stroked, which imitates bold type
   * @param visibleBox part of the page inside the clip, in points
   * @throws IOException if the font is damaged
   */
  void add(
      PDFont font,
      int code,
      AffineTransform transform,
      float width,
      boolean bold,
      Rectangle2D visibleBox)
      throws IOException {
    String text = fontTexts.findText(font, code);
    if (text == null) {
      unmappedGlyphCount++;
      return;
    }
    mappedGlyphCount++;
    glyphCollector.add(text, transform, width, bold || fontTexts.isBold(font), visibleBox);
  }

  GlyphCollector glyphCollector() {
    return glyphCollector;
  }

  /** The number of glyphs with a text, including invisible glyphs. */
  int mappedGlyphCount() {
    return mappedGlyphCount;
  }

  /** The number of glyphs without a text in the file. */
  int unmappedGlyphCount() {
    return unmappedGlyphCount;
  }
}
