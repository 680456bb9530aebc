package org.mingzhang.extract.ocr;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/**
 * Writes files of several formats in which a picture is between text.
 *
 * @param folder where they are written
 */
record PictureFiles(Path folder) {
  /** A sheet with nothing but a picture, and one with a picture below a table. */
  Path workbook(String name, boolean binary, BufferedImage picture) throws IOException {
    Path file = folder.resolve(name);
    try (Workbook book = WorkbookFactory.create(!binary);
        OutputStream out = Files.newOutputStream(file)) {
      int image = book.addPicture(png(picture), Workbook.PICTURE_TYPE_PNG);
      anchorPicture(book.createSheet("收入决算表"), image, 0);
      Sheet second = book.createSheet("Sheet2");
      String[][] rows = {{"支出决算表"}, {"单位：万元"}, {"项目", "决算数"}, {"基本支出", "12.50"}, {"项目支出", "8.00"}};
      for (int r = 0; r < rows.length; r++) {
        Row row = second.createRow(r);
        for (int c = 0; c < rows[r].length; c++) {
          row.createCell(c).setCellValue(rows[r][c]);
        }
      }
      anchorPicture(second, image, 8);
      book.write(out);
    }
    return file;
  }

  private static void anchorPicture(Sheet sheet, int image, int row) {
    ClientAnchor anchor = sheet.getWorkbook().getCreationHelper().createClientAnchor();
    anchor.setRow1(row);
    anchor.setRow2(row + 10);
    anchor.setCol1(0);
    anchor.setCol2(4);
    sheet.createDrawingPatriarch().createPicture(anchor, image);
  }

  Path ofd(String name, BufferedImage picture) throws IOException {
    String space = " xmlns:ofd=\"http://www.ofdspec.org/2016\">";
    Path file = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      addPart(
          zip,
          "OFD.xml",
          "<ofd:OFD"
              + space
              + "<ofd:DocBody><ofd:DocRoot>/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>");
      addPart(
          zip,
          "Document.xml",
          "<ofd:Document"
              + space
              + "<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
              + "<ofd:PublicRes>Res.xml</ofd:PublicRes></ofd:CommonData>"
              + "<ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"Page.xml\"/></ofd:Pages></ofd:Document>");
      addPart(
          zip,
          "Res.xml",
          "<ofd:Res"
              + space
              + "<ofd:MultiMedias><ofd:MultiMedia ID=\"5\" Type=\"Image\"><ofd:MediaFile>picture.png</ofd:MediaFile>"
              + "</ofd:MultiMedia></ofd:MultiMedias></ofd:Res>");
      addPart(
          zip,
          "Page.xml",
          "<ofd:Page"
              + space
              + "<ofd:Content><ofd:Layer>"
              + words(20, "以下为二〇二四年度收入支出决算总表的全部内容")
              + "<ofd:ImageObject ResourceID=\"5\" Boundary=\"20 40 170 85\"/>"
              + words(140, "以上数据取自二〇二四年度部门决算报表及其附注")
              + "</ofd:Layer></ofd:Content></ofd:Page>");
      zip.putNextEntry(new ZipEntry("picture.png"));
      zip.write(png(picture));
    }
    return file;
  }

  private static void addPart(ZipOutputStream zip, String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(xml.getBytes(StandardCharsets.UTF_8));
  }

  private static String words(int top, String text) {
    return "<ofd:TextObject Size=\"5\" Boundary=\"20 "
        + top
        + " 170 8\"><ofd:TextCode X=\"0\" Y=\"5\" DeltaX=\"g "
        + (text.length() - 1)
        + " 5\">"
        + text
        + "</ofd:TextCode></ofd:TextObject>";
  }

  Path word(String name, BufferedImage picture) throws IOException {
    Path file = folder.resolve(name);
    try (XWPFDocument document = new XWPFDocument();
        OutputStream out = Files.newOutputStream(file)) {
      document.createParagraph().createRun().setText("Above");
      XWPFRun run = document.createParagraph().createRun();
      run.addPicture(
          new ByteArrayInputStream(png(picture)),
          org.apache.poi.common.usermodel.PictureType.PNG,
          "picture.png",
          Units.toEMU(400),
          Units.toEMU(200));
      document.createParagraph().createRun().setText("Below");
      document.write(out);
    } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
      throw new IOException(e);
    }
    return file;
  }

  Path pdf(String name, BufferedImage picture) throws IOException {
    Path file = folder.resolve(name);
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        line(content, 720, "Above the picture there is a line of text.");
        content.drawImage(LosslessFactory.createFromImage(document, picture), 72, 400, 400, 200);
        line(content, 300, "Below the picture there is another one.");
      }
      document.save(file.toFile());
    }
    return file;
  }

  private static void line(PDPageContentStream content, float y, String text) throws IOException {
    content.beginText();
    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
    content.newLineAtOffset(72, y);
    content.showText(text);
    content.endText();
  }

  static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  static BufferedImage blank(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.dispose();
    return image;
  }
}
