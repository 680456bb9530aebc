package org.mingzhang.extract.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Collects the visible text of one WordprocessingML paragraph, without deletions, hidden text,
 * field instructions, notes and charts, and apart from it the pictures and text boxes. Not
 * thread-safe.
 */
final class DocxTextCollector {
  /**
   * Text between page breaks.
   *
   * @param text with {@code \n} for line breaks
   * @param followsPageBreak whether an explicit page break precedes it
   */
  record TextBetweenBreaks(String text, boolean followsPageBreak) {}

  private final WordFieldTracker fieldTracker;
  private final List<TextBetweenBreaks> texts = new ArrayList<>();
  private final List<XmlElement> textBoxes = new ArrayList<>();
  private final List<String> pictureIds = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private boolean pageBreakBefore;
  private String listLabel = "";
  private boolean startsRenderedPage;
  private int renderedPageBreakCount;

  DocxTextCollector(WordFieldTracker fieldTracker) {
    this.fieldTracker = fieldTracker;
  }

  /** Sets the list label that precedes the text. */
  void setLabel(String labelText) {
    listLabel = labelText;
  }

  /** Whether there is no visible text. */
  boolean isBlank() {
    return text.toString().isBlank() && texts.stream().allMatch(p -> p.text().isBlank());
  }

  /**
   * The text between page breaks, in order, at least one part; the label is before the first part
   * that is not blank.
   */
  List<TextBetweenBreaks> parts() {
    List<TextBetweenBreaks> all = new ArrayList<>(texts);
    all.add(new TextBetweenBreaks(text.toString(), pageBreakBefore));
    for (int i = 0; i < all.size() && !listLabel.isEmpty(); i++) {
      if (!all.get(i).text().isBlank()) {
        all.set(
            i,
            new TextBetweenBreaks(
                listLabel + all.get(i).text().stripLeading(), all.get(i).followsPageBreak()));
        break;
      }
    }
    return all;
  }

  /** Relationship IDs of the pictures in the paragraph, in document order. */
  List<String> pictureIds() {
    return pictureIds;
  }

  /** The paragraphs and tables of the text boxes anchored in the paragraph, in document order. */
  List<XmlElement> textBoxContents() {
    return textBoxes;
  }

  /** Adds the content of a paragraph, or of an element inside one. */
  void read(XmlElement element) {
    element.children().forEach(this::readInline);
  }

  private void readInline(XmlElement element) {
    switch (element.name()) {
      case "r" -> readRun(element);
      case "fldSimple" -> readSimpleField(element);
      case "hyperlink", "ins", "moveTo", "smartTag", "customXml", "sdtContent", "dir", "bdo" ->
          read(element);
      case "sdt" -> element.findChild("sdtContent").ifPresent(this::read);
      case "AlternateContent" ->
          DocxBodyReader.preferredAlternative(element).forEach(this::readInline);
      case "oMathPara", "oMath" -> appendMath(element);
      default -> {}
    }
  }

  private void readSimpleField(XmlElement field) {
    fieldTracker.beginField();
    fieldTracker.appendInstruction(Objects.toString(field.attribute("instr"), ""));
    fieldTracker.startResult();
    read(field);
    fieldTracker.endField();
  }

  private void readRun(XmlElement run) {
    boolean hidden = run.findChild("rPr").filter(r -> r.isOn("vanish")).isPresent();
    for (XmlElement part : run.children()) {
      switch (part.name()) {
        case "fldChar" -> applyFieldMark(part);
        case "instrText" -> fieldTracker.appendInstruction(part.text());
        case "lastRenderedPageBreak" -> recordRenderedPageBreak();
        default -> {
          if (!hidden && fieldTracker.isOutsideInstruction()) {
            appendRunContent(part);
          }
        }
      }
    }
  }

  private void applyFieldMark(XmlElement mark) {
    switch (Objects.toString(mark.attribute("fldCharType"), "")) {
      case "begin" -> fieldTracker.beginField();
      case "separate" -> fieldTracker.startResult();
      case "end" -> fieldTracker.endField();
      default -> {}
    }
  }

  private void appendRunContent(XmlElement part) {
    switch (part.name()) {
      case "t" -> text.append(part.text());
      case "tab", "ptab" -> text.append('\t');
      case "br" -> appendBreak(Objects.toString(part.attribute("type"), ""));
      case "cr" -> text.append('\n');
      case "noBreakHyphen" -> text.append('-');
      case "sym" ->
          text.append(WordSymbolMapper.map(part.attribute("char"), part.attribute("font")));
      case "ruby" -> part.findChild("rubyBase").ifPresent(this::read);
      case "drawing", "pict", "object" -> {
        collectTextBoxes(part);
        collectPictures(part);
      }
      case "AlternateContent" ->
          DocxBodyReader.preferredAlternative(part).forEach(this::appendRunContent);
      default -> {}
    }
  }

  private void appendBreak(String type) {
    if (type.equals("page")) {
      texts.add(new TextBetweenBreaks(text.toString(), pageBreakBefore));
      text.setLength(0);
      pageBreakBefore = true;
    } else {
      text.append('\n');
    }
  }

  /**
   * Records a page break of Word's last layout, unless it only repeats an explicit break directly
   * before it.
   */
  private void recordRenderedPageBreak() {
    if (!text.isEmpty()) {
      renderedPageBreakCount++;
    } else if (!pageBreakBefore) {
      startsRenderedPage = true;
    }
  }

  /** Whether the paragraph began a page in Word's last layout. */
  boolean startsRenderedPage() {
    return startsRenderedPage;
  }

  /** The number of pages that began inside the paragraph in Word's last layout. */
  int renderedPageBreakCount() {
    return renderedPageBreakCount;
  }

  /** Collects the relationship IDs of pictures. */
  private void collectPictures(XmlElement element) {
    for (XmlElement child : element.children()) {
      switch (child.name()) {
        case "blip" -> addPicture(child.attribute("embed"));
        case "imagedata" -> addPicture(child.attribute("id"));
        case "txbxContent" -> {}
        case "AlternateContent" ->
            DocxBodyReader.preferredAlternative(child).forEach(this::collectPictures);
        default -> collectPictures(child);
      }
    }
  }

  private void addPicture(@Nullable String relationshipId) {
    if (relationshipId != null) {
      pictureIds.add(relationshipId);
    }
  }

  private void collectTextBoxes(XmlElement element) {
    for (XmlElement child : element.children()) {
      switch (child.name()) {
        case "txbxContent" -> textBoxes.addAll(child.children());
        case "AlternateContent" ->
            DocxBodyReader.preferredAlternative(child).forEach(this::collectTextBoxes);
        default -> collectTextBoxes(child);
      }
    }
  }

  private void appendMath(XmlElement element) {
    if (element.name().equals("t")) {
      text.append(element.text());
    }
    element.children().forEach(this::appendMath);
  }
}
