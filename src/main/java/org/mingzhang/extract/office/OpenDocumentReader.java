package org.mingzhang.extract.office;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.sax.ToHTMLContentHandler;
import org.jsoup.Jsoup;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.FileRefusedException;
import org.mingzhang.extract.FileRefusedException.Reason;
import org.mingzhang.extract.FormatReader;
import org.mingzhang.extract.html.HtmlReader;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Reads OpenDocument text (ISO/IEC 26300), converted to XHTML by Tika: headings with their levels,
 * paragraphs and tables. Pictures and charts are ignored. Thread-safe.
 */
public final class OpenDocumentReader implements FormatReader {
  private static final String MEDIA_TYPE_PREFIX = "application/vnd.oasis.opendocument.";
  private static final Set<String> TYPES =
      Set.of(MEDIA_TYPE_PREFIX + "text", MEDIA_TYPE_PREFIX + "text-template");

  private final Parser tika = new OpenDocumentParser();

  @Override
  public Set<String> mediaTypes() {
    return TYPES;
  }

  @Override
  public FileContent read(Path file, String mediaType, ExtractionLimits limits)
      throws IOException, FileRefusedException {
    ToHTMLContentHandler page = new ToHTMLContentHandler();
    ParseContext context = new ParseContext();
    context.set(EmbeddedDocumentExtractor.class, new EmbeddedDocumentIgnorer());
    try (TikaInputStream in = TikaInputStream.get(file)) {
      tika.parse(in, page, new Metadata(), context);
    } catch (EncryptedDocumentException e) {
      throw new FileRefusedException(
          Reason.ENCRYPTED, "the document is protected by a password", e);
    } catch (SAXException | TikaException e) {
      throw new FileRefusedException(
          Reason.DAMAGED, "damaged: not a complete OpenDocument file", e);
    }
    return HtmlReader.readConverted(Jsoup.parse(page.toString()), limits);
  }

  /** Tells Tika to skip embedded documents. */
  private static final class EmbeddedDocumentIgnorer implements EmbeddedDocumentExtractor {
    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
      return false;
    }

    @Override
    public void parseEmbedded(
        InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {}
  }
}
