package org.mingzhang.extract.pdf;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;

/**
 * What the fonts of one document say, each code asked for once: a page of 1,000 glyphs has some 150
 * different ones, and so have the pages after it. Fonts that PDFBox has no use for any more are let
 * go. Not safe on many threads.
 */
final class FontTextCache {
  /** Stands for a code that nothing in the file explains; no text is empty. */
  private static final String UNKNOWN = "";

  private final Map<PDFont, FontText> fonts = new WeakHashMap<>();
  private @Nullable PDFont last;
  private @Nullable FontText lastMeaning;

  /** The characters of a code, or null if nothing in the file tells. */
  @Nullable String text(PDFont font, int code) throws IOException {
    Map<Integer, String> texts = textOf(font).texts;
    String text = texts.get(code);
    if (text == null) {
      String read = GlyphText.of(font, code);
      text = read == null ? UNKNOWN : read;
      texts.put(code, text);
    }
    return text.isEmpty() ? null : text;
  }

  /** Whether a font looks heavier than body text. */
  boolean isBold(PDFont font) {
    return textOf(font).bold;
  }

  @SuppressWarnings("ReferenceEquality") // glyphs come in runs of one font
  private FontText textOf(PDFont font) {
    FontText meaning = lastMeaning;
    if (meaning == null || last != font) {
      meaning = fonts.computeIfAbsent(font, f -> new FontText(GlyphText.isBold(f), new HashMap<>()));
      last = font;
      lastMeaning = meaning;
    }
    return meaning;
  }

  private record FontText(boolean bold, Map<Integer, String> texts) {}
}
