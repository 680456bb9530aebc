package org.mingzhang.extract.html;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.extract.plain.TextEncodingDetector;

/**
 * Decodes HTML pages. Chinese government pages often declare UTF-8 and use GB18030 or the reverse,
 * so the bytes decide. A declared character set is used only where the bytes are neither UTF-8 nor
 * UTF-16, and only if it is not a form of GB, UTF or ISO 8859, for example Big5.
 */
public final class HtmlDecoder {
  private static final int MAX_HEAD_BYTES = 8 * 1024;
  private static final Pattern DECLARED_CHARSET =
      Pattern.compile("(?i)(?:charset|encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]+)");

  private HtmlDecoder() {}

  /**
   * Decodes a page; the declaration is searched for in its first 8 KiB. An unknown character set
   * counts as GB18030; invalid bytes become U+FFFD.
   */
  public static String decode(byte[] bytes) {
    Charset seen = TextEncodingDetector.detect(bytes);
    if (!seen.name().equals("GB18030")) {
      return TextEncodingDetector.decode(bytes);
    }
    String head =
        new String(bytes, 0, Math.min(MAX_HEAD_BYTES, bytes.length), StandardCharsets.ISO_8859_1);
    Matcher declared = DECLARED_CHARSET.matcher(head);
    return new String(bytes, declared.find() ? findCharset(declared.group(1), seen) : seen);
  }

  private static Charset findCharset(String name, Charset defaultCharset) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("gb") || lower.startsWith("utf") || lower.startsWith("iso-8859")) {
      return defaultCharset;
    }
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return defaultCharset;
    }
  }
}
