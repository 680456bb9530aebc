package org.mingzhang.extract.pdf;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.pdfbox.pdmodel.font.PDCIDFontType2;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.RadicalFolding;

/**
 * Maps a font's character codes to text by its ToUnicode table or encoding, otherwise by the
 * character map of the embedded font program. Stateless.
 */
final class CharacterCodeMapper {
  private static final Pattern BOLD_NAME =
      Pattern.compile("bold|black|heavy|simhei|黑体|xbs|小标宋", Pattern.CASE_INSENSITIVE);

  private CharacterCodeMapper() {}

  /**
   * The text of a code, at least one character, with radicals replaced by ideographs; null if the
   * file does not define it.
   */
  static @Nullable String findText(PDFont font, int code) throws IOException {
    String text = font.toUnicode(code, GlyphList.getAdobeGlyphList());
    if (text == null || !hasVisibleText(text)) {
      text = findByFontProgram(font, code);
    }
    return text == null ? null : RadicalFolding.fold(text);
  }

  private static @Nullable String findByFontProgram(PDFont font, int code) throws IOException {
    if (!(font instanceof PDType0Font composite)
        || !(composite.getDescendantFont() instanceof PDCIDFontType2 descendant)
        || !font.isEmbedded()) {
      return null;
    }
    CmapLookup map = descendant.getTrueTypeFont().getUnicodeCmapLookup(false);
    List<Integer> characters = map == null ? null : map.getCharCodes(descendant.codeToGID(code));
    return characters == null || characters.isEmpty() || characters.get(0) < 0x20
        ? null
        : Character.toString(characters.get(0));
  }

  /** Whether a text is not empty and has neither replacement nor control characters. */
  private static boolean hasVisibleText(String text) {
    return !text.isEmpty()
        && text.codePoints()
            .noneMatch(c -> c == 0xFFFD || (c < 0x20 && c != '\t' && c != '\n' && c != '\r'));
  }

  /** Whether a font is bold according to its name, the bold flag or a weight of at least 600. */
  static boolean isBold(PDFont font) {
    String name = font.getName() == null ? "" : font.getName();
    if (BOLD_NAME.matcher(name).find()) {
      return true;
    }
    PDFontDescriptor descriptor = font.getFontDescriptor();
    return descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= 600);
  }
}
