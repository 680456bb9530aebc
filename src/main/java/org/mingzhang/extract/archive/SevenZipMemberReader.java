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
   * Memory limit for unpacking, in KiB. The strongest preset of 7-Zip uses a dictionary of 64 MiB,
   * which unpacking needs as well.
   */
  static final int MAX_MEMORY_KIB = 96 * 1024;

  private SevenZipMemberReader() {}

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
