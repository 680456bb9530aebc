package org.mingzhang.collect.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Head of an answer, read strictly: what two readers may read in two ways (two lengths, a length
 * beside chunks, folded lines, controls) is refused.
 *
 * @param status three digits
 * @param fields names in lower case with their values, in order
 */
public record ResponseHead(int status, List<Field> fields) {
  private static final int MOST_FIELDS = 200;

  /** A field of the head. */
  public record Field(String name, String value) {}

  /** Copies the fields. */
  public ResponseHead {
    fields = List.copyOf(fields);
  }

  /**
   * Reads a head.
   *
   * @param text its lines, the empty one left out, each byte one character
   */
  static ResponseHead parse(String text) throws FetchException {
    String[] lines = text.split("\r?\n", -1);
    if (!lines[0].matches("HTTP/1\\.[01] [1-5]\\d\\d(?: .*)?")) {
      throw bad("no status line of HTTP/1: " + quoted(lines[0]));
    }
    int status = Integer.parseInt(lines[0].substring(9, 12));
    List<Field> fields = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      fields.add(field(lines[i]));
    }
    if (fields.size() > MOST_FIELDS) {
      throw bad("more than " + MOST_FIELDS + " fields");
    }
    ResponseHead head = new ResponseHead(status, fields);
    head.length();
    return head;
  }

  private static Field field(String line) throws FetchException {
    int colon = line.indexOf(':');
    if (colon < 1 || !line.substring(0, colon).matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
      throw bad("a field without a name: " + quoted(line));
    }
    if (line.chars().anyMatch(c -> (c < 0x20 && c != '\t') || c == 0x7f)) {
      throw bad("a control character in a field: " + quoted(line));
    }
    return new Field(
        line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
  }

  private static FetchException bad(String what) {
    return new FetchException(FetchException.Reason.BAD_HEAD, "the head of the answer has " + what);
  }

  private static String quoted(String line) {
    String head = line.length() > 80 ? line.substring(0, 80) + "…" : line;
    return '"' + head.replaceAll("[^ -~]", "?") + '"';
  }

  /** First value of a field. */
  public Optional<String> first(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).map(Field::value).findFirst();
  }

  private List<String> all(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).map(Field::value).toList();
  }

  /** Whether the body comes in chunks. */
  boolean chunked() throws FetchException {
    List<String> codings = all("transfer-encoding");
    if (codings.isEmpty()) {
      return false;
    }
    if (codings.size() > 1 || !codings.getFirst().equalsIgnoreCase("chunked")) {
      throw bad("a transfer coding other than chunked: " + quoted(String.join(", ", codings)));
    }
    return true;
  }

  /** Length of the body in bytes; empty where it ends with the connection or in chunks. */
  OptionalLong length() throws FetchException {
    List<String> lengths = all("content-length").stream().distinct().toList();
    if (lengths.size() > 1) {
      throw bad("two lengths: " + quoted(String.join(", ", lengths)));
    }
    if (!lengths.isEmpty() && chunked()) {
      throw bad("a length beside chunks");
    }
    if (lengths.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!lengths.getFirst().matches("\\d{1,15}")) {
      throw bad("a length that is no number: " + quoted(lengths.getFirst()));
    }
    return OptionalLong.of(Long.parseLong(lengths.getFirst()));
  }

  /** Whether there is a body. */
  boolean bodiless() {
    return status < 200 || status == 204 || status == 304;
  }

  /** How the body is packed: empty, {@code gzip} or {@code deflate}. */
  String coding() throws FetchException {
    String coding = first("content-encoding").orElse("").toLowerCase(Locale.ROOT);
    return switch (coding) {
      case "", "identity" -> "";
      case "gzip", "x-gzip" -> "gzip";
      case "deflate" -> "deflate";
      default -> throw bad("a coding that was not asked for: " + quoted(coding));
    };
  }

  /** Media type without parameters, in lower case; empty if there is none. */
  public String mediaType() {
    return first("content-type")
        .map(type -> type.replaceFirst(";.*$", "").strip().toLowerCase(Locale.ROOT))
        .orElse("");
  }
}
