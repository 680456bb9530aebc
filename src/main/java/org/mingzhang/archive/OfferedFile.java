package org.mingzhang.archive;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that is offered to be read.
 *
 * @param origin how it came in
 * @param source what it is known as: the absolute path, the address, or {@code upload:} and the
 *     fingerprint of the content
 * @param name name for people, and to tell Markdown from plain text by
 * @param sha256 its content, kept in the archive; null for a file that is read where it lies
 * @param url address it was published at, or null
 * @param replaces permalink id of the document it is a version of on purpose, or null
 * @param again whether it is read also where nothing has changed since it was
 */
public record OfferedFile(
    Origin origin,
    String source,
    String name,
    @Nullable String sha256,
    @Nullable String url,
    @Nullable String replaces,
    boolean again) {

  private static final String UPLOAD = "upload:";

  /** A file of a folder. */
  public static OfferedFile ofFile(Path file, boolean again) {
    Path path = file.toAbsolutePath().normalize();
    String name = String.valueOf(path.getFileName());
    return new OfferedFile(Origin.FOLDER, path.toString(), name, null, null, null, again);
  }

  /** A file that was sent; the same content is the same source whatever it is called. */
  public static OfferedFile ofUpload(String name, String sha256, @Nullable String replaces) {
    return new OfferedFile(Origin.UPLOAD, UPLOAD + sha256, name, sha256, null, replaces, false);
  }

  /** Where the content of a source is a file that was sent. */
  public static boolean isUpload(String source) {
    return source.startsWith(UPLOAD);
  }

  /** What an address gave. */
  public static OfferedFile ofAddress(String url, String name, String sha256) {
    return new OfferedFile(Origin.ADDRESS, url, name, sha256, url, null, false);
  }
}
