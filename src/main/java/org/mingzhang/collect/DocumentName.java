package org.mingzhang.collect;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.collect.http.ResponseHead;

/**
 * The name a document is kept under: that which the server gives the file, else the text of its
 * link, else the end of its address; with the ending that its address or the server gives.
 */
final class DocumentName {
  private static final Pattern GIVEN =
      Pattern.compile(
          "(?i)filename\\*\\s*=\\s*utf-8''([^;]+)|filename\\s*=\\s*\"([^\"]+)\"|filename\\s*=\\s*([^;\\s]+)");

  private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{2,5}$");
  private static final int LONGEST = 60;

  private DocumentName() {}

  static String of(ResponseHead head, String label, URI uri) {
    String given = given(head);
    String path = last(uri.getPath());
    String ending = ending(given).isEmpty() ? ending(path) : ending(given);
    String name = isTelling(given) ? given : isTelling(label) ? label : path;
    String plain = ENDING.matcher(clean(name)).replaceFirst("");
    String kept = plain.isEmpty() ? "document" : plain;
    return (kept.length() > LONGEST ? kept.substring(0, LONGEST) : kept) + ending;
  }

  /** The name of a page. */
  static String ofPage(String title) {
    String plain = clean(title);
    String kept = plain.isEmpty() ? "page" : plain;
    return (kept.length() > LONGEST ? kept.substring(0, LONGEST) : kept) + ".html";
  }

  private static String given(ResponseHead head) {
    String field = head.first("content-disposition").orElse("");
    Matcher m = GIVEN.matcher(field);
    if (!m.find()) {
      return "";
    }
    try {
      if (m.group(1) != null) {
        return URLDecoder.decode(m.group(1).strip(), StandardCharsets.UTF_8);
      }
      String raw = m.group(2) != null ? m.group(2) : m.group(3);
      String name = raw.contains("%") ? URLDecoder.decode(raw, StandardCharsets.UTF_8) : raw;
      return new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
              .contains("\ufffd")
          ? name
          : utf8(name);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static String utf8(String name) {
    return name.chars().allMatch(c -> c < 256)
        ? new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
        : name;
  }

  private static boolean isTelling(String name) {
    return name.codePoints().filter(Character::isIdeographic).count() >= 2;
  }

  private static String ending(String name) {
    Matcher m = ENDING.matcher(name);
    return m.find() ? m.group().toLowerCase(java.util.Locale.ROOT) : "";
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String clean(String name) {
    return last(name.replace('\\', '/'))
        .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}:*?\"<>|]", "")
        .replaceAll("^[.~\\s]+", "")
        .strip();
  }
}
