package org.mingzhang.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file lock that keeps other processes from writing to an archive; released when closed or when
 * the process ends.
 */
final class ArchiveLock implements AutoCloseable {
  private final FileChannel channel;

  private ArchiveLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Locks an archive.
   *
   * @throws ArchiveException if another process or this one holds the lock
   */
  static ArchiveLock acquire(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!tryLock(channel)) {
      channel.close();
      throw new ArchiveException(
          "another process is using " + folder + "; stop it, or name another folder with --data");
    }
    return new ArchiveLock(channel);
  }

  /**
   * Locks an archive; returns null if the lock is held or the folder is missing or not writable.
   */
  static @Nullable ArchiveLock tryAcquire(Path folder) {
    try {
      return acquire(folder);
    } catch (ArchiveException | IOException busy) {
      return null;
    }
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException sameProcess) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
