package org.mingzhang.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** Writes a sample as a Word document, or its tables as a workbook. */
final class OfficeForm {
  private OfficeForm() {}

  static byte[] word(SampleDocument sample) throws IOException {
    try (XWPFDocument document = new XWPFDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      XWPFParagraph title = document.createParagraph();
      title.setAlignment(ParagraphAlignment.CENTER);
      title.createRun().setText(sample.title());
      for (SampleDocument.Element element : sample.elements()) {
        switch (element) {
          case SampleDocument.Heading h -> {
            XWPFParagraph heading = document.createParagraph();
            heading
                .getCTP()
                .addNewPPr()
                .addNewOutlineLvl()
                .setVal(BigInteger.valueOf(h.level() - 1L));
            heading.createRun().setText(h.text());
          }
          case SampleDocument.Paragraph p ->
              document.createParagraph().createRun().setText(p.text());
          case SampleDocument.Table t -> table(document, t);
        }
      }
      document.write(out);
      return out.toByteArray();
    }
  }

  private static void table(XWPFDocument document, SampleDocument.Table table) {
    XWPFParagraph caption = document.createParagraph();
    caption.setAlignment(ParagraphAlignment.CENTER);
    caption.createRun().setText(table.caption());
    if (!table.unit().isEmpty()) {
      XWPFParagraph unit = document.createParagraph();
      unit.setAlignment(ParagraphAlignment.RIGHT);
      unit.createRun().setText("单位：" + table.unit());
    }
    XWPFTable grid = document.createTable(table.rows().size() + 1, table.header().size());
    for (int column = 0; column < table.header().size(); column++) {
      grid.getRow(0).getCell(column).setText(table.header().get(column));
      for (int row = 0; row < table.rows().size(); row++) {
        String text = table.rows().get(row).get(column);
        XWPFTableCell cell = grid.getRow(row + 1).getCell(column);
        boolean same = text.equals(SampleDocument.Table.SAME);
        boolean begins =
            row + 1 < table.rows().size()
                && table.rows().get(row + 1).get(column).equals(SampleDocument.Table.SAME);
        if (same || begins) {
          cell.getCTTc()
              .addNewTcPr()
              .addNewVMerge()
              .setVal(same ? STMerge.CONTINUE : STMerge.RESTART);
        }
        if (!same) {
          cell.setText(text);
        }
      }
    }
  }

  static byte[] workbook(SampleDocument sample) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (SampleDocument.Element element : sample.elements()) {
        if (element instanceof SampleDocument.Table table) {
          sheet(workbook, sample.title(), table);
        }
      }
      workbook.write(out);
      return out.toByteArray();
    }
  }

  private static void sheet(XSSFWorkbook workbook, String title, SampleDocument.Table table) {
    XSSFSheet sheet = workbook.createSheet(table.caption().replaceAll("[“”]", ""));
    int last = table.header().size() - 1;
    String agency = title.replaceAll("\\d{4}.*$", "");
    String[] above = {
      table.caption(),
      "部门："
          + agency
          + "    "
          + title.replaceAll("^.*?(\\d{4}年度?).*$", "$1")
          + "    单位："
          + table.unit()
    };
    for (int i = 0; i < above.length; i++) {
      sheet.createRow(i).createCell(0).setCellValue(above[i]);
      sheet.addMergedRegion(new CellRangeAddress(i, i, 0, last));
    }
    XSSFRow header = sheet.createRow(above.length);
    for (int column = 0; column <= last; column++) {
      header.createCell(column).setCellValue(table.header().get(column));
      for (int row = 0; row < table.rows().size(); row++) {
        String text = table.rows().get(row).get(column);
        XSSFRow line =
            column == 0
                ? sheet.createRow(above.length + 1 + row)
                : sheet.getRow(above.length + 1 + row);
        line.createCell(column).setCellValue(text);
      }
    }
  }
}
