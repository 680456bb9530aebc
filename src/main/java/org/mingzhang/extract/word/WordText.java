package org.mingzhang.extract.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The text of one paragraph of a WordprocessingML document as a reader sees it: without deletions,
 * hidden text, instructions of fields, pictures and charts. Not thread-safe.
 */
final class WordText {
  /**
   * Text between page breaks.
   *
   * @param text with {@code \n} for line breaks
   * @param pageBreak whether a page break that the author set stands before it
   */
  record Part(String text, boolean pageBreak) {}

  private final WordFields fields;
  private final List<Part> parts = new ArrayList<>();
  private final List<XmlElement> boxes = new ArrayList<>();
  private final List<String> pictures = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private boolean pageBreak;
  private String label = "";
  private boolean renderedBefore;
  private int renderedWithin;

  /** An empty text at a place where these fields are open. */
  WordText(WordFields fields) {
    this.fields = fields;
  }

  /** Sets the label that stands before the text. */
  void label(String numeral) {
    label = numeral;
  }

  /** Whether there is nothing to see. */
  boolean isBlank() {
    return text.toString().isBlank() && parts.stream().allMatch(p -> p.text().isBlank());
  }

  /** The text, label included. */
  List<Part> parts() {
    List<Part> all = new ArrayList<>(parts);
    all.add(new Part(text.toString(), pageBreak));
    for (int i = 0; i < all.size() && !label.isEmpty(); i++) {
      if (!all.get(i).text().isBlank()) {
        all.set(i, new Part(label + all.get(i).text().stripLeading(), all.get(i).pageBreak()));
        break;
      }
    }
    return all;
  }

  /** Relationships of the pictures in the paragraph. */
  List<String> pictures() {
    return pictures;
  }

  /** What stands in text boxes anchored in the paragraph. */
  List<XmlElement> boxes() {
    return boxes;
  }

  /** Reads what is in a paragraph, or in an element inside one. */
  void read(XmlElement element) {
    element.children().forEach(this::inline);
  }

  private void inline(XmlElement element) {
    switch (element.name()) {
      case "r" -> run(element);
      case "fldSimple" -> simpleField(element);
      case "hyperlink", "ins", "moveTo", "smartTag", "customXml", "sdtContent", "dir", "bdo" ->
          read(element);
      case "sdt" -> element.child("sdtContent").ifPresent(this::read);
      case "AlternateContent" -> WordBody.chosen(element).forEach(this::inline);
      case "oMathPara", "oMath" -> math(element);
      default -> {}
    }
  }

  private void simpleField(XmlElement field) {
    fields.begin();
    fields.instruction(Objects.toString(field.attribute("instr"), ""));
    fields.separate();
    read(field);
    fields.end();
  }

  private void run(XmlElement run) {
    boolean hidden = run.child("rPr").filter(r -> r.isOn("vanish")).isPresent();
    for (XmlElement part : run.children()) {
      switch (part.name()) {
        case "fldChar" -> fieldMark(part);
        case "instrText" -> fields.instruction(part.text());
        case "lastRenderedPageBreak" -> renderedBreak();
        default -> {
          if (!hidden && fields.isShown()) {
            shown(part);
          }
        }
      }
    }
  }

  private void fieldMark(XmlElement mark) {
    switch (Objects.toString(mark.attribute("fldCharType"), "")) {
      case "begin" -> fields.begin();
      case "separate" -> fields.separate();
      case "end" -> fields.end();
      default -> {}
    }
  }

  private void shown(XmlElement part) {
    switch (part.name()) {
      case "t" -> text.append(part.text());
      case "tab", "ptab" -> text.append('\t');
      case "br" -> lineBreak(Objects.toString(part.attribute("type"), ""));
      case "cr" -> text.append('\n');
      case "noBreakHyphen" -> text.append('-');
      case "sym" -> text.append(WordSymbols.of(part.attribute("char")));
      case "ruby" -> part.child("rubyBase").ifPresent(this::read);
      case "drawing", "pict", "object" -> {
        findBoxes(part);
        findPictures(part);
      }
      case "AlternateContent" -> WordBody.chosen(part).forEach(this::shown);
      default -> {}
    }
  }

  private void lineBreak(String type) {
    if (type.equals("page")) {
      parts.add(new Part(text.toString(), pageBreak));
      text.setLength(0);
      pageBreak = true;
    } else {
      text.append('\n');
    }
  }

  /** Word notes a break again after one that the author set: those are counted already. */
  private void renderedBreak() {
    if (!text.isEmpty()) {
      renderedWithin++;
    } else if (!pageBreak) {
      renderedBefore = true;
    }
  }

  /** Whether the text began a page when Word last showed the file. */
  boolean isRenderedOnNewPage() {
    return renderedBefore;
  }

  /** How many pages began inside the text then. */
  int pagesRenderedWithin() {
    return renderedWithin;
  }

  /** Pictures by the relationships that lead to them. */
  private void findPictures(XmlElement element) {
    for (XmlElement child : element.children()) {
      switch (child.name()) {
        case "blip" -> addPicture(child.attribute("embed"));
        case "imagedata" -> addPicture(child.attribute("id"));
        case "txbxContent" -> {}
        case "AlternateContent" -> WordBody.chosen(child).forEach(this::findPictures);
        default -> findPictures(child);
      }
    }
  }

  private void addPicture(@Nullable String relationship) {
    if (relationship != null) {
      pictures.add(relationship);
    }
  }

  private void findBoxes(XmlElement element) {
    for (XmlElement child : element.children()) {
      switch (child.name()) {
        case "txbxContent" -> boxes.addAll(child.children());
        case "AlternateContent" -> WordBody.chosen(child).forEach(this::findBoxes);
        default -> findBoxes(child);
      }
    }
  }

  private void math(XmlElement element) {
    if (element.name().equals("t")) {
      text.append(element.text());
    }
    element.children().forEach(this::math);
  }
}
