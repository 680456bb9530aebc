package org.mingzhang.collect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mingzhang.collect.http.HttpExchange;
import org.mingzhang.collect.http.ResponseHead;

/**
 * Kind of a response, detected from its first bytes and, if those are not known, its media type.
 */
enum ContentKind {
  /** An HTML page. */
  HTML,
  /** A feed or sitemap. */
  XML,
  /** A document file. */
  DOCUMENT,
  /** Anything else. */
  OTHER;

  private static final int MAX_HEAD_BYTES = 1024;

  private static final Map<String, ContentKind> MAGIC =
      Map.of(
          "%PDF-", DOCUMENT,
          "PK\u0003\u0004", DOCUMENT,
          "\u00d0\u00cf\u0011\u00e0", DOCUMENT,
          "{\\rtf", DOCUMENT,
          "Rar!", DOCUMENT,
          "7z\u00bc\u00af", DOCUMENT);

  private static final List<String> HTML_PREFIXES =
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

  static ContentKind detect(HttpExchange exchange) throws IOException {
    try (InputStream in = exchange.content()) {
      return detect(in.readNBytes(MAX_HEAD_BYTES), exchange.head());
    }
  }

  static ContentKind detect(Path content, ResponseHead head) throws IOException {
    try (InputStream in = Files.newInputStream(content)) {
      return detect(in.readNBytes(MAX_HEAD_BYTES), head);
    }
  }

  /** Whether the media type is one of text. */
  static boolean isText(ResponseHead head) {
    return head.mediaType().startsWith("text/");
  }

  private static ContentKind detect(byte[] head, ResponseHead responseHead) {
    String text =
        new String(head, StandardCharsets.ISO_8859_1).replaceFirst("^\u00ef\u00bb\u00bf", "");
    for (Map.Entry<String, ContentKind> magic : MAGIC.entrySet()) {
      if (text.startsWith(magic.getKey())) {
        return magic.getValue();
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
          : ofMediaType(responseHead.mediaType());
    }
    if (lower.startsWith("<rss") || lower.startsWith("<feed") || lower.startsWith("<urlset")) {
      return XML;
    }
    return HTML_PREFIXES.stream().anyMatch(lower::contains)
        ? HTML
        : ofMediaType(responseHead.mediaType());
  }

  private static ContentKind ofMediaType(String type) {
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
