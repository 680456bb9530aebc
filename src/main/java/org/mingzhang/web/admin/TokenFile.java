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
 * A token hash in a file that another process may replace or delete while the portal runs. Without
 * a file, or if it holds no valid hash, administration is closed.
 */
public final class TokenFile implements TokenSource {
  private final Path file;
  private @Nullable TokenFileState cached;

  /**
   * The token hash read from the file, with the attributes by which a change of the file is
   * noticed.
   */
  private record TokenFileState(
      FileTime modified, long size, Object key, Optional<TokenHash> token) {
    /** Whether the file still is the one that was read, by time, size and inode. */
    boolean matchesFile(BasicFileAttributes file) {
      return modified.equals(file.lastModifiedTime())
          && size == file.size()
          && key.equals(key(file));
    }

    /** Identity of the file (inode), which differs even if it was replaced within a second. */
    static Object key(BasicFileAttributes file) {
      Object key = file.fileKey();
      return key == null ? "" : key;
    }
  }

  /** Creates a token in a file, which need not exist. */
  public TokenFile(Path file) {
    this.file = file;
  }

  @Override
  public synchronized Optional<TokenHash> currentHash() {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      TokenFileState known = cached;
      if (known == null || !known.matchesFile(attributes)) {
        known =
            new TokenFileState(
                attributes.lastModifiedTime(),
                attributes.size(),
                TokenFileState.key(attributes),
                parse(Files.readString(file, StandardCharsets.ISO_8859_1)));
        cached = known;
      }
      return known.token();
    } catch (IOException gone) {
      cached = null;
      return Optional.empty();
    }
  }

  private static Optional<TokenHash> parse(String text) {
    try {
      return Optional.of(TokenHash.parse(text));
    } catch (IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }
}
