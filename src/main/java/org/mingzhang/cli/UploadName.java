package org.mingzhang.cli;

import java.nio.charset.StandardCharsets;
import org.mingzhang.web.admin.Administration;

/**
 * The name that a file from a stranger is kept under: one that every file system takes and no
 * terminal obeys. It is for people and tells Markdown from plain text; what a file is the same as
 * is never decided by it.
 */
final class UploadName {
  /** File systems take 255 bytes; some room is left for what is put before or behind a name. */
  private static final int MOST_BYTES = 200;

  /** Longest ending kept when a name is cut. */
  private static final int LONGEST_ENDING = 16;

  /** Longest part of a name that is looked at. */
  private static final int LONGEST_OFFERED = 20_000;

  private UploadName() {}

  /**
   * The last part of a name, without what a path, a terminal or a hidden file is made of, and
   * without halves of surrogate pairs.
   *
   * @throws Administration.RefusedException if nothing is left, or if it is the name of a sidecar
   */
  static String of(String offered) throws Administration.RefusedException {
    String end = offered.substring(Math.max(0, offered.length() - LONGEST_OFFERED));
    String last = end.substring(Math.max(end.lastIndexOf('/'), end.lastIndexOf('\\')) + 1);
    String plain =
        last.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}:*?\"<>|]", "")
            .replaceAll("^[.~\\s]+", "")
            .strip();
    if (plain.isEmpty() || plain.matches("(?i).*\\.ya?ml")) {
      throw new Administration.RefusedException(400, "this is no name for a document: " + plain);
    }
    return shortened(plain);
  }

  /** Cuts the middle: the beginning says what it is, the ending of which format. */
  private static String shortened(String name) {
    if (bytes(name) <= MOST_BYTES) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String ending =
        dot > 0 && bytes(name.substring(dot)) <= LONGEST_ENDING ? name.substring(dot) : "";
    StringBuilder cut = new StringBuilder();
    int room = MOST_BYTES - bytes(ending);
    for (int point : name.substring(0, name.length() - ending.length()).codePoints().toArray()) {
      room -= bytes(Character.toString(point));
      if (room < 0) {
        break;
      }
      cut.appendCodePoint(point);
    }
    return cut.toString().strip() + ending;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
