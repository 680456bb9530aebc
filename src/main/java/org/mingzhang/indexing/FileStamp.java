package org.mingzhang.indexing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * Attributes of a file that detect changes. If two stamps, taken before and after a read, are
 * equal, the file was not written in between: unlike the modification time, the change time (ctime)
 * cannot be set by programs.
 *
 * @param bytes size in bytes
 * @param modificationTime modification time of the content
 * @param changeTime time of the last change of content or attributes; null if the system does not
 *     provide it
 * @param fileKey identifies the file, to detect its replacement; null if the system does not
 *     provide it
 */
record FileStamp(
    long bytes, FileTime modificationTime, @Nullable Object changeTime, @Nullable Object fileKey) {

  /** Coarsest resolution of time stamps in common file systems. */
  private static final long RESOLUTION_MILLIS = 2_000;

  /**
   * Reads the attributes of a file.
   *
   * @throws IOException if it does not exist or is not a regular file, as a symbolic link
   */
  static FileStamp read(Path file) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!attributes.isRegularFile()) {
      throw new IOException("it is not a file");
    }
    return new FileStamp(
        attributes.size(), attributes.lastModifiedTime(), changeTime(file), attributes.fileKey());
  }

  private static @Nullable Object changeTime(Path file) throws IOException {
    try {
      return Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS);
    } catch (UnsupportedOperationException | IllegalArgumentException notTold) {
      return null;
    }
  }

  /**
   * The modification time to record, or -1 if it is unreliable: a later change could get the same
   * time stamp, or the time is in the future because the clock was set back.
   *
   * @param nowMillis current time in milliseconds since 1970
   */
  long reliableModificationMillis(long nowMillis) {
    return modificationTime.toMillis() > nowMillis - RESOLUTION_MILLIS
        ? -1
        : modificationTime.toMillis();
  }
}
