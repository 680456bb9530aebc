package org.mingzhang.extract.ofd;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The parts of an OFD file, a ZIP of XML and media (GB/T 33190, chapter 6). The size of each part
 * is limited; document types and external entities are refused. Not thread-safe.
 */
final class OfdPackage implements Closeable {
  /** Largest part, in unpacked bytes. */
  private static final int MAX_PART_BYTES = 64 << 20;

  private final ZipFile zip;
  private final DocumentBuilder parser;

  /**
   * Opens a file.
   *
   * @throws IOException if it is not a ZIP or cannot be read
   */
  OfdPackage(Path file) throws IOException {
    zip = new ZipFile(file.toFile());
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(true);
      factory.setExpandEntityReferences(false);
      parser = factory.newDocumentBuilder();
      parser.setErrorHandler(null);
    } catch (ParserConfigurationException e) {
      zip.close();
      throw new IOException("the XML parser cannot be secured", e);
    }
  }

  /**
   * The root element of an XML part.
   *
   * @param path path from the root of the package, as {@link #resolve} gives it
   * @throws IOException if the part is missing, too large or not valid XML
   */
  Element readXml(String path) throws IOException {
    try {
      return parser.parse(new ByteArrayInputStream(readBytes(path))).getDocumentElement();
    } catch (SAXException e) {
      throw new IOException("part " + path + " is not valid XML", e);
    }
  }

  /**
   * The bytes of a part.
   *
   * @throws FileNotFoundException if the part is missing
   * @throws IOException if it has more than 64 MiB or is damaged
   */
  byte[] readBytes(String path) throws IOException {
    ZipEntry entry = zip.getEntry(path);
    if (entry == null) {
      throw new FileNotFoundException("part " + path + " is missing");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(MAX_PART_BYTES + 1);
      if (bytes.length > MAX_PART_BYTES) {
        throw new IOException("part " + path + " is larger than " + MAX_PART_BYTES + " bytes");
      }
      return bytes;
    }
  }

  /**
   * Resolves a location (ST_Loc) to a path from the root of the package, without a leading slash.
   * Empty steps and {@code .} are dropped, {@code ..} leads to the folder above but not out of the
   * package, and backslashes count as slashes.
   *
   * @param basePath path of the part that contains the location
   * @param location relative to that part, or from the root with a leading slash; characters may be
   *     percent-encoded as in a URI
   */
  static String resolve(String basePath, String location) {
    String clean = decodePercents(location.strip()).replace('\\', '/');
    String folder = basePath.substring(0, basePath.lastIndexOf('/') + 1);
    Deque<String> steps = new ArrayDeque<>();
    for (String step : (clean.startsWith("/") ? clean : folder + clean).split("/", -1)) {
      if (step.equals("..")) {
        steps.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    return String.join("/", steps);
  }

  /** The location with its percent-encoded characters decoded; unchanged if they are not valid. */
  private static String decodePercents(String location) {
    if (location.indexOf('%') < 0) {
      return location;
    }
    try {
      return URLDecoder.decode(location.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return location;
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
