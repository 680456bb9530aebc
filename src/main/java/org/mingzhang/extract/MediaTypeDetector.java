package org.mingzhang.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.mingzhang.extract.plain.TextEncodingDetector;

/**
 * Detects the media type of a file from its content. The file name decides only what plain text is:
 * Markdown ({@code .md}, {@code .markdown}), a fragment of HTML ({@code .html}, {@code .htm}), a
 * program ({@code .py}, {@code .sql}) or plain text. Thread-safe.
 */
final class MediaTypeDetector {
  static final String PLAIN_TEXT = "text/plain";
  static final String MARKDOWN = "text/x-web-markdown";
  static final String OFD = "application/ofd";
  static final String HTML = "text/html";

  /** Holds the detectors of Tika, which are loaded only when a file needs them. */
  private static final class TikaDetectors {
    static final Detector DETECTOR = new DefaultDetector();
  }

  /**
   * Detects the media type, without parameters; {@code application/octet-stream} if it is unknown.
   *
   * @param name name of the file; only its extension counts
   * @throws IOException if the file cannot be read
   */
  String detect(Path file, String name) throws IOException {
    if (TextEncodingDetector.isChineseUtf8Text(file)) {
      return detectTextType(file, name);
    }
    String type;
    try (TikaInputStream in = TikaInputStream.get(file)) {
      type = TikaDetectors.DETECTOR.detect(in, new Metadata()).getBaseType().toString();
    }
    if (type.equals("application/zip") && hasZipEntry(file, "OFD.xml")) {
      return OFD;
    }
    if (isUncertain(type)) {
      return TextEncodingDetector.looksLikeText(file) ? detectTextType(file, name) : type;
    }
    return type;
  }

  /**
   * Whether a ZIP has an entry; false if it cannot be opened. OFD is identified by its root entry
   * (GB/T 33190, 6.2).
   */
  private static boolean hasZipEntry(Path file, String name) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.getEntry(name) != null;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Whether Tika inferred the type from a few characters at the start, which may also begin a plain
   * text, or does not know it.
   */
  private static boolean isUncertain(String type) {
    return type.equals("application/octet-stream")
        || (type.startsWith("text/") && !type.equals(HTML))
        || type.equals("application/x-sh")
        || type.equals("application/javascript");
  }

  private static String detectTextType(Path file, String name) throws IOException {
    String source = SourceTextDetector.detect(file, name);
    if (!source.isEmpty()) {
      return source;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".md") || lower.endsWith(".markdown")) {
      return MARKDOWN;
    }
    return lower.endsWith(".html") || lower.endsWith(".htm") ? HTML : PLAIN_TEXT;
  }
}
