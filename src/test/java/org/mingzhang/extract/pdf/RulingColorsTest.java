package org.mingzhang.extract.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.function.PDFunctionType2;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceCMYK;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.color.PDLab;
import org.apache.pdfbox.pdmodel.graphics.color.PDSeparation;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.model.TableBlock;

/** Tests the colors in which lines count as rulings of a table. */
class RulingColorsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "gray, 0, true",
    "gray, 1, false",
    "rgb, 0 0 0.5, true",
    "rgb, 1 1 1, false",
    "cmyk, 0 0 0 1, true",
    "cmyk, 0 0 0 0, false",
    "spot, 1, true",
    "spot, 0.6, true",
    "spot, 0, false",
    "palette, 0, false",
    "palette, 1, true",
    "lab, 0 0 0, true",
    "lab, 100 0 0, false",
  })
  void lines_of_all_colors_but_white_separate_cells(String space, String values, boolean shown)
      throws Exception {
    String[] parts = values.split(" ", -1);
    float[] components = new float[parts.length];
    for (int i = 0; i < parts.length; i++) {
      components[i] = Float.parseFloat(parts[i]);
    }
    assertThat(hasTable(new PDColor(components, colorSpace(space)))).isEqualTo(shown);
  }

  private static PDColorSpace colorSpace(String name) throws IOException {
    return switch (name) {
      case "gray" -> PDDeviceGray.INSTANCE;
      case "rgb" -> PDDeviceRGB.INSTANCE;
      case "cmyk" -> PDDeviceCMYK.INSTANCE;
      case "lab" -> new PDLab();
      case "palette" -> palette();
      default -> spotBlack();
    };
  }

  /** A spot color whose tint of 1 is full black. */
  private static PDColorSpace spotBlack() throws IOException {
    COSDictionary function = new COSDictionary();
    function.setItem(COSName.FUNCTION_TYPE, COSInteger.get(2));
    function.setItem(COSName.DOMAIN, COSArray.ofCOSIntegers(List.of(0, 1)));
    function.setItem(COSName.C0, COSArray.ofCOSIntegers(List.of(0, 0, 0, 0)));
    function.setItem(COSName.C1, COSArray.ofCOSIntegers(List.of(0, 0, 0, 1)));
    function.setItem(COSName.N, COSInteger.ONE);
    PDSeparation separation = new PDSeparation();
    separation.setColorantName("Black");
    separation.setAlternateColorSpace(PDDeviceCMYK.INSTANCE);
    separation.setTintTransform(new PDFunctionType2(function));
    return separation;
  }

  /** A palette of white and black. */
  private static PDColorSpace palette() throws IOException {
    COSArray array = new COSArray();
    array.add(COSName.INDEXED);
    array.add(COSName.DEVICERGB);
    array.add(COSInteger.ONE);
    array.add(new COSString(new byte[] {-1, -1, -1, 0, 0, 0}));
    return PDColorSpace.create(array);
  }

  private boolean hasTable(PDColor color) throws Exception {
    Path file = folder.resolve("a.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (PDPageContentStream out = new PDPageContentStream(document, page)) {
        out.setStrokingColor(color);
        for (int i = 0; i < 3; i++) {
          line(out, 50, 700 + 25 * i, 250, 700 + 25 * i);
          line(out, 50 + 100 * i, 700, 50 + 100 * i, 750);
        }
        write(out, 60, 733, "alpha");
        write(out, 160, 733, "one");
        write(out, 60, 708, "beta");
        write(out, 160, 708, "two");
      }
      document.save(file.toFile());
    }
    return new PdfReader()
        .read(file, "application/pdf", ExtractionLimits.standard()).blocks().stream()
            .anyMatch(TableBlock.class::isInstance);
  }

  private static void line(PDPageContentStream out, float x0, float y0, float x1, float y1)
      throws IOException {
    out.moveTo(x0, y0);
    out.lineTo(x1, y1);
    out.stroke();
  }

  private static void write(PDPageContentStream out, float x, float y, String text)
      throws IOException {
    out.beginText();
    out.setFont(new PDType1Font(FontName.HELVETICA), 12);
    out.newLineAtOffset(x, y);
    out.showText(text);
    out.endText();
  }
}
