package org.mingzhang.extract.archive;

import com.github.junrar.Archive;
import com.github.junrar.ArchiveOptions;
import com.github.junrar.exception.RarException;
import com.github.junrar.exception.UnsupportedDictionarySizeException;
import com.github.junrar.exception.UnsupportedRarEncryptedException;
import com.github.junrar.exception.UnsupportedRarMethodException;
import com.github.junrar.exception.UnsupportedRarVersionException;
import com.github.junrar.exception.WrongPasswordException;
import com.github.junrar.rarfile.FileHeader;
import java.io.IOException;
import java.nio.file.Path;
import org.mingzhang.extract.FileRefusedException;
import org.mingzhang.extract.FileRefusedException.Reason;

/** Reads the members of RAR archives, as far as junrar supports their version and method. */
final class RarMemberReader {
  /** Largest dictionary of the decompressor, in bytes; an archive that needs more is refused. */
  private static final long MAX_DICTIONARY_BYTES = 64L << 20;

  private RarMemberReader() {}

  /**
   * Unpacks all members; those protected by a password are refused one by one.
   *
   * @throws FileRefusedException if the archive as a whole is protected, unsupported or damaged, or
   *     has too many members
   */
  static void read(Path file, MemberUnpacker unpacker) throws IOException, FileRefusedException {
    ArchiveOptions options =
        ArchiveOptions.builder().maxDictionarySize(MAX_DICTIONARY_BYTES).build();
    try (Archive archive = new Archive(file.toFile(), options)) {
      if (archive.isEncrypted()) {
        throw new FileRefusedException(Reason.ENCRYPTED, "the archive is protected by a password");
      }
      for (FileHeader header = archive.nextFileHeader();
          header != null;
          header = archive.nextFileHeader()) {
        unpackMember(archive, header, unpacker);
      }
    } catch (UnsupportedRarEncryptedException | WrongPasswordException e) {
      throw new FileRefusedException(Reason.ENCRYPTED, "the archive is protected by a password", e);
    } catch (UnsupportedRarVersionException
        | UnsupportedRarMethodException
        | UnsupportedDictionarySizeException e) {
      throw new FileRefusedException(
          Reason.UNSUPPORTED, "a RAR archive of this kind is not supported; use ZIP", e);
    } catch (RarException e) {
      throw new FileRefusedException(Reason.DAMAGED, "damaged RAR archive", e);
    }
  }

  private static void unpackMember(Archive archive, FileHeader header, MemberUnpacker unpacker)
      throws IOException, FileRefusedException {
    if (header.isDirectory()) {
      return;
    }
    if (header.isEncrypted()) {
      unpacker.refuse(
          decodeName(header), Reason.ENCRYPTED, "the member is protected by a password");
      return;
    }
    unpacker.unpack(
        decodeName(header),
        Math.max(1, header.getFullPackSize()),
        () -> archive.getInputStream(header));
  }

  private static String decodeName(FileHeader header) {
    return header.isUnicode()
        ? header.getFileName()
        : MemberNameDecoder.decode(header.getFileNameByteArray());
  }
}
