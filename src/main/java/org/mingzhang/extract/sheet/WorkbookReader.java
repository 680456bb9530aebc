package org.mingzhang.extract.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.mingzhang.extract.BlockCollector;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.FileRefusedException;
import org.mingzhang.extract.FileRefusedException.Reason;
import org.mingzhang.extract.FormatReader;
import org.mingzhang.extract.ocr.InlineTableRecognizer;
import org.mingzhang.extract.ocr.PictureTableReader;
import org.mingzhang.extract.ocr.Tesseract;

/**
 * Reads Excel workbooks (OOXML and binary, including WPS ET). Each sheet is a page; cells have
 * their displayed text, formulas their stored result. Of formulas without a stored result only
 * simple arithmetic is calculated, see {@link FormulaResultCalculator}; no macro is run. A picture
 * of a table anchored above the first row with text is added before the cells, any other after
 * them. Thread-safe.
 */
public final class WorkbookReader implements FormatReader {
  private static final String OOXML = "application/vnd.openxmlformats-officedocument.spreadsheetml";

  @Override
  public Set<String> mediaTypes() {
    return Set.of(
        OOXML + ".sheet",
        OOXML + ".template",
        "application/vnd.ms-excel.sheet.macroenabled.12",
        "application/vnd.ms-excel.template.macroenabled.12",
        "application/vnd.ms-excel");
  }

  @Override
  public FileContent read(Path file, String mediaType, ExtractionLimits limits)
      throws IOException, FileRefusedException {
    if (!mediaType.equals("application/vnd.ms-excel")) {
      checkSize(file);
    }
    try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
      return read(workbook, limits);
    } catch (OldExcelFormatException e) {
      throw new FileRefusedException(
          Reason.UNSUPPORTED, "an Excel workbook of version 5 or older is not supported", e);
    }
  }

  /**
   * Reads the sheets of a workbook up to the limit of pages. Each sheet counts as a page; a hidden
   * one has no content and gives a warning, as do sheets beyond the limit.
   */
  static FileContent read(Workbook workbook, ExtractionLimits limits) {
    BlockCollector blocks = new BlockCollector(limits);
    DataFormatter formatter = new DataFormatter(Locale.CHINA);
    formatter.setUseCachedValuesForFormulaCells(true);
    FormulaResultCalculator formulaCalculator = new FormulaResultCalculator(workbook);
    InlineTableRecognizer tableRecognizer =
        new InlineTableRecognizer(new PictureTableReader(new Tesseract(), limits));
    int count = workbook.getNumberOfSheets();
    int sheets = Math.min(count, limits.maxPages());
    for (int i = 0; i < sheets && !blocks.isFull(); i++) {
      if (workbook.getSheetVisibility(i) == SheetVisibility.VISIBLE) {
        read(workbook.getSheetAt(i), formatter, formulaCalculator, tableRecognizer, blocks);
      } else {
        blocks.addWarning("Hidden sheets were left out.");
      }
      if (i + 1 < sheets) {
        blocks.breakPage();
      }
    }
    tableRecognizer.addWarnings(blocks);
    if (sheets < count) {
      blocks.addWarning("Only " + sheets + " of " + count + " sheets were read.");
    }
    return new FileContent(blocks.blocks(), count, null, Map.of(), blocks.warnings());
  }

  private static void read(
      Sheet sheet,
      DataFormatter formatter,
      FormulaResultCalculator formulaCalculator,
      InlineTableRecognizer tableRecognizer,
      BlockCollector blocks) {
    VisibleSheet shown = new VisibleSheet(sheet, formatter, formulaCalculator);
    List<VisibleRow> rows = shown.readRows();
    if (shown.hasHiddenCells()) {
      blocks.addWarning("Hidden rows and columns were left out.");
    }
    List<Integer> pictures = SheetPictureFinder.queueTablePictures(sheet, tableRecognizer);
    List<Integer> above = pictures.stream().filter(row -> isAbove(row, rows)).toList();
    if (rows.isEmpty() && !above.isEmpty()) {
      SheetLayoutAnalyzer.addTitle(sheet.getSheetName(), blocks);
    }
    above.forEach(row -> tableRecognizer.insertTablesOfNextPicture(blocks));
    new SheetLayoutAnalyzer(sheet.getSheetName(), rows, blocks).addBlocks();
    pictures
        .subList(above.size(), pictures.size())
        .forEach(row -> tableRecognizer.insertTablesOfNextPicture(blocks));
  }

  /** Whether a picture is anchored above all rows with text. */
  private static boolean isAbove(int row, List<VisibleRow> rows) {
    return rows.isEmpty() || row < rows.getFirst().number();
  }

  /** Refuses a package with more than 100 MiB of XML by the sizes that it states. */
  private static void checkSize(Path file) throws IOException, FileRefusedException {
    long bytes = 0;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        bytes += entry.getName().endsWith(".xml") ? Math.max(0, entry.getSize()) : 0;
      }
    } catch (ZipException e) {
      throw new FileRefusedException(Reason.DAMAGED, "damaged: not a complete ZIP package", e);
    }
    XmlSheetConversion.checkSize(bytes);
  }
}
