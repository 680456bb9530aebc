package org.mingzhang.extract.archive;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.mingzhang.extract.RefusedException;
import org.mingzhang.extract.RefusedException.Reason;

/** Members of a 7z archive. */
final class SevenZipMembers {
  private static final int MAX_MEMORY_KIB = 256 * 1024;

  private SevenZipMembers() {}

  static void read(Path file, MemberUnpacker unpacker) throws IOException, RefusedException {
    try (SevenZFile archive =
        SevenZFile.builder().setPath(file).setMaxMemoryLimitKb(MAX_MEMORY_KIB).get()) {
      for (SevenZArchiveEntry entry : archive.getEntries()) {
        if (!entry.isDirectory() && entry.hasStream()) {
          String name = entry.getName();
          unpacker.unpack(name == null ? "" : name, 0, () -> archive.getInputStream(entry));
        }
      }
    } catch (PasswordRequiredException e) {
      throw new RefusedException(Reason.ENCRYPTED, "the archive is protected by a password", e);
    }
  }
}
