package org.mingzhang.extract.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Removes glyphs that are drawn several times at one position to imitate bold type or shadows. */
final class OverprintRemover {
  /** Largest distance between drawings of one glyph, in font sizes. */
  private static final float MAX_OVERPRINT_OFFSET = 0.2f;

  private OverprintRemover() {}

  /** The glyphs without repetitions, in the given order. */
  static List<Glyph> remove(List<Glyph> glyphs) {
    Map<Integer, Map<String, List<Glyph>>> seen = new HashMap<>();
    List<Glyph> kept = new ArrayList<>(glyphs.size());
    for (Glyph glyph : glyphs) {
      int row = Math.round(glyph.centerY() / 8);
      boolean repeated = false;
      for (int near = row - 1; near <= row + 1 && !repeated; near++) {
        List<Glyph> others = seen.getOrDefault(near, Map.of()).get(glyph.text());
        for (int i = 0; others != null && i < others.size() && !repeated; i++) {
          repeated = haveSamePosition(glyph, others.get(i));
        }
      }
      if (!repeated) {
        seen.computeIfAbsent(row, key -> new HashMap<>())
            .computeIfAbsent(glyph.text(), key -> new ArrayList<>(2))
            .add(glyph);
        kept.add(glyph);
      }
    }
    return kept;
  }

  private static boolean haveSamePosition(Glyph a, Glyph b) {
    float near = MAX_OVERPRINT_OFFSET * Math.min(a.fontSize(), b.fontSize());
    return Math.abs(a.centerX() - b.centerX()) < near && Math.abs(a.centerY() - b.centerY()) < near;
  }
}
