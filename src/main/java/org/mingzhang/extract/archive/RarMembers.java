package org.mingzhang.extract.archive;

import com.github.junrar.Archive;
import com.github.junrar.exception.RarException;
import com.github.junrar.exception.UnsupportedRarV5Exception;
import com.github.junrar.rarfile.FileHeader;
import java.io.IOException;
import java.nio.file.Path;
import org.mingzhang.extract.RefusedException;
import org.mingzhang.extract.RefusedException.Reason;

/** Members of a RAR archive of versions before 5, whose format has no free decompressor in Java. */
final class RarMembers {
  private RarMembers() {}

  static void read(Path file, MemberUnpacker unpacker) throws IOException, RefusedException {
    try (Archive archive = new Archive(file.toFile())) {
      if (archive.isEncrypted()) {
        throw new RefusedException(Reason.ENCRYPTED, "the archive is protected by a password");
      }
      for (FileHeader header = archive.nextFileHeader();
          header != null;
          header = archive.nextFileHeader()) {
        member(archive, header, unpacker);
      }
    } catch (UnsupportedRarV5Exception e) {
      throw new RefusedException(
          Reason.UNSUPPORTED, "a RAR archive of version 5 is not supported; use ZIP", e);
    } catch (RarException e) {
      throw new RefusedException(Reason.DAMAGED, "damaged RAR archive", e);
    }
  }

  private static void member(Archive archive, FileHeader header, MemberUnpacker unpacker)
      throws IOException, RefusedException {
    if (header.isDirectory()) {
      return;
    }
    if (header.isEncrypted()) {
      unpacker.refuse(name(header), Reason.ENCRYPTED, "the member is protected by a password");
      return;
    }
    unpacker.unpack(
        name(header), Math.max(1, header.getFullPackSize()), () -> archive.getInputStream(header));
  }

  private static String name(FileHeader header) {
    return header.isUnicode()
        ? header.getFileName()
        : MemberNames.decode(header.getFileNameByteArray());
  }
}
