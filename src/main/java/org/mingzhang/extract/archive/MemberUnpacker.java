package org.mingzhang.extract.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.FileRefusedException;
import org.mingzhang.extract.FileRefusedException.Reason;

/**
 * Unpacks the members of one archive, one at a time into the same temporary file, within limits of
 * number, size and compression ratio. All members together may not be larger than the limit of one
 * file, and the members of nested archives may not exceed a common budget. Not thread-safe.
 */
final class MemberUnpacker {
  /** Largest ratio of unpacked to packed size of a member. */
  private static final long MAX_COMPRESSION_RATIO = 200;

  /** Unpacked bytes up to which the ratio of a member is not checked. */
  private static final long MIN_RATIO_CHECK_BYTES = 16L << 20;

  private final Path memberFile;
  private final ExtractionLimits limits;
  private final UnpackingBudget budget;
  private final ArchiveReader.MemberHandler handler;
  private int memberCount;
  private long unpackedBytes;
  private @Nullable IOException failureUnrelatedToArchive;

  MemberUnpacker(
      Path folder,
      ExtractionLimits limits,
      UnpackingBudget budget,
      ArchiveReader.MemberHandler handler) {
    this.memberFile = folder.resolve("member");
    this.limits = limits;
    this.budget = budget;
    this.handler = handler;
  }

  /** Opens a member's content. */
  interface ContentSupplier {
    InputStream open() throws IOException;
  }

  /**
   * Unpacks a member and passes it to the handler. A member that is damaged, too large or
   * compressed too much is passed as refused; files of operating systems are skipped.
   *
   * @param rawName its name as stored
   * @param packedBytes its size in the archive in bytes, or 0 if the format does not say, which
   *     leaves its ratio unchecked
   * @throws FileRefusedException if the archive, or all archives inside each other, have too many
   *     members
   * @throws IOException if the handler fails or the temporary file cannot be written, see {@link
   *     #isUnrelatedToArchive}
   */
  void unpack(String rawName, long packedBytes, ContentSupplier contentSupplier)
      throws IOException, FileRefusedException {
    String name = MemberNameDecoder.sanitize(rawName);
    if (MemberNameDecoder.isSystemFile(name)) {
      return;
    }
    if (++memberCount > limits.maxMembers()) {
      throw new FileRefusedException(
          Reason.TOO_LARGE, "more than " + limits.maxMembers() + " members; the rest is not read");
    }
    if (!budget.tryUseMember()) {
      throw new FileRefusedException(
          Reason.TOO_LARGE, "too many members of archives inside each other; the rest is not read");
    }
    try (InputStream in = contentSupplier.open()) {
      copy(in, packedBytes);
    } catch (TooLargeException e) {
      handler.memberRefused(name, new FileRefusedException(Reason.TOO_LARGE, e.getMessage(), e));
      return;
    } catch (IOException e) {
      if (isUnrelatedToArchive(e)) {
        throw e;
      }
      handler.memberRefused(
          name, new FileRefusedException(Reason.DAMAGED, "damaged member: " + e.getMessage(), e));
      return;
    }
    try {
      handler.memberUnpacked(memberFile, name);
    } catch (IOException e) {
      failureUnrelatedToArchive = e;
      throw e;
    }
  }

  /**
   * Whether an exception came from the handler or the temporary file and not from the content of
   * the archive.
   */
  boolean isUnrelatedToArchive(IOException failure) {
    return failure.equals(failureUnrelatedToArchive);
  }

  /**
   * Passes a member that cannot be unpacked to the handler; such a member does not count toward the
   * limit.
   */
  void refuse(String rawName, Reason reason, String message) {
    handler.memberRefused(
        MemberNameDecoder.sanitize(rawName), new FileRefusedException(reason, message));
  }

  /** Deletes the temporary file of the last member, if there is one. */
  void deleteTemporaryFile() throws IOException {
    Files.deleteIfExists(memberFile);
  }

  private void copy(InputStream in, long packedBytes) throws IOException {
    long member = 0;
    byte[] buffer = new byte[64 * 1024];
    try (OutputStream out = openMemberFile()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        member += n;
        unpackedBytes += n;
        if (unpackedBytes > limits.maxBytes()) {
          throw new TooLargeException(
              "the members are larger than the limit of " + limits.maxBytes() + " bytes");
        }
        if (!budget.tryUseBytes(n)) {
          throw new TooLargeException("the members of archives inside each other are too large");
        }
        if (packedBytes > 0
            && member > MIN_RATIO_CHECK_BYTES
            && member / packedBytes > MAX_COMPRESSION_RATIO) {
          throw new TooLargeException(
              "expands to more than " + MAX_COMPRESSION_RATIO + " times its size (zip bomb)");
        }
        write(out, buffer, n);
      }
    }
  }

  private OutputStream openMemberFile() throws IOException {
    try {
      return Files.newOutputStream(memberFile);
    } catch (IOException e) {
      failureUnrelatedToArchive = e;
      throw e;
    }
  }

  private void write(OutputStream out, byte[] buffer, int length) throws IOException {
    try {
      out.write(buffer, 0, length);
    } catch (IOException e) {
      failureUnrelatedToArchive = e;
      throw e;
    }
  }

  /** Thrown if a member exceeds the limit of size or compression ratio. */
  private static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(String message) {
      super(message);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
