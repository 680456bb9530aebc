package org.mingzhang.collect;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.collect.http.ResponseHead;

/**
 * Chooses the file name of a document: the name in the Content-Disposition header if it is Chinese,
 * otherwise the link text if it is Chinese, otherwise the last segment of the address. A name is
 * Chinese if it has at least two ideographs. The extension is taken from the header, otherwise from
 * the address. Without the extension, a name has at most 60 characters; control characters and
 * those that file systems reserve are removed.
 */
final class DocumentFileNamer {
  private static final Pattern HEADER_FILE_NAME =
      Pattern.compile(
          "(?i)filename\\*\\s*=\\s*utf-8''([^;]+)|filename\\s*=\\s*\"([^\"]+)\"|filename\\s*=\\s*([^;\\s]+)");

  private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{2,5}$");
  private static final int MAX_NAME_LENGTH = 60;

  private DocumentFileNamer() {}

  static String chooseName(ResponseHead head, String label, URI uri) {
    String given = fromHeader(head);
    String path = lastSegment(uri.getPath());
    String ending = extensionOf(given).isEmpty() ? extensionOf(path) : extensionOf(given);
    String name = isChinese(given) ? given : isChinese(label) ? label : path;
    return truncate(EXTENSION.matcher(sanitize(name)).replaceFirst(""), "document") + ending;
  }

  static String fromPageTitle(String title) {
    return truncate(sanitize(title), "page") + ".html";
  }

  private static String truncate(String name, String defaultValue) {
    return name.isEmpty()
        ? defaultValue
        : name.substring(0, Math.min(name.length(), MAX_NAME_LENGTH));
  }

  private static String fromHeader(ResponseHead head) {
    String field = head.firstValue("content-disposition").orElse("");
    Matcher m = HEADER_FILE_NAME.matcher(field);
    if (!m.find()) {
      return "";
    }
    try {
      if (m.group(1) != null) {
        return decodePercent(m.group(1).strip());
      }
      String raw = m.group(2) != null ? m.group(2) : m.group(3);
      String name = raw.contains("%") ? decodePercent(raw) : raw;
      return new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
              .contains("\ufffd")
          ? name
          : decodeUtf8(name);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** Decodes percent-encoding as in RFC 8187, in which a plus sign stands for itself. */
  private static String decodePercent(String encoded) {
    return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String decodeUtf8(String name) {
    return name.chars().allMatch(c -> c < 256)
        ? new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
        : name;
  }

  private static boolean isChinese(String name) {
    return name.codePoints().filter(Character::isIdeographic).count() >= 2;
  }

  private static String extensionOf(String name) {
    Matcher m = EXTENSION.matcher(name);
    return m.find() ? m.group().toLowerCase(Locale.ROOT) : "";
  }

  private static String lastSegment(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String sanitize(String name) {
    return lastSegment(name.replace('\\', '/'))
        .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}:*?\"<>|]", "")
        .replaceAll("^[.~\\s]+", "")
        .strip();
  }
}
