package org.mingzhang.indexing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * How a file looks from outside. Two looks that are the same, before and after a reading, mean that
 * nobody has written the file meanwhile: the time of its last change of state cannot be set, unlike
 * that of its content.
 *
 * @param bytes its size
 * @param modified when its content was changed
 * @param changed when anything about it was changed; null where the system does not tell
 * @param key tells it from a file put in its place; null where the system does not tell
 */
record FileStamp(long bytes, FileTime modified, @Nullable Object changed, @Nullable Object key) {

  /** Time stamps of file systems are no finer than this. */
  private static final long GRAIN_MILLIS = 2_000;

  /**
   * Looks at a file.
   *
   * @throws IOException if it is not there, or is something else than a file
   */
  static FileStamp of(Path file) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!attributes.isRegularFile()) {
      throw new IOException("it is not a file");
    }
    return new FileStamp(
        attributes.size(), attributes.lastModifiedTime(), changed(file), attributes.fileKey());
  }

  private static @Nullable Object changed(Path file) throws IOException {
    try {
      return Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS);
    } catch (UnsupportedOperationException | IllegalArgumentException notTold) {
      return null;
    }
  }

  /**
   * The time that may be noted of a file: −1, which is none, where the file is so new that a change
   * to come may carry the same time, or is of a time to come because a clock was put back.
   *
   * @param now milliseconds since 1970
   */
  long reliable(long now) {
    return modified.toMillis() > now - GRAIN_MILLIS ? -1 : modified.toMillis();
  }
}
