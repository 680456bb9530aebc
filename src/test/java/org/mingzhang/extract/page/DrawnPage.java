package org.mingzhang.extract.page;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;

/** A page of 600 by 800 points that a test draws: characters of 10 points, ruling lines. */
abstract class DrawnPage {
  static final float SIZE = 10;

  final List<Glyph> glyphs = new ArrayList<>();
  final List<Ruling> rulings = new ArrayList<>();

  /** Draws text with its upper left corner at a place; Latin letters take half the width. */
  final void write(float x, float y, String text) {
    float at = x;
    for (int i = 0; i < text.length(); i++) {
      float width = text.charAt(i) < 0x100 ? SIZE / 2 : SIZE;
      glyphs.add(new Glyph(text.substring(i, i + 1), at, y, at + width, y + SIZE, SIZE, false));
      at += width;
    }
  }

  /** Draws the lines of a grid. */
  final void grid(float[] xs, float[] ys) {
    for (float x : xs) {
      rulings.add(Ruling.vertical(x, ys[0], ys[ys.length - 1]));
    }
    for (float y : ys) {
      rulings.add(Ruling.horizontal(y, xs[0], xs[xs.length - 1]));
    }
  }

  /** The page with everything drawn so far, under the given 1-based number. */
  final PageContent page(int number) {
    return new PageContent(number, 600, 800, List.copyOf(glyphs), List.copyOf(rulings));
  }

  final List<Block> blocks() {
    return new PageReader().readBlocks(page(1));
  }

  /** The first table of the page. */
  final TableBlock table() {
    return blocks().stream()
        .filter(TableBlock.class::isInstance)
        .map(TableBlock.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
