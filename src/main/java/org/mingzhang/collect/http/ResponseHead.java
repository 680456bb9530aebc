package org.mingzhang.collect.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Status line and header fields of a response. Parsing is strict: ambiguous heads (two different
 * lengths, a length with chunked coding, folded lines, control characters) are rejected.
 *
 * @param status status code
 * @param fields header fields in order, with names in lower case
 */
public record ResponseHead(int status, List<Field> fields) {
  private static final int MAX_FIELDS = 200;

  public record Field(String name, String value) {}

  /** Makes an immutable copy of the fields. */
  public ResponseHead {
    fields = List.copyOf(fields);
  }

  /**
   * Parses the status line and header fields of a response.
   *
   * @param text its lines without the final empty line, one character for each byte
   * @throws FetchException if the head is malformed or ambiguous, or has more than 200 fields
   */
  static ResponseHead parse(String text) throws FetchException {
    String[] lines = text.split("\r?\n", -1);
    if (!lines[0].matches("HTTP/1\\.[01] [1-5]\\d\\d(?: .*)?")) {
      throw createMalformedException("no status line of HTTP/1: " + quote(lines[0]));
    }
    int status = Integer.parseInt(lines[0].substring(9, 12));
    List<Field> fields = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      fields.add(parseField(lines[i]));
    }
    if (fields.size() > MAX_FIELDS) {
      throw createMalformedException("more than " + MAX_FIELDS + " fields");
    }
    ResponseHead head = new ResponseHead(status, fields);
    head.contentLength();
    return head;
  }

  private static Field parseField(String line) throws FetchException {
    int colon = line.indexOf(':');
    if (colon < 1 || !line.substring(0, colon).matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
      throw createMalformedException("a field without a name: " + quote(line));
    }
    if (line.chars().anyMatch(c -> (c < 0x20 && c != '\t') || c == 0x7f)) {
      throw createMalformedException("a control character in a field: " + quote(line));
    }
    return new Field(
        line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
  }

  private static FetchException createMalformedException(String subject) {
    return new FetchException(
        FetchException.Reason.BAD_HEAD, "the head of the answer has " + subject);
  }

  private static String quote(String line) {
    String head = line.length() > 80 ? line.substring(0, 80) + "…" : line;
    return '"' + head.replaceAll("[^ -~]", "?") + '"';
  }

  /**
   * The first value of a field; empty if there is none.
   *
   * @param name name of the field in lower case
   */
  public Optional<String> firstValue(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).map(Field::value).findFirst();
  }

  private List<String> values(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).map(Field::value).toList();
  }

  /**
   * Whether the body has chunked transfer coding.
   *
   * @throws FetchException if it has another transfer coding
   */
  boolean isChunked() throws FetchException {
    List<String> codings = values("transfer-encoding");
    if (codings.isEmpty()) {
      return false;
    }
    if (codings.size() > 1 || !codings.getFirst().equalsIgnoreCase("chunked")) {
      throw createMalformedException(
          "a transfer coding other than chunked: " + quote(String.join(", ", codings)));
    }
    return true;
  }

  /**
   * Content-Length in bytes; empty if the body is chunked or ends with the connection.
   *
   * @throws FetchException if the length is not a number, is stated twice with different values, or
   *     is stated beside chunked coding
   */
  OptionalLong contentLength() throws FetchException {
    List<String> lengths = values("content-length").stream().distinct().toList();
    if (lengths.size() > 1) {
      throw createMalformedException("two lengths: " + quote(String.join(", ", lengths)));
    }
    if (!lengths.isEmpty() && isChunked()) {
      throw createMalformedException("a length beside chunks");
    }
    if (lengths.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!lengths.getFirst().matches("\\d{1,15}")) {
      throw createMalformedException("a length that is no number: " + quote(lengths.getFirst()));
    }
    return OptionalLong.of(Long.parseLong(lengths.getFirst()));
  }

  /** Whether a response with this status has no body. */
  boolean isBodiless() {
    return status < 200 || status == 204 || status == 304;
  }

  /**
   * Content coding of the body: empty, {@code gzip} or {@code deflate}.
   *
   * @throws FetchException if it has another content coding
   */
  String contentCoding() throws FetchException {
    String coding = firstValue("content-encoding").orElse("").toLowerCase(Locale.ROOT);
    return switch (coding) {
      case "", "identity" -> "";
      case "gzip", "x-gzip" -> "gzip";
      case "deflate" -> "deflate";
      default ->
          throw createMalformedException("a coding that was not requested: " + quote(coding));
    };
  }

  /** Media type without parameters in lower case; empty if there is none. */
  public String mediaType() {
    return firstValue("content-type")
        .map(type -> type.replaceFirst(";.*$", "").strip().toLowerCase(Locale.ROOT))
        .orElse("");
  }
}
