package org.mingzhang.extract.office;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Converts the body of a Word 2003 XML file to HTML. Pictures are left out. */
final class Word2003XmlConverter {
  private final Word2003XmlStyles styles;

  Word2003XmlConverter(Word2003XmlStyles styles) {
    this.styles = styles;
  }

  /**
   * Appends the paragraphs and tables of a body, section or cell.
   *
   * @param page element to which they are appended
   * @param part element that contains them, at any depth
   */
  void append(Element page, Element part) {
    for (Element child : part.children()) {
      switch (child.tagName()) {
        case "w:p" -> appendParagraph(page, child);
        case "w:tbl" -> appendTable(page, child);
        case "w:sectPr", "w:tcPr" -> {}
        default -> append(page, child);
      }
    }
  }

  private void appendParagraph(Element page, Element paragraph) {
    Element properties = Office2003XmlParser.findChild(paragraph, "w:pPr");
    Element line = page.appendElement("p").attr("style", toCss(properties));
    if (styles.isTableOfContentsEntry(properties)) {
      line.addClass("MsoToc1");
    }
    Element label =
        Office2003XmlParser.findChild(
            Office2003XmlParser.findChild(properties, "w:listPr"), "wx:t");
    if (label != null) {
      line.appendText(label.attr("wx:val"));
    }
    List<Element> boxes = new ArrayList<>();
    appendRuns(line, paragraph, boxes);
    boxes.forEach(box -> append(page, box));
  }

  private String toCss(@Nullable Element properties) {
    int level = styles.outlineLevel(properties);
    return (Office2003XmlParser.propertyValue(properties, "w:jc").equals("center")
            ? "text-align:center;"
            : "")
        + (Office2003XmlParser.isOn(properties, "w:pageBreakBefore")
            ? "page-break-before:always;"
            : "")
        + (level > 0 ? "mso-outline-level:" + level + ";" : "");
  }

  /**
   * Appends the runs of a paragraph, including those in links and fields, without deleted and
   * hidden ones.
   *
   * @param boxes receives the contents of their text boxes, which follow the paragraph
   */
  private static void appendRuns(Element line, Element part, List<Element> boxes) {
    for (Element child : part.children()) {
      switch (child.tagName()) {
        case "w:r" -> appendRun(line, child, boxes);
        case "w:pPr", "w:del" -> {}
        case "aml:annotation" -> {
          if (!child.attr("w:type").equals("Word.Deletion")) {
            appendRuns(line, child, boxes);
          }
        }
        default -> appendRuns(line, child, boxes);
      }
    }
  }

  private static void appendRun(Element line, Element run, List<Element> boxes) {
    Element properties = Office2003XmlParser.findChild(run, "w:rPr");
    if (Office2003XmlParser.isOn(properties, "w:vanish")) {
      return;
    }
    Element out = Office2003XmlParser.isOn(properties, "w:b") ? line.appendElement("b") : line;
    for (Element child : run.children()) {
      switch (child.tagName()) {
        case "w:t" -> out.appendText(child.wholeText());
        case "w:tab" -> out.appendText(" ");
        case "w:noBreakHyphen" -> out.appendText("-");
        case "w:br" -> out.appendElement("br").attr("style", breakStyle(child));
        case "w:pict" -> addTextBoxes(child, boxes);
        default -> {}
      }
    }
  }

  /**
   * Adds the contents of the text boxes of a drawing; text boxes inside others are part of the
   * outer ones.
   */
  private static void addTextBoxes(Element drawing, List<Element> boxes) {
    for (Element child : drawing.children()) {
      if (child.tagName().equals("w:txbxContent")) {
        boxes.add(child);
      } else {
        addTextBoxes(child, boxes);
      }
    }
  }

  private static String breakStyle(Element line) {
    return line.attr("w:type").equals("page") ? "page-break-before:always" : "";
  }

  private void appendTable(Element page, Element table) {
    Element rows = page.appendElement("table");
    RowSpanTracker above = new RowSpanTracker();
    for (Element tr : rows(table)) {
      Element row = rows.appendElement("tr");
      int column =
          Office2003XmlParser.parseNumber(
              Office2003XmlParser.propertyValue(
                  Office2003XmlParser.findChild(tr, "w:trPr"), "w:gridBefore"));
      for (int i = 0; i < column; i++) {
        row.appendElement("td");
      }
      for (Element tc : cells(tr)) {
        Element properties = Office2003XmlParser.findChild(tc, "w:tcPr");
        int width =
            Math.max(
                1,
                Office2003XmlParser.parseNumber(
                    Office2003XmlParser.propertyValue(properties, "w:gridSpan")));
        if (continuesVerticalMerge(properties) && above.extendCell(column)) {
          column += width;
          continue;
        }
        Element cell = row.appendElement("td").attr("colspan", String.valueOf(width));
        above.startCell(column, width, cell);
        append(cell, tc);
        column += width;
      }
    }
  }

  private static List<Element> rows(Element table) {
    return table.stream()
        .filter(e -> e.tagName().equals("w:tr") && table.equals(findAncestor(e, "w:tbl")))
        .toList();
  }

  private static List<Element> cells(Element row) {
    return row.stream()
        .filter(e -> e.tagName().equals("w:tc") && row.equals(findAncestor(e, "w:tr")))
        .toList();
  }

  private static @Nullable Element findAncestor(Element element, String name) {
    return element.parents().stream()
        .filter(e -> e.tagName().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** Whether a cell continues the one above: {@code w:vmerge} without {@code restart}. */
  private static boolean continuesVerticalMerge(@Nullable Element properties) {
    return Office2003XmlParser.findChild(properties, "w:vmerge") != null
        && !Office2003XmlParser.propertyValue(properties, "w:vmerge").equals("restart");
  }
}
