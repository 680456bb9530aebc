package org.mingzhang.archive;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recorded state of a file that was offered for indexing.
 *
 * @param sourceKey source key of the file, see {@link OfferedFile#sourceKey}
 * @param bytes its size when it was read
 * @param modifiedMillis its modification time in milliseconds since 1970, -1 if it is unreliable, 0
 *     for stored content
 * @param sha256 SHA-256 of the whole file
 * @param parserVersion version of the parser that read it
 * @param sidecarFingerprint fingerprint of the content of metadata files beside it, or empty
 * @param members results: one for a document, several for an archive
 */
public record SourceFileState(
    String sourceKey,
    long bytes,
    long modifiedMillis,
    String sha256,
    int parserVersion,
    String sidecarFingerprint,
    List<Member> members) {

  /** Makes an immutable copy of the members. */
  public SourceFileState {
    members = List.copyOf(members);
  }

  /** A copy with other results. */
  public SourceFileState withMembers(List<Member> results) {
    return new SourceFileState(
        sourceKey, bytes, modifiedMillis, sha256, parserVersion, sidecarFingerprint, results);
  }

  /**
   * The result for a document in a file.
   *
   * @param name the file's name, or {@code bundle.zip!/inner/name.pdf}
   * @param documentId permalink id of the document, or null if it was refused
   * @param reason kind of refusal, or null
   * @param message why it was refused, or null
   */
  public record Member(
      String name,
      @Nullable String documentId,
      @Nullable String reason,
      @Nullable String message) {}
}
