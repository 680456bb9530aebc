package org.mingzhang.extract.archive;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.mingzhang.extract.FileRefusedException;
import org.mingzhang.extract.FileRefusedException.Reason;

/** Reads the members of 7z archives. */
final class SevenZipMemberReader {
  /**
   * Memory limit for unpacking, in KiB. Unpacking needs somewhat more than the dictionary, which
   * has up to 64 MiB in the presets of older versions of 7-Zip.
   */
  static final int MAX_MEMORY_KIB = 96 * 1024;

  private SevenZipMemberReader() {}

  /**
   * Unpacks all members that have content; folders and empty files are skipped.
   *
   * @throws FileRefusedException if the archive is protected by a password, needs too much memory,
   *     or has too many members
   */
  static void read(Path file, MemberUnpacker unpacker) throws IOException, FileRefusedException {
    try (SevenZFile archive =
        SevenZFile.builder().setPath(file).setMaxMemoryLimitKiB(MAX_MEMORY_KIB).get()) {
      for (SevenZArchiveEntry entry : archive.getEntries()) {
        if (!entry.isDirectory() && entry.hasStream()) {
          String name = entry.getName();
          unpacker.unpack(name == null ? "" : name, 0, () -> archive.getInputStream(entry));
        }
      }
    } catch (MemoryLimitException e) {
      throw new FileRefusedException(
          Reason.TOO_LARGE, "unpacking needs more than " + MAX_MEMORY_KIB / 1024 + " MiB", e);
    } catch (PasswordRequiredException e) {
      throw new FileRefusedException(Reason.ENCRYPTED, "the archive is protected by a password", e);
    }
  }
}
