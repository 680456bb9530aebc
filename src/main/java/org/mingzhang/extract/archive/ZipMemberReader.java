package org.mingzhang.extract.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.mingzhang.extract.FileRefusedException;
import org.mingzhang.extract.FileRefusedException.Reason;

/** Reads the members of ZIP archives. */
final class ZipMemberReader {
  private ZipMemberReader() {}

  /**
   * Unpacks all members in the order of their data; folders and symbolic links are skipped, and
   * members that are encrypted or compressed by an unsupported method are refused one by one.
   *
   * @throws FileRefusedException if the archive has too many members
   */
  static void read(Path file, MemberUnpacker unpacker) throws IOException, FileRefusedException {
    try (ZipFile zip = ZipFile.builder().setPath(file).setIgnoreLocalFileHeader(true).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
        if (entry.isDirectory() || entry.isUnixSymlink()) {
          continue;
        }
        String name = decodeName(entry);
        if (entry.getGeneralPurposeBit().usesEncryption()) {
          unpacker.refuse(name, Reason.ENCRYPTED, "the member is protected by a password");
        } else if (!zip.canReadEntryData(entry)) {
          unpacker.refuse(
              name, Reason.UNSUPPORTED, "compression method " + entry.getMethod() + " is not read");
        } else {
          unpacker.unpack(
              name, Math.max(1, entry.getCompressedSize()), () -> zip.getInputStream(entry));
        }
      }
    }
  }

  /** The name in the character set that the archive declares, otherwise decoded by its bytes. */
  private static String decodeName(ZipArchiveEntry entry) {
    boolean declared =
        entry.getGeneralPurposeBit().usesUTF8ForNames()
            || entry.getNameSource() == ZipArchiveEntry.NameSource.UNICODE_EXTRA_FIELD;
    byte[] raw = entry.getRawName();
    return declared || raw == null ? entry.getName() : MemberNameDecoder.decode(raw);
  }
}
