package org.mingzhang.extract.pdf;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;

/**
 * Caches the text of the character codes of a document's fonts, since pages use few distinct codes.
 * Fonts that PDFBox has discarded are dropped. One instance per document; not thread-safe.
 */
final class FontTextCache {
  /** Marks a code without a known text in the cache; the text of a code is never empty. */
  private static final String UNKNOWN = "";

  private final Map<PDFont, FontText> fonts = new WeakHashMap<>();
  private @Nullable PDFont lastFont;
  private @Nullable FontText lastFontText;

  /** The text of a code, or null if the file does not define it. */
  @Nullable String findText(PDFont font, int code) throws IOException {
    Map<Integer, String> texts = fontTextOf(font).texts;
    String text = texts.get(code);
    if (text == null) {
      String read = CharacterCodeMapper.findText(font, code);
      text = read == null ? UNKNOWN : read;
      texts.put(code, text);
    }
    return text.isEmpty() ? null : text;
  }

  /** Whether a font is bold, see {@link CharacterCodeMapper#isBold}. */
  boolean isBold(PDFont font) {
    return fontTextOf(font).bold;
  }

  @SuppressWarnings("ReferenceEquality") // Consecutive glyphs usually have the same font.
  private FontText fontTextOf(PDFont font) {
    FontText meaning = lastFontText;
    if (meaning == null || lastFont != font) {
      meaning =
          fonts.computeIfAbsent(
              font, f -> new FontText(CharacterCodeMapper.isBold(f), new HashMap<>()));
      lastFont = font;
      lastFontText = meaning;
    }
    return meaning;
  }

  /** What is known of a font: whether it is bold, and the text of each character code. */
  private record FontText(boolean bold, Map<Integer, String> texts) {}
}
