package org.mingzhang.extract.word;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.extract.BlockCollector;
import org.mingzhang.extract.TableGrid;
import org.mingzhang.extract.TextCleaner;
import org.mingzhang.extract.ocr.InlineTableRecognizer;
import org.mingzhang.model.TextBlock.Emphasis;

/**
 * Reads the body of a WordprocessingML document into blocks, one element at a time in document
 * order. Not thread-safe.
 */
final class DocxBodyReader {
  private static final Pattern SENTENCE_END = Pattern.compile("[。；！？][”’）)]*\\s*$");

  private final DocxStyles styles;
  private final DocxNumbering numbering;
  private final DocxNotes notes;
  private final BlockCollector blocks;
  private final WordFieldTracker fieldTracker = new WordFieldTracker();

  private final Predicate<String> queuesTablePicture;
  private final InlineTableRecognizer tableRecognizer;

  /**
   * Creates a reader for one document.
   *
   * @param notes the footnotes and endnotes
   * @param blocks receives the blocks
   * @param queuesTablePicture whether the picture of a relationship ID shows a table; if so, it is
   *     queued in the recognizer
   * @param tableRecognizer inserts the tables of the queued pictures
   */
  DocxBodyReader(
      DocxStyles styles,
      DocxNumbering numbering,
      DocxNotes notes,
      BlockCollector blocks,
      Predicate<String> queuesTablePicture,
      InlineTableRecognizer tableRecognizer) {
    this.styles = styles;
    this.numbering = numbering;
    this.notes = notes;
    this.blocks = blocks;
    this.queuesTablePicture = queuesTablePicture;
    this.tableRecognizer = tableRecognizer;
  }

  /** Reads a paragraph, a table or an element that contains them; other elements are ignored. */
  void readElement(XmlElement element) {
    switch (element.name()) {
      case "p" -> readParagraph(element);
      case "tbl" -> readTable(element);
      case "sdt" -> readContentControl(element);
      case "customXml", "smartTag", "ins", "moveTo", "sdtContent" ->
          element.children().forEach(this::readElement);
      case "AlternateContent" -> preferredAlternative(element).forEach(this::readElement);
      default -> {}
    }
  }

  /** Reads a content control; Word puts generated tables of contents into one. */
  private void readContentControl(XmlElement control) {
    boolean contents =
        control
            .findDescendant("sdtPr", "docPartObj", "docPartGallery")
            .map(g -> g.attributes().getOrDefault("val", ""))
            .filter("Table of Contents"::equals)
            .isPresent();
    fieldTracker.enterContentControl(contents);
    control.findChild("sdtContent").ifPresent(this::readElement);
    fieldTracker.leaveContentControl(contents);
  }

  /**
   * The content of the first {@code Choice}, which Word shows, or of {@code Fallback} if there is
   * none; empty if there is neither.
   */
  static List<XmlElement> preferredAlternative(XmlElement alternatives) {
    return alternatives
        .findChild("Choice")
        .or(() -> alternatives.findChild("Fallback"))
        .map(XmlElement::children)
        .orElse(List.of());
  }

  private void readParagraph(XmlElement paragraph) {
    XmlElement properties = paragraph.findChild("pPr").orElse(null);
    if (startsPage(properties)) {
      blocks.breakPage();
    }
    boolean inContents = fieldTracker.isInContents();
    DocxTextCollector text = readText(paragraph, properties);
    boolean contents =
        inContents || fieldTracker.isInContents() || styles.isTableOfContentsEntry(properties);
    if (text.startsRenderedPage()) {
      blocks.addRenderedPageBreak();
    }
    Emphasis emphasis = DocxEmphasisReader.determine(paragraph, styles);
    text.parts()
        .forEach(textBetweenBreaks -> addPart(textBetweenBreaks, properties, contents, emphasis));
    blocks.advancePages(text.renderedPageBreakCount());
    notes.collectReferencedNotes(paragraph);
    if (endsSentence(text)) {
      addPendingNotes();
    }
    text.textBoxContents().forEach(this::readElement);
    for (String picture : text.pictureIds()) {
      if (queuesTablePicture.test(picture)) {
        tableRecognizer.insertTablesOfNextPicture(blocks);
      }
    }
    if (properties != null && endsSectionWithPage(properties)) {
      blocks.breakPage();
    }
  }

  /**
   * Adds the notes to which the elements read so far refer. Notes of a heading or caption are added
   * after the next sentence or table, so that they do not separate it from its heading or caption.
   */
  void addPendingNotes() {
    notes.takeTexts().forEach(note -> blocks.addParagraph(note, 0, false));
  }

  private static boolean endsSentence(DocxTextCollector textCollector) {
    return SENTENCE_END.matcher(textCollector.parts().getLast().text()).find();
  }

