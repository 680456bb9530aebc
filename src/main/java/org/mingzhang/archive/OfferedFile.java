package org.mingzhang.archive;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file offered for reading.
 *
 * @param origin how it was received
 * @param sourceKey source key: the absolute path, the URL, or {@code upload:} followed by the
 *     SHA-256 of the content
 * @param name displayed name; its extension distinguishes Markdown from plain text
 * @param sha256 SHA-256 of its stored content; null for a file that is read in place
 * @param url address it was published at, or null
 * @param replacedDocumentId permalink id of the document that it is explicitly a version of, or
 *     null
 * @param isReadIfUnchanged whether it is read even if it has not changed
 */
public record OfferedFile(
    FileOrigin origin,
    String sourceKey,
    String name,
    @Nullable String sha256,
    @Nullable String url,
    @Nullable String replacedDocumentId,
    boolean isReadIfUnchanged) {

  private static final String UPLOAD_PREFIX = "upload:";

  /**
   * Offers a file of a folder; {@code isReadIfUnchanged} requests that it is read even if it is
   * unchanged.
   */
  public static OfferedFile ofFile(Path file, boolean isReadIfUnchanged) {
    Path path = file.toAbsolutePath().normalize();
    String name = String.valueOf(path.getFileName());
    return new OfferedFile(
        FileOrigin.FOLDER, path.toString(), name, null, null, null, isReadIfUnchanged);
  }

  /**
   * Offers an uploaded file. Files with equal content have the same source key, whatever their
   * names.
   *
   * @param replacedDocumentId permalink id of the document that it is explicitly a version of, or
   *     null
   */
  public static OfferedFile ofUpload(
      String name, String sha256, @Nullable String replacedDocumentId) {
    return new OfferedFile(
        FileOrigin.UPLOAD, UPLOAD_PREFIX + sha256, name, sha256, null, replacedDocumentId, false);
  }

  /** Whether a source key belongs to an upload. */
  public static boolean isUpload(String sourceKey) {
    return sourceKey.startsWith(UPLOAD_PREFIX);
  }

  /** Offers content that was fetched from a URL. */
  public static OfferedFile ofAddress(String url, String name, String sha256) {
    return new OfferedFile(FileOrigin.ADDRESS, url, name, sha256, url, null, false);
  }
}
