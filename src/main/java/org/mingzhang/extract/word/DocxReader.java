package org.mingzhang.extract.word;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipCollection;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.jspecify.annotations.Nullable;
import org.mingzhang.extract.BlockCollector;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.FileRefusedException;
import org.mingzhang.extract.FileRefusedException.Reason;
import org.mingzhang.extract.FormatReader;
import org.mingzhang.extract.ocr.InlineTableRecognizer;
import org.mingzhang.extract.ocr.PictureTableReader;
import org.mingzhang.extract.ocr.Tesseract;

/**
 * Reads Word documents in OOXML (ECMA-376, strict or transitional). Apache POI opens the package
 * and stops ZIP bombs; the body is streamed one paragraph or table at a time. Footnotes and
 * endnotes are paragraphs near their reference. Headers, footers and comments are not read.
 * Thread-safe.
 */
public final class DocxReader implements FormatReader {
  private static final String WORDPROCESSINGML_PREFIX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml";

  @Override
  public Set<String> mediaTypes() {
    return Set.of(
        WORDPROCESSINGML_PREFIX + ".document",
        WORDPROCESSINGML_PREFIX + ".template",
        "application/vnd.ms-word.document.macroenabled.12",
        "application/vnd.ms-word.template.macroenabled.12");
  }

  @Override
  public FileContent read(Path file, String mediaType, ExtractionLimits limits)
      throws IOException, FileRefusedException {
    try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      PackagePart main = mainPart(opened);
      DocxStyles styles = new DocxStyles(readRelatedPart(main, "/styles"));
      DocxNumbering numbering = new DocxNumbering(readRelatedPart(main, "/numbering"), styles);
      BlockCollector blocks = new BlockCollector(limits);
      InlineTableRecognizer tables =
          new InlineTableRecognizer(new PictureTableReader(new Tesseract(), limits));
      DocxPictures pictures = new DocxPictures(main, tables);
      DocxBodyReader body =
          new DocxBodyReader(
              styles, numbering, readNotes(main, blocks), blocks, pictures::queueIfTable, tables);
      read(main, in -> readBody(in, body, blocks));
      tables.addWarnings(blocks);
      body.addPendingNotes();
      return new FileContent(
          blocks.blocks(),
          Math.max(blocks.page(), statedPageCount(opened, limits)),
          null,
          readProperties(opened),
          blocks.warnings());
    } catch (InvalidFormatException | OpenXML4JRuntimeException e) {
      throw new FileRefusedException(Reason.DAMAGED, "damaged: not a complete Word package", e);
    }
  }

  private static PackagePart mainPart(OPCPackage officePackage)
      throws InvalidFormatException, FileRefusedException {
    for (PackageRelationship relationship : officePackage.getRelationships()) {
      if (relationship.getRelationshipType().endsWith("/officeDocument")) {
        PackagePart part = officePackage.getPart(relationship);
        if (part != null) {
          return part;
        }
      }
    }
    throw new FileRefusedException(Reason.DAMAGED, "damaged: the package has no document part");
  }

  /**
   * The root of the part to which the main part is related by a type with this ending; null if
   * there is none.
   */
  private static @Nullable XmlElement readRelatedPart(PackagePart main, String type)
      throws IOException, InvalidFormatException, FileRefusedException {
    PackageRelationshipCollection all = main.getRelationships();
    for (PackageRelationship relationship : all) {
      if (relationship.getRelationshipType().endsWith(type)
          && relationship.getTargetMode() == TargetMode.INTERNAL) {
        return readRoot(main.getRelatedPart(relationship));
      }
    }
    return null;
  }

  /** The footnotes and endnotes of a document; none from a part that cannot be read. */
  private static DocxNotes readNotes(PackagePart main, BlockCollector blocks) throws IOException {
    List<XmlElement> roots = new ArrayList<>();
    for (String part : List.of("/footnotes", "/endnotes")) {
      try {
        XmlElement root = readRelatedPart(main, part);
        if (root != null) {
          roots.add(root);
        }
      } catch (InvalidFormatException | FileRefusedException e) {
        blocks.addWarning("Footnotes and endnotes were left out.");
      }
    }
    return new DocxNotes(roots);
  }

  /** Reads XML; the reader is at the start tag of the root. */
  private interface XmlTask {
    void read(XMLStreamReader in) throws XMLStreamException;
  }

  private static void read(PackagePart part, XmlTask task)
      throws IOException, FileRefusedException {
    try (InputStream bytes = part.getInputStream()) {
      XMLStreamReader in = createXmlFactory().createXMLStreamReader(bytes);
      int event = in.next();
      while (event != XMLStreamReader.START_ELEMENT) {
        if (event == XMLStreamReader.DTD) {
          throw new FileRefusedException(
              Reason.DAMAGED, "damaged: an XML part declares a document type, which OOXML forbids");
        }
        event = in.next();
      }
      task.read(in);
      in.close();
    } catch (XMLStreamException e) {
      if (e instanceof XmlElement.NestingException) {
        throw new FileRefusedException(
            Reason.TOO_LARGE,
            "tables or other elements are nested too deeply: " + e.getMessage(),
            e);
      }
      if (e.getNestedException() instanceof IOException io) {
        throw io;
      }
      throw new FileRefusedException(Reason.DAMAGED, "damaged: XML is not well formed", e);
    }
  }

  /** A factory of XML readers without document types and external entities. */
  private static XMLInputFactory createXmlFactory() {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  private static void readBody(XMLStreamReader in, DocxBodyReader bodyReader, BlockCollector blocks)
      throws XMLStreamException {
    while (in.hasNext() && !blocks.isFull()) {
      boolean starts = in.next() == XMLStreamReader.START_ELEMENT;
      if (starts && !in.getLocalName().equals("body")) {
        bodyReader.readElement(XmlElement.read(in));
      }
    }
  }

  /** The number of pages that Word stored with the file, at most the limit; 1 if it stored none. */
  private static int statedPageCount(OPCPackage officePackage, ExtractionLimits limits)
      throws IOException, InvalidFormatException, FileRefusedException {
    for (PackageRelationship relationship : officePackage.getRelationships()) {
      PackagePart part =
          relationship.getRelationshipType().endsWith("/extended-properties")
              ? officePackage.getPart(relationship)
              : null;
      if (part != null) {
        String pages = readRoot(part).findChild("Pages").map(XmlElement::text).orElse("");
        return Math.clamp(XmlElement.parseInteger(pages.strip(), 1), 1, limits.maxPages());
      }
    }
    return 1;
  }

  private static XmlElement readRoot(PackagePart part) throws IOException, FileRefusedException {
    List<XmlElement> root = new ArrayList<>();
    read(part, in -> root.add(XmlElement.read(in)));
    return root.getFirst();
  }

  private static Map<String, String> readProperties(OPCPackage officePackage)
      throws InvalidFormatException {
    Map<String, String> properties = new HashMap<>();
    var stated = officePackage.getPackageProperties();
    stated.getTitleProperty().ifPresent(propertyConsumer(properties, "title"));
    stated.getCreatorProperty().ifPresent(propertyConsumer(properties, "author"));
    stated.getSubjectProperty().ifPresent(propertyConsumer(properties, "subject"));
    return properties;
  }

  private static Consumer<String> propertyConsumer(Map<String, String> properties, String name) {
    return value -> {
      if (!value.isBlank()) {
        properties.put(name, value.strip());
      }
    };
  }
}
