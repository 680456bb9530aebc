package org.mingzhang.collect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mingzhang.collect.http.Exchange;
import org.mingzhang.collect.http.ResponseHead;

/**
 * What an answer is by its first bytes; what the server calls it counts only where they say
 * nothing.
 */
enum ContentKind {
  /** A page. */
  HTML,
  /** A feed or sitemap. */
  XML,
  /** A file of a document. */
  DOCUMENT,
  /** Anything else. */
  OTHER;

  private static final int HEAD = 1024;

  private static final Map<String, ContentKind> BEGINNINGS =
      Map.of(
          "%PDF-", DOCUMENT,
          "PK\u0003\u0004", DOCUMENT,
          "\u00d0\u00cf\u0011\u00e0", DOCUMENT,
          "{\\rtf", DOCUMENT,
          "Rar!", DOCUMENT,
          "7z\u00bc\u00af", DOCUMENT);

  private static final List<String> PAGE =
      List.of(
          "<!doctype html",
          "<html",
          "<head",
          "<body",
          "<meta",
          "<div",
          "<table",
          "<script",
          "<title");

  static ContentKind of(Exchange exchange) throws IOException {
    try (InputStream in = exchange.content()) {
      return of(in.readNBytes(HEAD), exchange.head());
    }
  }

  static ContentKind of(Path content, ResponseHead head) throws IOException {
    try (InputStream in = Files.newInputStream(content)) {
      return of(in.readNBytes(HEAD), head);
    }
  }

  /** Whether what is said of it is only that it is text. */
  static boolean isText(ResponseHead head) {
    return head.mediaType().startsWith("text/");
  }

  private static ContentKind of(byte[] head, ResponseHead said) {
    String text =
        new String(head, StandardCharsets.ISO_8859_1).replaceFirst("^\u00ef\u00bb\u00bf", "");
    for (Map.Entry<String, ContentKind> each : BEGINNINGS.entrySet()) {
      if (text.startsWith(each.getKey())) {
        return each.getValue();
      }
    }
    String lower = text.strip().toLowerCase(Locale.ROOT);
    if (lower.startsWith("<?xml") && !lower.contains("<html")) {
      return lower.contains("<rss")
              || lower.contains("<feed")
              || lower.contains("<urlset")
              || lower.contains("<sitemapindex")
              || lower.contains("<rdf")
          ? XML
          : byType(said.mediaType());
    }
    if (lower.startsWith("<rss") || lower.startsWith("<feed") || lower.startsWith("<urlset")) {
      return XML;
    }
    return PAGE.stream().anyMatch(lower::contains) ? HTML : byType(said.mediaType());
  }

  private static ContentKind byType(String type) {
    if (type.contains("html")) {
      return HTML;
    }
    return type.equals("text/csv")
            || type.equals("text/plain")
            || type.contains("msword")
            || type.contains("ms-excel")
        ? DOCUMENT
        : OTHER;
  }
}
