package org.mingzhang.extract.html;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.mingzhang.extract.BlockCollector;
import org.mingzhang.extract.TableGrid;
import org.mingzhang.extract.plain.PlainTextReader;

/**
 * Reads the body of an HTML page into paragraphs, headings and tables in document order, without
 * hidden elements, form controls and media. Not thread-safe.
 */
final class HtmlBodyReader {
  private static final Set<String> DROPPED_ELEMENTS =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "head",
          "nav",
          "iframe",
          "object",
          "embed",
          "svg",
          "math",
          "canvas",
          "audio",
          "video",
          "button",
          "select",
          "textarea",
          "input",
          "option",
          "rt",
          "rp",
          "dialog",
          "map");
  private static final Set<String> INLINE_ELEMENTS =
      Set.of(
          "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
          "em", "font", "i", "ins", "kbd", "label", "mark", "q", "ruby", "rb", "s", "samp", "small",
          "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img");

  /**
   * A gap of at least two spaces between words, a tab or a pipe, as between the columns of a table
   * in fixed pitch.
   */
  private static final Pattern COLUMN_GAP = Pattern.compile("\\S(?:[ \u3000]{2,}|\t|\\|)\\S");

  /** A number whose digits are grouped by blanks at which a line must not break. */
  private static final Pattern GROUPED_NUMBER =
      Pattern.compile("[-−]?\\d{1,3}(?:[\u00a0\u2009\u202f]\\d{3})+(?:\\.\\d+)?");

  private static final Pattern GROUP_SEPARATOR = Pattern.compile("[\u00a0\u2009\u202f]");

  /** Types of fields that show their value as text. */
  private static final Set<String> TEXT_FIELD_TYPES = Set.of("", "text", "number", "tel");

  /** Minimum number of lines with column gaps in preformatted text that may hold a table. */
  private static final int MIN_TABLE_LINES = 3;

  private final HtmlParagraphBuilder paragraphBuilder;
  private final boolean inCell;
  private final HtmlListNumbering listNumbering = new HtmlListNumbering();
  private final BlockCollector blocks;

  HtmlBodyReader(BlockCollector blocks) {
    this.blocks = blocks;
    this.paragraphBuilder = new HtmlParagraphBuilder(blocks::addParagraph);
    this.inCell = false;
  }

  private HtmlBodyReader(BlockCollector blocks, HtmlParagraphBuilder paragraphBuilder) {
    this.blocks = blocks;
    this.paragraphBuilder = paragraphBuilder;
    this.inCell = true;
  }

  /**
   * Reads an element and everything inside it; its text ends a paragraph. Stops at the character
   * limit.
   */
  void readElementAsBlock(Element element) {
    readElement(element);
    paragraphBuilder.endParagraph();
  }

  private void readChildren(Element element) {
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode text) {
        paragraphBuilder.appendText(text.getWholeText(), isPreformatted(element));
      } else if (child instanceof Element inner && !blocks.isFull()) {
        readElement(inner);
      }
    }
  }

  private static boolean isPreformatted(Element element) {
    Element at = element;
    while (at != null && !at.normalName().equals("pre")) {
      at = at.parent();
    }
    return at != null;
  }

  private void readElement(Element element) {
    String name = element.normalName();
    if (inCell && name.equals("input") && !isHidden(element)) {
      appendFieldValue(element);
      return;
    }
    if (DROPPED_ELEMENTS.contains(name) || isHidden(element)) {
      return;
    }
    if (name.equals("br")) {
      breakPageIfStyled(element);
      paragraphBuilder.appendLineBreak();
    } else if (name.equals("table")) {
      paragraphBuilder.endParagraph();
      breakPageIfStyled(element);
      readTable(element);
    } else if (!inCell && name.equals("pre") && hasColumns(element)) {
      paragraphBuilder.endParagraph();
      breakPageIfStyled(element);
      PlainTextReader.readText(element.wholeText(), blocks);
    } else if (isInline(element)) {
      boolean link = element.attr("href").startsWith("#");
      boolean bold = HtmlStyles.isBold(element);
      paragraphBuilder.enterInlineElement(link);
      paragraphBuilder.changeBoldDepth(bold ? 1 : 0);
      readChildren(element);
      paragraphBuilder.changeBoldDepth(bold ? -1 : 0);
      paragraphBuilder.leaveInlineElement(link);
    } else {
      readBlock(element, name);
    }
  }

  /**
   * Adds the value of a form field inside a table cell. Fields outside tables are ignored, since
   * they belong to search forms.
   */
  private void appendFieldValue(Element input) {
    if (TEXT_FIELD_TYPES.contains(input.attr("type").strip().toLowerCase(Locale.ROOT))) {
      paragraphBuilder.appendText(input.attr("value"), false);
    }
  }

  /**
   * Whether preformatted text without a table element has at least {@link #MIN_TABLE_LINES} lines
   * with columns; its line breaks and blanks are then kept.
   */
  private static boolean hasColumns(Element pre) {
    return pre.selectFirst("table") == null
        && pre.wholeText().lines().filter(line -> COLUMN_GAP.matcher(line).find()).count()
            >= MIN_TABLE_LINES;
  }

  /**
   * Whether an element is inline, including elements of Word's own namespace, for example {@code
   * o:p}.
   */
  private static boolean isInline(Element element) {
    String name = element.normalName();
    return INLINE_ELEMENTS.contains(name) || name.indexOf(':') >= 0;
  }

  private void readBlock(Element element, String name) {
    paragraphBuilder.endParagraph();
    breakPageIfStyled(element);
    paragraphBuilder.enterBlock(
        outlineLevel(element, name),
        HtmlStyles.isTableOfContentsEntry(element),
        HtmlStyles.isCentered(element),
        HtmlStyles.isBold(element));
    boolean listItem = name.equals("li");
    if (listItem) {
      paragraphBuilder.setLabel(listNumbering.nextLabel(element));
    }
    readChildren(element);
    paragraphBuilder.endParagraph();
    if (listItem) {
      paragraphBuilder.setLabel("");
    }
    paragraphBuilder.leaveBlock();
  }

  /** The level of a heading by its name, otherwise by its style; 0 for body text. */
  private static int outlineLevel(Element element, String name) {
    if (name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1))) {
      return name.charAt(1) - '0';
    }
    return HtmlStyles.outlineLevel(element);
  }

  /**
   * Whether an element is not shown, or is the header or footer of each page, which LibreOffice
   * exports as a {@code div} with that title.
   */
  private static boolean isHidden(Element element) {
    String title = element.attr("title");
    return element.hasAttr("hidden")
        || HtmlStyles.isHidden(element)
        || (element.normalName().equals("div")
            && (title.equals("header") || title.equals("footer")));
  }

  private void breakPageIfStyled(Element element) {
    if (HtmlStyles.breaksPage(element)) {
      blocks.breakPage();
    }
  }

  private void readTable(Element table) {
    if (HtmlTables.isLayout(table)) {
      readChildren(table);
      paragraphBuilder.endParagraph();
      return;
    }
    TableGrid grid = new TableGrid();
    int page = blocks.page();
    int row = 0;
    for (Element caption : table.select("> caption")) {
      readBlock(caption, "caption");
    }
    for (Element tr : HtmlTables.rows(table)) {
      if (!isHidden(tr)) {
        for (Element cell : HtmlTables.cells(tr)) {
          grid.append(
              row,
              HtmlTables.span(cell, "rowspan"),
              HtmlTables.span(cell, "colspan"),
              cellText(cell));
        }
        row++;
      }
    }
    blocks.addTable(grid, page);
  }

  private String cellText(Element cell) {
    String whole = cell.wholeText().strip();
    if (GROUPED_NUMBER.matcher(whole).matches()) {
      return GROUP_SEPARATOR.matcher(whole).replaceAll("");
    }
    StringBuilder text = new StringBuilder();
    HtmlParagraphBuilder inner =
        new HtmlParagraphBuilder(
            (line, level, contents, emphasis) -> HtmlParagraphBuilder.appendCellLine(text, line));
    new HtmlBodyReader(blocks, inner).readElementAsBlock(cell);
    return text.toString();
  }
}
