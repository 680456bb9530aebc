package org.mingzhang.extract.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.FileRefusedException;
import org.mingzhang.extract.FileRefusedException.Reason;
import org.mingzhang.extract.FormatReader;

/**
 * Reads OpenDocument spreadsheets (ISO/IEC 26300, part 3), converted to a workbook in memory with
 * the displayed text of each cell. Thread-safe.
 */
public final class OpenDocumentSheetReader implements FormatReader {
  @Override
  public Set<String> mediaTypes() {
    return Set.of(
        "application/vnd.oasis.opendocument.spreadsheet",
        "application/vnd.oasis.opendocument.spreadsheet-template");
  }

  @Override
  public FileContent read(Path file, String mediaType, ExtractionLimits limits)
      throws IOException, FileRefusedException {
    try (ZipFile zip = new ZipFile(file.toFile());
        Workbook workbook = new XSSFWorkbook()) {
      refuseEncrypted(zip);
      try (InputStream in = zip.getInputStream(requirePart(zip, "content.xml"))) {
        new OpenDocumentSheetConverter(Jsoup.parse(in, "UTF-8", "", Parser.xmlParser()), workbook)
            .addSheets();
      }
      return WorkbookReader.read(workbook, limits);
    } catch (ZipException e) {
      throw new FileRefusedException(Reason.DAMAGED, "damaged: not a complete ZIP package", e);
    }
  }

  private static void refuseEncrypted(ZipFile zip) throws IOException, FileRefusedException {
    try (InputStream in = zip.getInputStream(requirePart(zip, "META-INF/manifest.xml"))) {
      String manifest = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      if (manifest.contains("encryption-data")) {
        throw new FileRefusedException(Reason.ENCRYPTED, "the document is protected by a password");
      }
    }
  }

  private static ZipEntry requirePart(ZipFile zip, String name) throws FileRefusedException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new FileRefusedException(Reason.DAMAGED, "damaged: the package has no " + name);
    }
    XmlSheetConversion.checkSize(entry.getSize());
    return entry;
  }
}
