package org.mingzhang.extract.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.RefusedException;
import org.mingzhang.extract.RefusedException.Reason;

/**
 * Opens archives and hands out their members one at a time, each as a file of its own that lives
 * while it is read. Names of members are cleaned, never used as paths. Safe on many threads.
 */
public final class ArchiveReader {
  private static final String ZIP = "application/zip";
  private static final String SEVEN_ZIP = "application/x-7z-compressed";
  private static final String RAR = "application/x-rar-compressed";

  /** Takes the members. */
  public interface MemberHandler {
    /** A member, unpacked for the time of the call. */
    void memberUnpacked(Path member, String name) throws IOException;

    /** A member that is not unpacked. */
    void memberRefused(String name, RefusedException why);
  }

  /** The media types of archives that are opened. */
  public Set<String> mediaTypes() {
    return Set.of(ZIP, SEVEN_ZIP, RAR);
  }

  /**
   * Reads an archive.
   *
   * @throws RefusedException if it cannot be read, or no further
   */
  public void read(Path file, String mediaType, ExtractionLimits limits, MemberHandler members)
      throws IOException, RefusedException {
    Path folder = Files.createTempDirectory("mingzhang-archive");
    MemberUnpacker unpacker = new MemberUnpacker(folder, limits, members);
    try {
      switch (mediaType) {
        case SEVEN_ZIP -> SevenZipMembers.read(file, unpacker);
        case RAR -> RarMembers.read(file, unpacker);
        default -> ZipMembers.read(file, unpacker);
      }
    } catch (IOException e) {
      throw new RefusedException(Reason.DAMAGED, "damaged archive: " + e.getMessage(), e);
    } finally {
      unpacker.deleteTemporaryFile();
      Files.deleteIfExists(folder);
    }
  }
}
