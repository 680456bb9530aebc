package org.mingzhang.collect.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Status line and header fields of a response. Parsing is strict: ambiguous heads (two lengths, a
 * length with chunked coding, folded lines, control characters) are rejected.
 *
 * @param status status code
 * @param fields header fields in order, with names in lower case
 */
public record ResponseHead(int status, List<Field> fields) {
  private static final int MOST_FIELDS = 200;

  /** A header field. */
  public record Field(String name, String value) {}

  /** Copies the fields. */
  public ResponseHead {
    fields = List.copyOf(fields);
  }

  /**
   * Parses a head.
   *
   * @param text its lines without the final empty line, one character for each byte
   */
  static ResponseHead parse(String text) throws FetchException {
    String[] lines = text.split("\r?\n", -1);
    if (!lines[0].matches("HTTP/1\\.[01] [1-5]\\d\\d(?: .*)?")) {
      throw malformed("no status line of HTTP/1: " + quoted(lines[0]));
    }
    int status = Integer.parseInt(lines[0].substring(9, 12));
    List<Field> fields = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      fields.add(field(lines[i]));
    }
    if (fields.size() > MOST_FIELDS) {
      throw malformed("more than " + MOST_FIELDS + " fields");
    }
    ResponseHead head = new ResponseHead(status, fields);
    head.length();
    return head;
  }

  private static Field field(String line) throws FetchException {
    int colon = line.indexOf(':');
    if (colon < 1 || !line.substring(0, colon).matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
      throw malformed("a field without a name: " + quoted(line));
    }
    if (line.chars().anyMatch(c -> (c < 0x20 && c != '\t') || c == 0x7f)) {
      throw malformed("a control character in a field: " + quoted(line));
    }
    return new Field(
        line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
  }

  private static FetchException malformed(String what) {
    return new FetchException(FetchException.Reason.BAD_HEAD, "the head of the answer has " + what);
  }

  private static String quoted(String line) {
    String head = line.length() > 80 ? line.substring(0, 80) + "…" : line;
    return '"' + head.replaceAll("[^ -~]", "?") + '"';
  }

  /** The first value of a field. */
  public Optional<String> first(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).map(Field::value).findFirst();
  }

  private List<String> values(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).map(Field::value).toList();
  }

  /** Whether the body has chunked transfer coding. */
  boolean isChunked() throws FetchException {
    List<String> codings = values("transfer-encoding");
    if (codings.isEmpty()) {
      return false;
    }
    if (codings.size() > 1 || !codings.getFirst().equalsIgnoreCase("chunked")) {
      throw malformed(
          "a transfer coding other than chunked: " + quoted(String.join(", ", codings)));
    }
    return true;
  }

  /** Content-Length in bytes; empty if the body is chunked or ends with the connection. */
  OptionalLong length() throws FetchException {
    List<String> lengths = values("content-length").stream().distinct().toList();
    if (lengths.size() > 1) {
      throw malformed("two lengths: " + quoted(String.join(", ", lengths)));
    }
    if (!lengths.isEmpty() && isChunked()) {
      throw malformed("a length beside chunks");
    }
    if (lengths.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!lengths.getFirst().matches("\\d{1,15}")) {
      throw malformed("a length that is no number: " + quoted(lengths.getFirst()));
    }
    return OptionalLong.of(Long.parseLong(lengths.getFirst()));
  }

  /** Whether a response with this status has no body. */
  boolean isBodiless() {
    return status < 200 || status == 204 || status == 304;
  }

  /** Content coding of the body: empty, {@code gzip} or {@code deflate}. */
  String contentCoding() throws FetchException {
    String coding = first("content-encoding").orElse("").toLowerCase(Locale.ROOT);
    return switch (coding) {
      case "", "identity" -> "";
      case "gzip", "x-gzip" -> "gzip";
      case "deflate" -> "deflate";
      default -> throw malformed("a coding that was not requested: " + quoted(coding));
    };
  }

  /** Media type without parameters in lower case; empty if there is none. */
  public String mediaType() {
    return first("content-type")
        .map(type -> type.replaceFirst(";.*$", "").strip().toLowerCase(Locale.ROOT))
        .orElse("");
  }
}
