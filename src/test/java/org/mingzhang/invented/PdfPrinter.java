package org.mingzhang.invented;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.mingzhang.model.TableBlock.Cell;

/**
 * Sets invented documents on pages: text wraps in its cell, amounts stand right, names left, heads
 * in the middle; a table that does not fit goes on on the next page, its header repeated or not.
 * The font is one of those that every reader of Chinese PDF knows, so that no font file is needed.
 */
final class PdfPrinter {
  /** Which borders of cells are drawn. */
  enum Rules {
    ALL,
    THREE,
    NONE
  }

  private static final float MARGIN = 50;
  private static final float SIZE = 9;
  private static final float LEADING = 12;
  private static final float PADDING = 3;

  private final Rules rules;
  private final List<StringBuilder> pages = new ArrayList<>();
  private final List<TreeMap<Float, TreeMap<Float, String>>> texts = new ArrayList<>();
  private final List<Drawn> drawn = new ArrayList<>();
  private float width;
  private float height;
  private float y;
  private boolean repeatHeader;

  PdfPrinter(Rules rules) {
    this.rules = rules;
  }

  /** The document as PDF. */
  byte[] print(Draft draft) throws IOException {
    lay(draft);
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (StringBuilder content : pages) {
        PDPage page = new PDPage(new PDRectangle(width, height));
        PDStream stream = new PDStream(document);
        try (OutputStream bytes = stream.createOutputStream(COSName.FLATE_DECODE)) {
          bytes.write(content.toString().getBytes(StandardCharsets.US_ASCII));
        }
        page.setContents(stream);
        PDResources resources = new PDResources();
        COSDictionary fonts = new COSDictionary();
        fonts.setItem("F", font());
        resources.getCOSObject().setItem(COSName.FONT, fonts);
        page.setResources(resources);
        document.addPage(page);
      }
      document.save(out);
      return out.toByteArray();
    }
  }

  /** The visual lines as text, pieces parted by one blank, as converters write them. */
  String text(Draft draft) {
    lay(draft);
    StringBuilder out = new StringBuilder();
    for (TreeMap<Float, TreeMap<Float, String>> page : texts) {
      page.descendingMap()
          .values()
          .forEach(line -> out.append(String.join(" ", line.values())).append('\n'));
    }
    return out.toString();
  }

  /** The pieces as text in the order in which they are drawn, those of one height on one line. */
  String stream(Draft draft) {
    lay(draft);
    return String.join("\n", drawn.stream().map(line -> String.join(" ", line.pieces())).toList());
  }

  /** Pieces drawn one after the other on one height of one page. */
  private record Drawn(int page, float baseline, List<String> pieces) {}

  private void lay(Draft draft) {
    int columns =
        draft.parts().stream()
            .filter(Sheet.class::isInstance)
            .mapToInt(p -> ((Sheet) p).grid().columns())
            .max()
            .orElse(1);
    boolean wide = columns > 7;
    width = wide ? 842 : 595;
    height = wide ? 595 : 842;
    repeatHeader = draft.title().hashCode() % 2 == 0;
    newPage();
    piece((width - 14 * draft.title().length()) / 2, y - 14, 14, draft.title());
    y -= 40;
    for (Object part : draft.parts()) {
      if (part instanceof Sheet sheet) {
        sheet(sheet);
      } else {
        paragraph("　　" + part);
      }
    }
  }

  private void newPage() {
    pages.add(new StringBuilder());
    texts.add(new TreeMap<>());
    y = height - MARGIN;
  }

  private void paragraph(String text) {
    for (String line : wrap(text, width - 2 * MARGIN, 12)) {
      if (y < MARGIN + 20) {
        newPage();
      }
      piece(MARGIN, y - 12, 12, line);
      y -= 20;
    }
  }

  private void sheet(Sheet sheet) {
    float[] xs = columns(sheet);
    Cell[][] cover = sheet.cover();
    float[] heights = heights(sheet, xs, cover);
    if (y - 3 * heights[0] - 60 < MARGIN) {
      newPage();
    }
    for (List<String> pieces : sheet.above()) {
      above(pieces);
    }
    int row = 0;
    boolean first = true;
    while (row < cover.length) {
      int header = first || !repeatHeader ? 0 : sheet.headerRows();
      float head = 0;
      for (int r = 0; r < header; r++) {
        head += heights[r];
      }
      int end = row;
      float used = head;
      while (end < cover.length && y - used - heights[end] > MARGIN) {
        used += heights[end++];
      }
      if (end == row) {
        end = row + 1;
      }
      if (header > 0) {
        rows(sheet, xs, heights, 0, header);
      }
      rows(sheet, xs, heights, row, end);
      row = end;
      first = false;
      if (row < cover.length) {
        newPage();
      }
    }
    y -= 6;
    sheet.below().forEach(this::note);
    y -= 14;
  }

  private void note(String text) {
    for (String line : wrap(text, width - 2 * MARGIN, SIZE)) {
      piece(MARGIN, y - SIZE, SIZE, line);
      y -= LEADING;
    }
  }

  private void above(List<String> pieces) {
    if (y < MARGIN + 40) {
      newPage();
    }
    if (pieces.size() == 1) {
      float size = 12;
      piece((width - length(pieces.getFirst(), size)) / 2, y - size, size, pieces.getFirst());
      y -= 20;
      return;
    }
    for (int i = 0; i < pieces.size(); i++) {
      float length = length(pieces.get(i), SIZE);
      float room = width - 2 * MARGIN - length;
      piece(MARGIN + room * i / (pieces.size() - 1), y - SIZE, SIZE, pieces.get(i));
    }
    y -= 16;
  }

  /** Column edges: as wide as their longest cell asks, up to a limit, spread over the page. */
  private float[] columns(Sheet sheet) {
    int n = sheet.grid().columns();
    float[] wanted = new float[n];
    java.util.Arrays.fill(wanted, 24);
    for (Cell cell : sheet.grid().cells()) {
      if (cell.columnSpan() == 1) {
        float needed = Math.min(140, length(cell.text(), SIZE) + 4 * PADDING);
        if (cell.row() < sheet.headerRows()) {
          needed = Math.min(needed, 52);
        }
        wanted[cell.column()] = Math.max(wanted[cell.column()], needed);
      }
    }
    float sum = 0;
    for (float w : wanted) {
      sum += w;
    }
    float[] xs = new float[n + 1];
    xs[0] = MARGIN;
    for (int i = 0; i < n; i++) {
      xs[i + 1] = xs[i] + wanted[i] * (width - 2 * MARGIN) / sum;
    }
    return xs;
  }

  private static float[] heights(Sheet sheet, float[] xs, Cell[][] cover) {
    float[] heights = new float[cover.length];
    java.util.Arrays.fill(heights, LEADING + 2 * PADDING);
    for (Cell cell : sheet.grid().cells()) {
      float room = xs[cell.column() + cell.columnSpan()] - xs[cell.column()] - 2 * PADDING;
      float needed = wrap(cell.text(), room, SIZE).size() * LEADING + 2 * PADDING;
      float has = 0;
      for (int r = cell.row(); r < cell.row() + cell.rowSpan(); r++) {
        has += heights[r];
      }
      if (needed > has) {
        heights[cell.row() + cell.rowSpan() - 1] += needed - has;
      }
    }
    return heights;
  }

  private void rows(Sheet sheet, float[] xs, float[] heights, int from, int to) {
    float top = y;
    for (int r = from; r < to; r++) {
      top -= heights[r];
    }
    float[] edge = new float[to - from + 1];
    edge[0] = y;
    for (int r = from; r < to; r++) {
      edge[r - from + 1] = edge[r - from] - heights[r];
    }
    for (Cell cell : sheet.grid().cells()) {
      int first = Math.max(cell.row(), from);
      int last = Math.min(cell.row() + cell.rowSpan(), to);
      if (first >= last) {
        continue;
      }
      float left = xs[cell.column()];
      float right = xs[cell.column() + cell.columnSpan()];
      float upper = edge[first - from];
      float lower = edge[last - from];
      if (rules == Rules.ALL) {
        box(left, lower, right, upper);
      }
      if (cell.row() >= from) {
        cell(cell, sheet.headerRows(), left, right, upper, lower);
      }
    }
    if (rules == Rules.THREE) {
      line(xs[0], edge[0], xs[xs.length - 1]);
      line(xs[0], top, xs[xs.length - 1]);
      if (from == 0 && sheet.headerRows() <= to) {
        line(xs[0], edge[sheet.headerRows()], xs[xs.length - 1]);
      }
    }
    y = top;
  }

  private void cell(Cell cell, int headerRows, float left, float right, float upper, float lower) {
    List<String> lines = wrap(cell.text(), right - left - 2 * PADDING, SIZE);
    float at = (upper + lower) / 2 + lines.size() * LEADING / 2;
    for (String line : lines) {
      float length = length(line, SIZE);
      boolean number = cell.text().matches("[-≥≤=]?[\\d,.]+[%]?");
      float x =
          cell.row() < headerRows || cell.text().matches("[合总小]计")
              ? (left + right - length) / 2
              : number ? right - PADDING - length : left + PADDING;
      piece(x, at - LEADING + 3, SIZE, line);
      at -= LEADING;
    }
  }

  private static List<String> wrap(String text, float room, float size) {
    List<String> lines = new ArrayList<>();
    for (String part : text.split("\n", -1)) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < part.length(); i++) {
        String next = part.substring(i, i + 1);
        if (!line.isEmpty() && length(line + next, size) > room) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(next);
      }
      if (!line.isEmpty()) {
        lines.add(line.toString());
      }
    }
    return lines;
  }

  private static float length(String text, float size) {
    return (float) text.chars().mapToDouble(c -> c < 0x80 ? 0.5 : 1).sum() * size;
  }

  private void piece(float x, float baseline, float size, String text) {
    if (text.isBlank()) {
      return;
    }
    StringBuilder hex = new StringBuilder();
    text.chars().forEach(c -> hex.append(String.format(Locale.ROOT, "%04X", c)));
    pages
        .getLast()
        .append(
            String.format(
                Locale.ROOT,
                "BT /F %.2f Tf 1 0 0 1 %.2f %.2f Tm <%s> Tj ET%n",
                size,
                x,
                baseline,
                hex));
    boolean sameLine =
        !drawn.isEmpty()
            && drawn.getLast().page() == pages.size()
            && drawn.getLast().baseline() == baseline;
    if (!sameLine) {
      drawn.add(new Drawn(pages.size(), baseline, new ArrayList<>()));
    }
    drawn.getLast().pieces().add(text.strip());
    texts.getLast().computeIfAbsent(baseline, b -> new TreeMap<>()).put(x, text.strip());
  }

  private void box(float left, float lower, float right, float upper) {
    pages
        .getLast()
        .append(
            String.format(
                Locale.ROOT,
                "0.5 w %.2f %.2f %.2f %.2f re S%n",
                left,
                lower,
                right - left,
                upper - lower));
  }

  private void line(float left, float at, float right) {
    pages
        .getLast()
        .append(
            String.format(Locale.ROOT, "0.8 w %.2f %.2f m %.2f %.2f l S%n", left, at, right, at));
  }

  private static COSDictionary font() {
    COSDictionary system = new COSDictionary();
    system.setItem(COSName.REGISTRY, new COSString("Adobe"));
    system.setItem(COSName.ORDERING, new COSString("GB1"));
    system.setInt(COSName.SUPPLEMENT, 4);
    COSDictionary descendant = new COSDictionary();
    descendant.setItem(COSName.TYPE, COSName.FONT);
    descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
    descendant.setName(COSName.BASE_FONT, "STSong-Light");
    descendant.setItem(COSName.CIDSYSTEMINFO, system);
    descendant.setInt(COSName.DW, 1000);
    COSArray widths = new COSArray();
    for (int[] range : new int[][] {{1, 95, 500}, {814, 939, 500}}) {
      for (int value : range) {
        widths.add(COSInteger.get(value));
      }
    }
    descendant.setItem(COSName.W, widths);
    COSDictionary descriptor = new COSDictionary();
    descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
    descriptor.setName(COSName.FONT_NAME, "STSong-Light");
    descriptor.setInt(COSName.FLAGS, 4);
    descendant.setItem(COSName.FONT_DESC, descriptor);
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE0);
    font.setName(COSName.BASE_FONT, "STSong-Light");
    font.setName(COSName.ENCODING, "UniGB-UCS2-H");
    COSArray descendants = new COSArray();
    descendants.add(descendant);
    font.setItem(COSName.DESCENDANT_FONTS, descendants);
    return font;
  }
}
