package org.mingzhang.extract.page;

import java.util.List;

/**
 * The glyphs and rulings of one page.
 *
 * @param number 1-based page
 * @param width width as shown, in points
 * @param height height as shown, in points
 * @param glyphs visible text in the order of drawing
 * @param rulings visible lines along an axis
 */
public record PageContent(
    int number, float width, float height, List<Glyph> glyphs, List<Ruling> rulings) {

  /** Makes an immutable copy of the lists. */
  public PageContent {
    glyphs = List.copyOf(glyphs);
    rulings = List.copyOf(rulings);
  }

  /**
   * The page rotated so that text in a direction runs from left to right, for wide tables that are
   * printed sideways.
   *
   * @param quarterTurns direction of the text, in quarter turns clockwise, 0 to 3
   */
  public PageContent rotateUpright(int quarterTurns) {
    PageContent turned = this;
    for (int i = 0; i < quarterTurns; i++) {
      turned = turned.rotateCounterClockwise();
    }
    return turned;
  }

  /** Rotates the page by a quarter turn counter-clockwise. */
  private PageContent rotateCounterClockwise() {
    return new PageContent(
        number,
        /* width= */ height,
        /* height= */ width,
        glyphs.stream()
            .map(
                g ->
                    new Glyph(
                        g.text(),
                        g.top(),
                        width - g.right(),
                        g.bottom(),
                        width - g.left(),
                        g.fontSize(),
                        g.bold()))
            .toList(),
        rulings.stream()
            .map(
                r ->
                    r.horizontal()
                        ? Ruling.vertical(r.position(), width - r.end(), width - r.start())
                        : Ruling.horizontal(width - r.position(), r.start(), r.end()))
            .toList());
  }
}
