package org.mingzhang.extract.word;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.TextBlock.Emphasis;

/**
 * Determines the emphasis of a WordprocessingML paragraph by its own properties, otherwise by its
 * style.
 */
final class DocxEmphasisReader {
  private DocxEmphasisReader() {}

  /**
   * The emphasis of a paragraph: bold if it has runs with text and all of them are bold, apart from
   * runs in links and revisions; centered if its own alignment or, if it has none, the alignment of
   * its style is centered.
   */
  static Emphasis determine(XmlElement paragraph, DocxStyles styles) {
    XmlElement paragraphProperties = paragraph.findChild("pPr").orElse(null);
    String own = paragraphProperties == null ? null : paragraphProperties.childValue("jc");
    boolean centered = own == null ? styles.isCentered(paragraphProperties) : own.equals("center");
    List<XmlElement> runs =
        paragraph.childrenNamed("r").stream().filter(r -> r.contains("t")).toList();
    boolean bold =
        !runs.isEmpty() && runs.stream().allMatch(r -> isBold(r, paragraphProperties, styles));
    return new Emphasis(bold, centered);
  }

  private static boolean isBold(
      XmlElement run, @Nullable XmlElement paragraphProperties, DocxStyles styles) {
    XmlElement own = run.findChild("rPr").orElse(null);
    if (own != null && own.findChild("b").isPresent()) {
      return own.isOn("b");
    }
    String named = own == null ? null : own.childValue("rStyle");
    return (named != null && styles.isBoldStyle(named)) || styles.isBold(paragraphProperties);
  }
}
