package org.mingzhang.extract.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.FileRefusedException;
import org.mingzhang.extract.FileRefusedException.Reason;

/**
 * Unpacks archives and hands out their members one at a time as temporary files. Member names are
 * sanitized and never used as paths. Thread-safe.
 */
public final class ArchiveReader {
  private static final String ZIP = "application/zip";
  private static final String SEVEN_ZIP = "application/x-7z-compressed";
  private static final String RAR = "application/x-rar-compressed";

  /** Receives the members of an archive in the order in which the format lists them. */
  public interface MemberHandler {
    /**
     * An unpacked member.
     *
     * @param member its content; the file is valid only during the call
     * @param name its path inside the archive, sanitized, with forward slashes
     * @throws IOException if the member cannot be handled; the exception ends the reading of the
     *     archive
     */
    void memberUnpacked(Path member, String name) throws IOException;

    /** A member that cannot be unpacked; the other members follow. */
    void memberRefused(String name, FileRefusedException refusal);
  }

  /** The supported media types. */
  public Set<String> mediaTypes() {
    return Set.of(ZIP, SEVEN_ZIP, RAR);
  }

  /**
   * Passes the members of an archive to a handler. Folders, symbolic links and files of operating
   * systems are skipped.
   *
   * @param mediaType one of {@link #mediaTypes}
   * @param limits limits on the number of members and on their total size
   * @param budget what may still be unpacked over all archives inside each other
   * @throws FileRefusedException if the archive is protected, damaged or not supported, or has too
   *     many members; members before the fault have been handled
   * @throws IOException if the handler throws it, or no temporary file can be written or deleted
   */
  public void read(
      Path file,
      String mediaType,
      ExtractionLimits limits,
      UnpackingBudget budget,
      MemberHandler handler)
      throws IOException, FileRefusedException {
    Path folder = Files.createTempDirectory("mingzhang-archive");
    MemberUnpacker unpacker = new MemberUnpacker(folder, limits, budget, handler);
    try {
      switch (mediaType) {
        case SEVEN_ZIP -> SevenZipMemberReader.read(file, unpacker);
        case RAR -> RarMemberReader.read(file, unpacker);
        default -> ZipMemberReader.read(file, unpacker);
      }
    } catch (IOException e) {
      if (unpacker.isUnrelatedToArchive(e)) {
        throw e;
      }
      throw new FileRefusedException(Reason.DAMAGED, "damaged archive: " + e.getMessage(), e);
    } finally {
      unpacker.deleteTemporaryFile();
      Files.deleteIfExists(folder);
    }
  }
}
