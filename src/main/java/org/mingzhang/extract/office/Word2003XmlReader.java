package org.mingzhang.extract.office;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.FileRefusedException;
import org.mingzhang.extract.FileRefusedException.Reason;
import org.mingzhang.extract.FormatReader;
import org.mingzhang.extract.html.HtmlReader;

/**
 * Reads Word 2003 XML (WordprocessingML, {@code w:wordDocument}), which template systems write as
 * {@code .doc}: paragraphs with their levels and printed numbers, and tables with merged cells.
 * Thread-safe.
 */
public final class Word2003XmlReader implements FormatReader {
  @Override
  public Set<String> mediaTypes() {
    return Set.of("application/vnd.ms-wordml");
  }

  @Override
  public FileContent read(Path file, String mediaType, ExtractionLimits limits)
      throws IOException, FileRefusedException {
    Document xml = Office2003XmlParser.parse(file);
    Element body = Office2003XmlParser.findFirst(xml, "w:body");
    if (body == null) {
      throw new FileRefusedException(Reason.DAMAGED, "damaged: Word XML without a body");
    }
    Document page = Document.createShell("");
    new Word2003XmlConverter(Word2003XmlStyles.read(xml)).append(page.body(), body);
    return HtmlReader.readConverted(page, limits);
  }
}
