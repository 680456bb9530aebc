package org.mingzhang.indexing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder where a reader leaves the members of archives, under the SHA-256 of their content, until
 * they are kept. Shared by the processes that read and the one that keeps; whole files only.
 */
public final class MemberSpool {
  private final Path folder;

  /** A spool in a folder, which is made when it is needed. */
  public MemberSpool(Path folder) {
    this.folder = folder;
  }

  /** Leaves a copy of a member. */
  public void leave(Path member, String sha256) throws IOException {
    Files.createDirectories(folder);
    Path beside = Files.createTempFile(folder, "new-", "");
    Files.copy(member, beside, StandardCopyOption.REPLACE_EXISTING);
    Files.move(beside, folder.resolve(sha256), StandardCopyOption.ATOMIC_MOVE);
  }

  /** The member left under this name. */
  Optional<Path> find(String sha256) {
    Path file = folder.resolve(sha256);
    return sha256.matches("[0-9a-f]{64}") && Files.isRegularFile(file)
        ? Optional.of(file)
        : Optional.empty();
  }

  /** Forgets a member. */
  void forget(String sha256) throws IOException {
    Optional<Path> file = find(sha256);
    if (file.isPresent()) {
      Files.deleteIfExists(file.get());
    }
  }

  /** Takes away what a run that was killed has left. */
  public void clear() throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> left = Files.list(folder)) {
        for (Path file : left.toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
