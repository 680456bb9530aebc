package org.mingzhang.extract.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.mingzhang.extract.page.GlyphCollector;

/** The text layer of one page. Glyphs without a meaning in the file are counted, not guessed. */
final class TextLayer {
  private final GlyphCollector glyphs = new GlyphCollector();
  private final FontTextCache meanings;
  private int known;
  private int unknown;

  /** A layer whose fonts are those of a document. */
  TextLayer(FontTextCache meanings) {
    this.meanings = meanings;
  }

  /**
   * Notes one glyph.
   *
   * @param place glyph space, where one em is 1, to the page as shown
   * @param width width in ems
   * @param heavy whether it is painted with a thick outline
   * @param visible what the clip leaves
   */
  void add(
      PDFont font, int code, AffineTransform place, float width, boolean heavy, Rectangle2D visible)
      throws IOException {
    String text = meanings.text(font, code);
    if (text == null) {
      unknown++;
      return;
    }
    known++;
    glyphs.add(text, place, width, heavy || meanings.isBold(font), visible);
  }

  GlyphCollector glyphs() {
    return glyphs;
  }

  /** How many glyphs have a meaning. */
  int known() {
    return known;
  }

  /** How many have none in the file. */
  int unknown() {
    return unknown;
  }
}
