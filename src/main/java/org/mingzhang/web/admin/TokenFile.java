package org.mingzhang.web.admin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A token in a file that another process may replace or delete: a new one counts from then on, and
 * administration is closed without one. A file that cannot be read as a hash is none.
 */
public final class TokenFile implements TokenSource {
  private final Path file;
  private @Nullable State read;

  /** What was read of a file in one state. */
  private record State(FileTime modified, long size, Object key, Optional<TokenHash> token) {
    boolean isOf(BasicFileAttributes file) {
      return modified.equals(file.lastModifiedTime())
          && size == file.size()
          && key.equals(key(file));
    }

    /** The file's identity; files that replace one another differ in it even within a second. */
    static Object key(BasicFileAttributes file) {
      Object key = file.fileKey();
      return key == null ? "" : key;
    }
  }

  /** A token in a file, which need not be there. */
  public TokenFile(Path file) {
    this.file = file;
  }

  @Override
  public synchronized Optional<TokenHash> current() {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      State known = read;
      if (known == null || !known.isOf(attributes)) {
        known =
            new State(
                attributes.lastModifiedTime(),
                attributes.size(),
                State.key(attributes),
                parsed(Files.readString(file, StandardCharsets.ISO_8859_1)));
        read = known;
      }
      return known.token();
    } catch (IOException gone) {
      read = null;
      return Optional.empty();
    }
  }

  private static Optional<TokenHash> parsed(String text) {
    try {
      return Optional.of(TokenHash.parse(text));
    } catch (IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }
}
