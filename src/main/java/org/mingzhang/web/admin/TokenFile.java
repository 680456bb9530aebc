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
 * A token hash in a file that another process may replace or delete while the portal runs. If there
 * is no file or it contains no valid hash, administration is disabled.
 */
public final class TokenFile implements TokenHashSource {
  private final Path file;
  private @Nullable TokenFileState cachedState;

  /** The token hash read from a file, with the attributes of the file that reveal a change. */
  private record TokenFileState(
      FileTime modificationTime, long size, Object key, Optional<TokenHash> token) {
    /** Whether the file is still the one that was read, judged by time, size and inode. */
    boolean matchesFile(BasicFileAttributes file) {
      return modificationTime.equals(file.lastModifiedTime())
          && size == file.size()
          && key.equals(key(file));
    }

    /**
     * Identity of the file (inode), which also changes if the file is replaced within one second;
     * an empty text if the file system has none.
     */
    static Object key(BasicFileAttributes file) {
      Object key = file.fileKey();
      return key == null ? "" : key;
    }
  }

  /** Creates a source that reads the token from a file, which need not exist. */
  public TokenFile(Path file) {
    this.file = file;
  }

  @Override
  public synchronized Optional<TokenHash> currentHash() {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      TokenFileState known = cachedState;
      if (known == null || !known.matchesFile(attributes)) {
        known =
            new TokenFileState(
                attributes.lastModifiedTime(),
                attributes.size(),
                TokenFileState.key(attributes),
                parse(Files.readString(file, StandardCharsets.ISO_8859_1)));
        cachedState = known;
      }
      return known.token();
    } catch (IOException gone) {
      cachedState = null;
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
