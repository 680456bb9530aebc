package org.mingzhang.extract.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Names of archive members: decoded, and harmless as text. */
final class MemberNames {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final List<String> SYSTEM_FILES =
      List.of("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini");
  private static final int MAX_LENGTH = 300;

  private MemberNames() {}

  /** A name in UTF-8 where it is valid, else in GB18030, as Chinese Windows writes it. */
  static String decode(byte[] name) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
    } catch (CharacterCodingException e) {
      return new String(name, GB18030);
    }
  }

  /** The name with forward slashes, without steps upwards, drives and control characters. */
  static String clean(String name) {
    String clean =
        Arrays.stream(name.replaceAll("[\\p{Cntrl}\\u202a-\\u202e]", "").split("[/\\\\]+", -1))
            .map(String::strip)
            .filter(part -> !part.isEmpty() && !part.equals(".") && !part.equals(".."))
            .filter(part -> !part.matches("[A-Za-z]:"))
            .collect(Collectors.joining("/"));
    if (clean.length() > MAX_LENGTH) {
      clean = clean.substring(clean.length() - MAX_LENGTH);
    }
    return clean.isEmpty() ? "unnamed" : clean;
  }

  /** Files that operating systems leave behind and no one published. */
  static boolean isSystemFile(String name) {
    List<String> parts = List.of(name.split("/", -1));
    return parts.contains(SYSTEM_FILES.getFirst()) || SYSTEM_FILES.contains(parts.getLast());
  }
}
