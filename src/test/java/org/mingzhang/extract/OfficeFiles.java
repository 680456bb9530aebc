package org.mingzhang.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Small office files written by hand, with features that word processors write and libraries
 * cannot.
 */
final class OfficeFiles {
  private static final String TYPES =
      "http://schemas.openxmlformats.org/package/2006/content-types";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String PART =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";

  /** Shared by all tests: it is thread-safe and expensive to create. */
  static final Extractor EXTRACTOR = new Extractor(ExtractionLimits.standard());

  private OfficeFiles() {}

  /** Writes a Word document with these body elements, styles and numbering definitions. */
  static Path docx(Path file, String body, String styles, String numbering) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns=\"%s\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                .formatted(TYPES)
            + override("document", "document.main+xml")
            + override("styles", "styles+xml")
            + override("numbering", "numbering+xml")
            + "</Types>");
    parts.put("_rels/.rels", relations(relation(1, "officeDocument", "word/document.xml")));
    parts.put(
        "word/_rels/document.xml.rels",
        relations(relation(1, "styles", "styles.xml") + relation(2, "numbering", "numbering.xml")));
    parts.put("word/document.xml", root("document", "<w:body>" + body + "</w:body>"));
    parts.put("word/styles.xml", root("styles", styles));
    parts.put("word/numbering.xml", root("numbering", numbering));
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return file;
  }

  /** The blocks of a file, as {@link BlockDump} prints them; fails if the file is refused. */
  static List<String> read(Path file) throws IOException {
    ExtractionResult result = EXTRACTOR.extract(file).getFirst();
    if (result instanceof ExtractionResult.SuccessfulExtraction extracted) {
      return BlockDump.lines(extracted.extraction().blocks());
    }
    throw new AssertionError(result.toString());
  }

  private static String root(String name, String content) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:%s xmlns:w=\"%s\">%s</w:%s>"
        .formatted(name, WORD, content, name);
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"/word/%s.xml\" ContentType=\"%s%s\"/>".formatted(part, PART, type);
  }

  private static String relation(int id, String type, String target) {
    return "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, RELATIONS, type, target);
  }

  private static String relations(String all) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + all
        + "</Relationships>";
  }
}
