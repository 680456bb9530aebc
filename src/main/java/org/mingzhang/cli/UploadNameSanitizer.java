package org.mingzhang.cli;

import java.nio.charset.StandardCharsets;
import org.mingzhang.web.admin.Administration;

/**
 * Sanitizes the names of uploaded files, so that they are valid in every file system and have no
 * control characters. Names are displayed, and their extensions distinguish Markdown from plain
 * text; they do not identify files.
 */
final class UploadNameSanitizer {
  /**
   * Maximum length of a name, in bytes of UTF-8; file systems allow 255, of which prefixes and
   * suffixes may need some.
   */
  private static final int MAX_BYTES = 200;

  /**
   * Maximum length, in bytes with its dot, of an extension that is kept when a name is truncated.
   */
  private static final int MAX_EXTENSION_BYTES = 16;

  /** Number of characters at the end of an offered name that are read. */
  private static final int MAX_OFFERED_LENGTH = 20_000;

  private UploadNameSanitizer() {}

  /**
   * The last segment of a path without control and reserved characters, unpaired surrogates, and
   * dots, tildes and white space at its beginning; truncated to {@value #MAX_BYTES} bytes.
   *
   * @throws Administration.ActionRefusedException if nothing is left, or if it is the name of a
   *     sidecar file
   */
  static String sanitize(String offered) throws Administration.ActionRefusedException {
    String end = offered.substring(Math.max(0, offered.length() - MAX_OFFERED_LENGTH));
    String last = end.substring(Math.max(end.lastIndexOf('/'), end.lastIndexOf('\\')) + 1);
    String plain =
        last.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}:*?\"<>|]", "")
            .replaceAll("^[.~\\s]+", "")
            .strip();
    if (plain.isEmpty() || plain.matches("(?i).*\\.ya?ml")) {
      throw new Administration.ActionRefusedException(
          400, "not a valid name for a document: " + plain);
    }
    return truncate(plain);
  }

  /** Truncates a name before its extension. */
  private static String truncate(String name) {
    if (byteCount(name) <= MAX_BYTES) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String ending =
        dot > 0 && byteCount(name.substring(dot)) <= MAX_EXTENSION_BYTES ? name.substring(dot) : "";
    StringBuilder cut = new StringBuilder();
    int room = MAX_BYTES - byteCount(ending);
    for (int point : name.substring(0, name.length() - ending.length()).codePoints().toArray()) {
      room -= byteCount(Character.toString(point));
      if (room < 0) {
        break;
      }
      cut.appendCodePoint(point);
    }
    return cut.toString().strip() + ending;
  }

  private static int byteCount(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