  private void addPart(
      DocxTextCollector.TextBetweenBreaks textBetweenBreaks,
      @Nullable XmlElement properties,
      boolean inTableOfContents,
      Emphasis emphasis) {
    if (textBetweenBreaks.followsPageBreak()) {
      blocks.breakPage();
    }
    blocks.addParagraph(
        textBetweenBreaks.text(), styles.outlineLevel(properties), inTableOfContents, emphasis);
  }

  /**
   * Reads a paragraph's text with its label. Paragraphs without visible text, or whose mark is
   * hidden, have no label and are not counted in their list.
   */
  private DocxTextCollector readText(XmlElement paragraph, @Nullable XmlElement properties) {
    DocxTextCollector text = new DocxTextCollector(fieldTracker);
    if (!styles.isHidden(properties)) {
      text.read(paragraph);
    }
    if (!text.isBlank() && !isParagraphMarkHidden(properties)) {
      text.setLabel(numbering.nextLabel(properties));
    }
    return text;
  }

  private static boolean isParagraphMarkHidden(@Nullable XmlElement properties) {
    return properties != null
        && properties.findChild("rPr").filter(r -> r.isOn("vanish")).isPresent();
  }

  private boolean startsPage(@Nullable XmlElement properties) {
    if (properties != null && properties.findChild("pageBreakBefore").isPresent()) {
      return properties.isOn("pageBreakBefore");
    }
    return styles.startsPage(properties);
  }

  /** Whether a paragraph is the last of a section after which a page begins. */
  private static boolean endsSectionWithPage(XmlElement properties) {
    return properties
        .findChild("sectPr")
        .map(s -> s.childValue("type"))
        .map(type -> !"continuous".equals(type))
        .orElse(properties.findChild("sectPr").isPresent());
  }

  /**
   * Reads a table. One of a single column is read as paragraphs; tables inside its cells that are
   * tables of their own follow the rows that contain them.
   */
  private void readTable(XmlElement table) {
    notes.collectReferencedNotes(table);
    readRows(DocxTableReader.visibleRows(table));
    addPendingNotes();
  }

  private void readRows(List<XmlElement> rows) {
    if (rows.stream().allMatch(row -> DocxTableReader.cells(row).size() <= 1)) {
      rows.forEach(
          row -> DocxTableReader.cells(row).forEach(c -> c.children().forEach(this::readElement)));
      return;
    }
    if (rows.getFirst().contains("lastRenderedPageBreak")) {
      blocks.addRenderedPageBreak();
    }
    int from = 0;
    for (int r = 0; r < rows.size(); r++) {
      List<XmlElement> inner = DocxTableReader.innerTables(rows.get(r));
      if (!inner.isEmpty()) {
        addRows(rows.subList(from, r + 1));
        inner.forEach(this::readTable);
        from = r + 1;
      }
    }
    addRows(rows.subList(from, rows.size()));
  }

  /**
   * Adds rows as one table on the current page, and counts the pages that began in rows after the
   * first.
   */
  private void addRows(List<XmlElement> rows) {
    if (rows.isEmpty()) {
      return;
    }
    TableGrid grid = DocxTableReader.buildGrid(rows, this::cellText);
    blocks.addTable(grid, blocks.page());
    blocks.advancePages(
        (int) rows.stream().skip(1).filter(r -> r.contains("lastRenderedPageBreak")).count());
  }

  private String cellText(XmlElement cell) {
    List<String> lines = new ArrayList<>();
    collectLines(cell.children(), lines);
    return String.join("\n", lines);
  }

  private void collectLines(List<XmlElement> elements, List<String> lines) {
    for (XmlElement element : elements) {
      switch (element.name()) {
        case "p" -> {
          DocxTextCollector text = readText(element, element.findChild("pPr").orElse(null));
          text.parts().stream()
              .flatMap(textBetweenBreaks -> TextCleaner.cleanLines(textBetweenBreaks.text()))
              .forEach(lines::add);
          collectLines(text.textBoxContents(), lines);
        }
        case "tbl" -> {
          if (!DocxTableReader.hasRowsAndColumns(element)) {
            DocxTableReader.visibleRows(element).forEach(row -> lines.add(rowText(row)));
          }
        }
        case "sdt" ->
            element.findChild("sdtContent").ifPresent(c -> collectLines(c.children(), lines));
        case "customXml", "smartTag", "ins", "moveTo" -> collectLines(element.children(), lines);
        case "AlternateContent" -> collectLines(preferredAlternative(element), lines);
        default -> {}
      }
    }
  }

  private String rowText(XmlElement row) {
    return DocxTableReader.cells(row).stream()
        .map(this::cellText)
        .map(text -> text.replace('\n', ' '))
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(" "));
  }
}
