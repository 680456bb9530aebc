package org.mingzhang.invented;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.mingzhang.model.TableBlock.Cell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** Formats in which invented documents are written. */
enum Format {
  DOCX("docx") {
    @Override
    byte[] bytes(Draft draft) throws IOException {
      try (XWPFDocument document = new XWPFDocument();
          var out = new java.io.ByteArrayOutputStream()) {
        line(document, draft.title(), ParagraphAlignment.CENTER);
        for (Object part : draft.parts()) {
          if (part instanceof Sheet sheet) {
            sheet
                .above()
                .forEach(
                    pieces ->
                        line(
                            document,
                            String.join("　　　　", pieces).strip(),
                            pieces.size() == 1
                                ? ParagraphAlignment.CENTER
                                : ParagraphAlignment.RIGHT));
            table(document, sheet);
            sheet.below().forEach(below -> line(document, below, ParagraphAlignment.LEFT));
          } else {
            line(document, part.toString(), ParagraphAlignment.LEFT);
          }
        }
        document.write(out);
        return out.toByteArray();
      }
    }

    private void line(XWPFDocument document, String text, ParagraphAlignment alignment) {
      XWPFParagraph paragraph = document.createParagraph();
      paragraph.setAlignment(alignment);
      paragraph.createRun().setText(text);
    }

    private void table(XWPFDocument document, Sheet sheet) {
      Cell[][] cover = sheet.cover();
      XWPFTable table = document.createTable();
      table.removeRow(0);
      for (int r = 0; r < cover.length; r++) {
        var row = table.createRow();
        while (!row.getTableCells().isEmpty()) {
          row.removeCell(0);
        }
        for (int c = 0; c < cover[r].length; ) {
          Cell cell = cover[r][c];
          XWPFTableCell printed = row.createCell();
          CTTcPr properties = printed.getCTTc().addNewTcPr();
          if (cell == null) {
            c++;
            continue;
          }
          if (cell.columnSpan() > 1) {
            properties.addNewGridSpan().setVal(java.math.BigInteger.valueOf(cell.columnSpan()));
          }
          if (cell.rowSpan() > 1) {
            properties.addNewVMerge().setVal(cell.row() == r ? STMerge.RESTART : STMerge.CONTINUE);
          }
          if (cell.row() == r) {
            printed.setText(cell.text());
          }
          c = cell.column() + cell.columnSpan();
        }
      }
    }
  },
  XLSX("xlsx") {
    @Override
    byte[] bytes(Draft draft) throws IOException {
      try (XSSFWorkbook book = new XSSFWorkbook();
          var out = new java.io.ByteArrayOutputStream()) {
        int number = 1;
        for (Object part : draft.parts()) {
          if (part instanceof Sheet sheet) {
            write(book.createSheet("表" + number++), sheet);
          }
        }
        book.write(out);
        return out.toByteArray();
      }
    }

    private void write(XSSFSheet page, Sheet sheet) {
      int at = 0;
      int last = sheet.grid().columns() - 1;
      for (var pieces : sheet.above()) {
        var row = page.createRow(at);
        if (pieces.size() == 1) {
          row.createCell(0).setCellValue(pieces.getFirst());
          page.addMergedRegion(new CellRangeAddress(at, at, 0, last));
        } else {
          row.createCell(0).setCellValue(pieces.getFirst());
          row.createCell(last).setCellValue(pieces.getLast());
        }
        at++;
      }
      for (int r = 0; r < sheet.grid().rows(); r++) {
        page.createRow(at + r);
      }
      for (Cell cell : sheet.grid().cells()) {
        page.getRow(at + cell.row()).createCell(cell.column()).setCellValue(cell.text());
        if (cell.rowSpan() * cell.columnSpan() > 1) {
          page.addMergedRegion(
              new CellRangeAddress(
                  at + cell.row(),
                  at + cell.row() + cell.rowSpan() - 1,
                  cell.column(),
                  cell.column() + cell.columnSpan() - 1));
        }
      }
      at += sheet.grid().rows();
      for (String below : sheet.below()) {
        page.createRow(at).createCell(0).setCellValue(below);
        page.addMergedRegion(new CellRangeAddress(at, at, 0, last));
        at++;
      }
    }
  },
  HTML("html") {
    @Override
    byte[] bytes(Draft draft) {
      StringBuilder out =
          new StringBuilder("<!doctype html><html><head><meta charset=\"utf-8\"><title>")
              .append(draft.title())
              .append("</title></head><body><h1>" + draft.title() + "</h1>\n");
      for (Object part : draft.parts()) {
        if (part instanceof Sheet sheet) {
          sheet
              .above()
              .forEach(
                  pieces ->
                      out.append("<p>" + String.join("&nbsp;&nbsp;&nbsp;", pieces) + "</p>\n"));
          table(out, sheet);
          sheet.below().forEach(below -> out.append("<p>" + escape(below) + "</p>\n"));
        } else {
          out.append("<p>" + escape(part.toString()) + "</p>\n");
        }
      }
      return out.append("</body></html>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void table(StringBuilder out, Sheet sheet) {
      Cell[][] cover = sheet.cover();
      out.append("<table>");
      for (int r = 0; r < cover.length; r++) {
        out.append("<tr>");
        for (int c = 0; c < cover[r].length; c++) {
          Cell cell = cover[r][c];
          if (cell == null) {
            out.append("<td></td>");
          } else if (cell.row() == r && cell.column() == c) {
            out.append(
                "<td rowspan=\"%d\" colspan=\"%d\">%s</td>"
                    .formatted(cell.rowSpan(), cell.columnSpan(), escape(cell.text())));
          }
        }
        out.append("</tr>\n");
      }
      out.append("</table>\n");
    }

    private String escape(String text) {
      return text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>");
    }
  },
  /** PDF with all borders of cells drawn. */
  PDF_RULED("pdf") {
    @Override
    byte[] bytes(Draft draft) throws IOException {
      return new PdfPrinter(PdfPrinter.Rules.ALL).print(draft);
    }
  },
  /** PDF with no lines at all: columns are told by white space alone. */
  PDF_OPEN("pdf") {
    @Override
    byte[] bytes(Draft draft) throws IOException {
      return new PdfPrinter(PdfPrinter.Rules.NONE).print(draft);
    }
  },
  /** PDF with lines over and under the header and under the last row only. */
  PDF_THREE_LINES("pdf") {
    @Override
    byte[] bytes(Draft draft) throws IOException {
      return new PdfPrinter(PdfPrinter.Rules.THREE).print(draft);
    }
  },
  /** Plain text with one row a line, cells parted by blanks, empty cells leaving no trace. */
  TEXT_ROWS("txt") {
    @Override
    byte[] bytes(Draft draft) {
      StringBuilder out = new StringBuilder(draft.title()).append('\n');
      for (Object part : draft.parts()) {
        if (part instanceof Sheet sheet) {
          sheet.above().forEach(pieces -> out.append(String.join(" ", pieces).strip() + "\n"));
          for (List<String> row : sheet.grid().grid()) {
            out.append(String.join(" ", row.stream().filter(c -> !c.isEmpty()).toList()));
            out.append('\n');
          }
          sheet.below().forEach(below -> out.append(below + "\n"));
        } else {
          out.append(part + "\n");
        }
      }
      return out.toString().getBytes(StandardCharsets.UTF_8);
    }
  },
  /** Plain text out of a word processor: a cell a line behind a tab, a blank line between rows. */
  TEXT_CELLS("txt") {
    @Override
    byte[] bytes(Draft draft) {
      return text(draft, row -> "\n\t" + String.join("\n\t", row));
    }
  },
  /** Plain text with one row a line, cells parted by tabs, empty cells kept. */
  TEXT_TABS("txt") {
    @Override
    byte[] bytes(Draft draft) {
      return text(draft, row -> String.join("\t", row));
    }
  },
  /** Plain text with one row a line between bars, as notes and converters write tables. */
  TEXT_BARS("txt") {
    @Override
    byte[] bytes(Draft draft) {
      return text(draft, row -> "| " + String.join(" | ", row) + " |");
    }
  },
  /** Plain text in the order in which a PDF draws it: wrapped cells stay together. */
  TEXT_STREAM("txt") {
    @Override
    byte[] bytes(Draft draft) throws IOException {
      return new PdfPrinter(PdfPrinter.Rules.NONE).stream(draft).getBytes(StandardCharsets.UTF_8);
    }
  },
  /** Plain text in fixed pitch, as converters of PDF print a page. */
  TEXT_PITCH("txt") {
    @Override
    byte[] bytes(Draft draft) {
      return new PitchPrinter(draft.hashCode()).print(draft).getBytes(StandardCharsets.UTF_8);
    }
  },
  /** Plain text as it is copied out of a PDF: the cells of a visual line parted by blanks. */
  TEXT("txt") {
    @Override
    byte[] bytes(Draft draft) throws IOException {
      return new PdfPrinter(PdfPrinter.Rules.NONE).text(draft).getBytes(StandardCharsets.UTF_8);
    }
  };

  private final String ending;

  Format(String ending) {
    this.ending = ending;
  }

  abstract byte[] bytes(Draft draft) throws IOException;

  /** A document as text, the rows of its tables as a function writes them. */
  private static byte[] text(Draft draft, Function<List<String>, String> row) {
    StringBuilder out = new StringBuilder(draft.title()).append('\n');
    for (Object part : draft.parts()) {
      if (part instanceof Sheet sheet) {
        sheet.above().forEach(pieces -> out.append(String.join(" ", pieces).strip() + "\n"));
        sheet.grid().grid().forEach(cells -> out.append(row.apply(cells)).append('\n'));
        out.append('\n');
        sheet.below().forEach(below -> out.append(below + "\n"));
      } else {
        out.append(part + "\n");
      }
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Writes a document into a folder; answers the file. */
  Path write(Path folder, Draft draft) throws IOException {
    Path file = folder.resolve("t." + ending);
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(bytes(draft));
    }
    return file;
  }
}
