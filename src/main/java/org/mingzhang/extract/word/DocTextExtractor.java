package org.mingzhang.extract.word;

import org.apache.poi.hwpf.model.Ffn;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;

/**
 * Extracts the text of paragraphs of binary Word documents, interpreting the control characters of
 * [MS-DOC] 2.4.1.
 */
final class DocTextExtractor {
  private DocTextExtractor() {}

  /**
   * The visible text; {@code \n} is a line break, {@code \f} a page break, {@code \t} a tab. Empty
   * if nothing is visible.
   *
   * @param fieldTracker the fields open before the paragraph; changed to the fields open after it
   */
  static String extract(Paragraph paragraph, WordFieldTracker fieldTracker) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
      CharacterRun run = paragraph.getCharacterRun(i);
      boolean hidden = run.isMarkedDeleted() || run.isVanished();
      if (run.isSymbol()) {
        out.append(hidden ? "" : symbol(run));
      } else {
        append(run.text(), hidden, fieldTracker, out);
      }
    }
    return out.toString();
  }

  private static String symbol(CharacterRun run) {
    Ffn font = run.getSymbolFont();
    return WordSymbolMapper.map(
        Integer.toHexString(run.getSymbolCharacter()),
        font == null ? null : font.getMainFontName());
  }

  private static void append(
      String text, boolean isHidden, WordFieldTracker fieldTracker, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case 0x13 -> fieldTracker.beginField();
        case 0x14 -> fieldTracker.startResult();
        case 0x15 -> fieldTracker.endField();
        default -> {
          if (!fieldTracker.isOutsideInstruction()) {
            fieldTracker.appendInstruction(String.valueOf(c));
          } else if (!isHidden) {
            appendVisible(c, out);
          }
        }
      }
    }
  }

  private static void appendVisible(char c, StringBuilder out) {
    switch (c) {
      case 0x0b, 0x0e, '\n' -> out.append('\n');
      case '\f' -> out.append('\f');
      case '\t' -> out.append('\t');
      case 0x1e -> out.append('-');
      default -> {
        if (c >= ' ') {
          out.append(c);
        }
      }
    }
  }
}
