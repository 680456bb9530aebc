package org.mingzhang.extract.word;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.extract.BlockList;
import org.mingzhang.extract.Characters;
import org.mingzhang.extract.TableGrid;
import org.mingzhang.extract.ocr.InlinePictures;
import org.mingzhang.model.TextBlock.Emphasis;

/**
 * Turns the body of a WordprocessingML document into blocks, one element after the other. Not
 * thread-safe.
 */
final class WordBody {
  private final WordStyles styles;
  private final WordNumbering numbering;
  private final BlockList blocks;
  private final WordFields fields = new WordFields();

  private final Predicate<String> tables;
  private final InlinePictures pictures;

  /**
   * A body.
   *
   * @param tables whether the picture of a relationship is that of a table
   * @param pictures takes note of the places with such pictures
   */
  WordBody(
      WordStyles styles,
      WordNumbering numbering,
      BlockList blocks,
      Predicate<String> tables,
      InlinePictures pictures) {
    this.styles = styles;
    this.numbering = numbering;
    this.blocks = blocks;
    this.tables = tables;
    this.pictures = pictures;
  }

  /** Reads one element of the body. */
  void element(XmlElement element) {
    switch (element.name()) {
      case "p" -> paragraph(element);
      case "tbl" -> table(element);
      case "sdt" -> contentControl(element);
      case "customXml", "smartTag", "ins", "moveTo", "sdtContent" ->
          element.children().forEach(this::element);
      case "AlternateContent" -> chosen(element).forEach(this::element);
      default -> {}
    }
  }

  /** A content control; Word keeps generated tables of contents in one. */
  private void contentControl(XmlElement control) {
    boolean contents =
        control
            .at("sdtPr", "docPartObj", "docPartGallery")
            .map(g -> g.attributes().getOrDefault("val", ""))
            .filter("Table of Contents"::equals)
            .isPresent();
    fields.enterContents(contents);
    control.child("sdtContent").ifPresent(this::element);
    fields.leaveContents(contents);
  }

  /** Of alternative contents Word shows the first. */
  static List<XmlElement> chosen(XmlElement alternatives) {
    return alternatives
        .child("Choice")
        .or(() -> alternatives.child("Fallback"))
        .map(XmlElement::children)
        .orElse(List.of());
  }

  private void paragraph(XmlElement paragraph) {
    XmlElement properties = paragraph.child("pPr").orElse(null);
    if (startsPage(properties)) {
      blocks.breakPage();
    }
    boolean inContents = fields.isInContents();
    WordText text = read(paragraph, properties);
    boolean contents = inContents || fields.isInContents() || styles.isContents(properties);
    if (text.isRenderedOnNewPage()) {
      blocks.noteRenderedBreak();
    }
    Emphasis emphasis = WordEmphasis.of(paragraph, styles);
    text.parts().forEach(part -> flow(part, properties, contents, emphasis));
    blocks.skipPages(text.pagesRenderedWithin());
    text.boxes().forEach(this::element);
    if (text.pictures().stream().anyMatch(tables)) {
      pictures.put(blocks);
    }
    if (properties != null && endsSectionWithPage(properties)) {
      blocks.breakPage();
    }
  }

  private void flow(
      WordText.Part part, @Nullable XmlElement properties, boolean contents, Emphasis emphasis) {
    if (part.pageBreak()) {
      blocks.breakPage();
    }
    blocks.paragraph(part.text(), styles.outlineLevel(properties), contents, emphasis);
  }

  /** The paragraph's text with its label, which counts only where the paragraph is shown. */
  private WordText read(XmlElement paragraph, @Nullable XmlElement properties) {
    WordText text = new WordText(fields);
    if (!styles.isHidden(properties)) {
      text.read(paragraph);
    }
    if (!text.isBlank() && !isDeletedMark(properties)) {
      text.label(numbering.label(properties));
    }
    return text;
  }

  private static boolean isDeletedMark(@Nullable XmlElement properties) {
    return properties != null && properties.child("rPr").filter(r -> r.isOn("vanish")).isPresent();
  }

  private boolean startsPage(@Nullable XmlElement properties) {
    if (properties != null && properties.child("pageBreakBefore").isPresent()) {
      return properties.isOn("pageBreakBefore");
    }
    return styles.startsPage(properties);
  }

  private static boolean endsSectionWithPage(XmlElement properties) {
    return properties
        .child("sectPr")
        .map(s -> s.value("type"))
        .map(type -> !"continuous".equals(type))
        .orElse(properties.child("sectPr").isPresent());
  }

  private void table(XmlElement table) {
    List<XmlElement> rows = WordTable.rows(table);
    if (rows.stream().allMatch(row -> WordTable.cells(row).size() <= 1)) {
      rows.forEach(row -> WordTable.cells(row).forEach(c -> c.children().forEach(this::element)));
      return;
    }
    if (rows.getFirst().contains("lastRenderedPageBreak")) {
      blocks.noteRenderedBreak();
    }
    TableGrid grid = WordTable.grid(rows, this::cellText);
    blocks.table(grid, blocks.page());
    blocks.skipPages(
        (int) rows.stream().skip(1).filter(r -> r.contains("lastRenderedPageBreak")).count());
  }

  private String cellText(XmlElement cell) {
    List<String> lines = new ArrayList<>();
    collect(cell.children(), lines);
    return String.join("\n", lines);
  }

  private void collect(List<XmlElement> elements, List<String> lines) {
    for (XmlElement element : elements) {
      switch (element.name()) {
        case "p" -> {
          WordText text = read(element, element.child("pPr").orElse(null));
          text.parts().stream()
              .flatMap(part -> part.text().lines())
              .map(Characters::oneLine)
              .filter(line -> !line.isEmpty())
              .forEach(lines::add);
          collect(text.boxes(), lines);
        }
        case "tbl" -> WordTable.rows(element).forEach(row -> lines.add(rowText(row)));
        case "sdt" -> element.child("sdtContent").ifPresent(c -> collect(c.children(), lines));
        case "customXml", "smartTag", "ins", "moveTo" -> collect(element.children(), lines);
        case "AlternateContent" -> collect(chosen(element), lines);
        default -> {}
      }
    }
  }

  private String rowText(XmlElement row) {
    return WordTable.cells(row).stream()
        .map(this::cellText)
        .map(text -> text.replace('\n', ' '))
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(" "));
  }
}
