package org.mingzhang.extract.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.FormatReader;

/**
 * Reads XML Spreadsheet 2003 (SpreadsheetML, {@code Workbook} with {@code Worksheet}), which
 * template systems write as {@code .xls}, converted to a workbook in memory. Thread-safe.
 */
public final class Excel2003XmlReader implements FormatReader {
  @Override
  public Set<String> mediaTypes() {
    return Set.of("application/vnd.ms-spreadsheetml");
  }

  @Override
  public FileContent read(Path file, String mediaType, ExtractionLimits limits) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        Workbook workbook = new XSSFWorkbook()) {
      Document xml = Jsoup.parse(in, null, "", Parser.xmlParser());
      new Excel2003XmlConverter(xml, workbook).addSheets();
      return WorkbookReader.read(workbook, limits);
    }
  }
}
