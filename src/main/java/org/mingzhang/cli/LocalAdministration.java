package org.mingzhang.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.archive.Removal;
import org.mingzhang.indexing.ArchiveIndexing;
import org.mingzhang.web.admin.Administration;
import org.mingzhang.web.admin.AuditLog;

/** Administration of the data folder of this process. */
final class LocalAdministration implements Administration {
  private static final long LARGEST = 200L << 20;
  private static final int LONGEST_NAME = 150;
  private static final int SHOWN = 200;

  private final Instance instance;
  private final BackgroundIndexing indexing;
  private final Path uploads;
  private final AuditLog log;
  private final Clock clock;

  LocalAdministration(
      Instance instance, BackgroundIndexing indexing, Path uploads, AuditLog log, Clock clock) {
    this.instance = instance;
    this.indexing = indexing;
    this.uploads = uploads;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public String upload(String name, InputStream content) throws IOException, RefusedException {
    String plain = plainName(name);
    Files.createDirectories(uploads);
    Path beside = Files.createTempFile(uploads, ".part-", "");
    try {
      copy(content, beside);
      Path file = uploads.resolve(plain).toAbsolutePath().normalize();
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      indexing.submit(List.of(file), false);
      return plain;
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** The last part of a name, without what a path, a terminal or a hidden file is made of. */
  static String plainName(String name) throws RefusedException {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String plain =
        last.replaceAll("[\\p{Cntrl}\\u202a-\\u202e\\u2066-\\u2069:*?\"<>|]", "")
            .replaceAll("^[.~\\s]+", "")
            .strip();
    if (plain.isEmpty() || plain.matches("(?i).*\\.ya?ml")) {
      throw new RefusedException(400, "this is no name for a document: " + last);
    }
    return plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
  }

  private static void copy(InputStream content, Path target) throws IOException, RefusedException {
    long bytes = 0;
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(target)) {
      for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
        bytes += n;
        if (bytes > LARGEST) {
          throw new RefusedException(413, "more than " + (LARGEST >> 20) + " MiB");
        }
        out.write(buffer, 0, n);
      }
    }
    if (bytes == 0) {
      throw new RefusedException(400, "the file is empty");
    }
  }

  @Override
  public void readAgain(String documentId) throws RefusedException {
    ArchivedDisclosure document =
        instance
            .archive()
            .latest(documentId)
            .orElseThrow(() -> new RefusedException(404, "there is no document " + documentId));
    String source = document.version().source();
    int member = source.indexOf("!/");
    Path file = Path.of(member < 0 ? source : source.substring(0, member));
    if (!Files.isRegularFile(file)) {
      throw new RefusedException(409, "the file it was read from is no longer there");
    }
    indexing.submit(List.of(file), true);
  }

  @Override
  public void remove(String documentId, String reason) throws IOException, RefusedException {
    Archive archive = instance.archive();
    if (archive.latest(documentId).isEmpty()) {
      throw new RefusedException(404, "there is no document " + documentId);
    }
    archive.remove(new Removal(documentId, clock.instant(), reason.isBlank() ? "—" : reason));
    ArchiveIndexing indexing = new ArchiveIndexing(archive, instance.index());
    indexing.remove(documentId);
    indexing.commit();
  }

  @Override
  public void putBack(String documentId) throws IOException, RefusedException {
    Archive archive = instance.archive();
    if (archive.removal(documentId).isEmpty()) {
      throw new RefusedException(404, documentId + " was not taken out");
    }
    archive.putBack(documentId);
    Optional<ArchivedDisclosure> latest = archive.latest(documentId);
    if (latest.isPresent()) {
      ArchiveIndexing indexing = new ArchiveIndexing(archive, instance.index());
      indexing.replace(latest.get());
      indexing.commit();
    }
  }

  @Override
  public Status status() {
    Archive archive = instance.archive();
    try {
      return new Status(
          archive.documentIds().size(),
          indexing.queued(),
          archive.refusals().stream().limit(SHOWN).toList(),
          archive.removals(),
          log.last());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
