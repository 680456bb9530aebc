package org.mingzhang.extract.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Decodes and sanitizes names of archive members. */
final class MemberNameDecoder {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final List<String> SYSTEM_FILES =
      List.of("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini");
  private static final int MAX_NAME_LENGTH = 300;

  private MemberNameDecoder() {}

  /**
   * Decodes a name as UTF-8, or as GB18030 (the encoding of Chinese Windows) where it is not valid
   * UTF-8.
   */
  static String decode(byte[] name) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
    } catch (CharacterCodingException e) {
      return new String(name, GB18030);
    }
  }

  /**
   * The name with forward slashes, without empty parts, parent references, drive letters, control
   * characters and marks of text direction. Only the last 300 characters are kept; {@code unnamed}
   * if nothing is left.
   */
  static String sanitize(String name) {
    String clean =
        Arrays.stream(name.replaceAll("[\\p{Cntrl}\\u202a-\\u202e]", "").split("[/\\\\]+", -1))
            .map(String::strip)
            .filter(part -> !part.isEmpty() && !part.equals(".") && !part.equals(".."))
            .filter(part -> !part.matches("[A-Za-z]:"))
            .collect(Collectors.joining("/"));
    if (clean.length() > MAX_NAME_LENGTH) {
      clean = clean.substring(clean.length() - MAX_NAME_LENGTH);
    }
    return clean.isEmpty() ? "unnamed" : clean;
  }

  /**
   * Whether a file was added by an operating system, for example {@code .DS_Store} or a file below
   * {@code __MACOSX}.
   *
   * @param name a sanitized name
   */
  static boolean isSystemFile(String name) {
    List<String> parts = List.of(name.split("/", -1));
    return parts.contains(SYSTEM_FILES.getFirst()) || SYSTEM_FILES.contains(parts.getLast());
  }
}
