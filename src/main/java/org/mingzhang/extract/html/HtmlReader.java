package org.mingzhang.extract.html;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.mingzhang.extract.BlockCollector;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.FormatReader;

/**
 * Reads the visible text and tables of HTML pages. Scripts are not run and nothing is fetched.
 * Thread-safe.
 */
public final class HtmlReader implements FormatReader {
  private static final int MAX_PROPERTIES = 40;
  private static final int MAX_PROPERTY_LENGTH = 500;

  @Override
  public Set<String> mediaTypes() {
    return Set.of("text/html", "application/xhtml+xml");
  }

  @Override
  public FileContent read(Path file, String mediaType, ExtractionLimits limits) throws IOException {
    return read(Files.readAllBytes(file), limits);
  }

  /** Reads a page from its bytes, whose character set is detected. */
  static FileContent read(byte[] bytes, ExtractionLimits limits) {
    return read(Jsoup.parse(HtmlDecoder.decode(bytes)), limits);
  }

  /**
   * Reads a parsed page of a site.
   *
   * @param page changed: site boilerplate is removed from it
   * @return its content; page breaks that styles declare count as pages
   */
  public static FileContent read(Document page, ExtractionLimits limits) {
    BoilerplateRemover.remove(page.body());
    return readConverted(page, limits);
  }

  /**
   * Reads a page converted from a document of another format. Nothing is removed as boilerplate.
   *
   * @return its content; page breaks that styles declare count as pages
   */
  public static FileContent readConverted(Document page, ExtractionLimits limits) {
    BlockCollector blocks = new BlockCollector(limits);
    new HtmlBodyReader(blocks).readElementAsBlock(page.body());
    return new FileContent(
        blocks.blocks(), blocks.page(), null, readProperties(page), blocks.warnings());
  }

  /** Adds the text and tables of a part of a page to blocks. Nothing is removed as boilerplate. */
  public static void readFragment(String html, BlockCollector blocks) {
    new HtmlBodyReader(blocks).readElementAsBlock(Jsoup.parseBodyFragment(html).body());
  }

  private static Map<String, String> readProperties(Document page) {
    Map<String, String> properties = new LinkedHashMap<>();
    putIfNew(properties, "title", page.title());
    for (Element meta : page.select("meta[name][content]")) {
      putIfNew(properties, meta.attr("name"), meta.attr("content"));
    }
    return properties;
  }

  /**
   * Adds a property, without white space at its ends and cut to {@link #MAX_PROPERTY_LENGTH}
   * characters, unless it is blank, its name is known, or there are {@link #MAX_PROPERTIES}
   * already.
   */
  private static void putIfNew(Map<String, String> properties, String name, String value) {
    String clean = value.strip();
    if (!clean.isEmpty() && properties.size() < MAX_PROPERTIES) {
      properties.putIfAbsent(
          name,
          clean.length() > MAX_PROPERTY_LENGTH ? clean.substring(0, MAX_PROPERTY_LENGTH) : clean);
    }
  }
}
