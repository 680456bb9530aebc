package org.mingzhang.indexing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.IngestEntry;
import org.mingzhang.archive.IngestQueue;
import org.mingzhang.archive.OfferedFile;
import org.mingzhang.archive.SourceFileState;
import org.mingzhang.text.Sha256;

/**
 * Reads accepted files: stored content from the archive under its original name, files in
 * directories in place. All results of a file come from the same content: a file that changes while
 * it is read is read again, and refused if it keeps changing. Thread-safe.
 */
final class IngestEntryReader {
  private static final int MAX_ATTEMPTS = 3;

  private final Archive archive;
  private final DocumentReader reader;
  private final MemberSpool spool;
  private final Clock clock;
  private final SidecarStates sidecars = new SidecarStates();

  IngestEntryReader(Archive archive, DocumentReader reader, MemberSpool spool, Clock clock) {
    this.archive = archive;
    this.reader = reader;
    this.spool = spool;
    this.clock = clock;
  }

  /**
   * Reads a file. A file in a directory that cannot be opened is refused, since it is offered
   * again; an exception of the reader also becomes a refusal. Failures of the archive are thrown.
   *
   * @throws IOException if stored content could not be read, which counts as an attempt unless the
   *     spool cannot be written, or the reader is unavailable; the entry is to be read again
   */
  FileReadResult read(IngestEntry entry) throws IOException {
    if (IngestQueue.hasTooManyAttempts(entry)) {
      return FileReadResult.unreadable(
          entry,
          "GIVEN_UP",
          "its reading broke off " + entry.attempts() + " times without a result");
    }
    try {
      return entry.offer().sha256() == null ? readInPlace(entry) : readStored(entry);
    } catch (DocumentReader.ReaderUnavailableException e) {
      throw e;
    } catch (IOException e) {
      if (entry.offer().sha256() == null) {
        return FileReadResult.unreadable(
            entry, "UNREADABLE", "cannot be opened: " + refusalReason(e));
      }
      spool.checkWritable();
      archive.queue().putBackCountingAttempt(entry);
      throw new DocumentReader.ReaderUnavailableException(
          entry.offer().name() + " cannot be opened: " + refusalReason(e));
    }
  }

  private static String refusalReason(IOException fault) {
    String message = fault.getMessage();
    return message == null ? fault.getClass().getSimpleName() : message;
  }

  /** What the metadata files beside a file state at present. */
  SidecarStates.SidecarState readSidecar(Path file) {
    return sidecars.read(file);
  }

  /**
   * Whether the current parser has read a file, and its size, its modification time and what its
   * metadata files state are the same as at that reading; false if the file cannot be accessed.
   */
  boolean looksUnchanged(Path file, SidecarStates.SidecarState sidecar) {
    Optional<SourceFileState> existing = findStateOfCurrentParser(file.toString());
    try {
      if (existing.isEmpty()) {
        return false;
      }
      FileStamp look = FileStamp.read(file);
      return existing.get().bytes() == look.bytes()
          && existing.get().modifiedMillis() == look.modificationTime().toMillis()
          && existing.get().sidecarFingerprint().equals(sidecar.fingerprint());
    } catch (IOException gone) {
      return false;
    }
  }

  private Optional<SourceFileState> findStateOfCurrentParser(String source) {
    return archive
        .sourceFiles()
        .find(source)
        .filter(known -> known.parserVersion() == DocumentReader.PARSER_VERSION);
  }

  /** Reads stored content, once more if its file was deleted from a cache before it was opened. */
  private FileReadResult readStored(IngestEntry entry) throws IOException {
    try {
      return fetchAndReadStored(entry);
    } catch (NoSuchFileException deleted) {
      return fetchAndReadStored(entry);
    }
  }

  private FileReadResult fetchAndReadStored(IngestEntry entry) throws IOException {
    OfferedFile offer = entry.offer();
    Optional<Path> content = archive.queue().findContent(entry);
    if (content.isEmpty()) {
      return FileReadResult.unreadable(entry, "LOST", "its content is no longer in the archive");
    }
    Optional<SourceFileState> existing =
        findStateOfCurrentParser(offer.sourceKey()).filter(k -> canSkipReading(k, offer));
    if (existing.isPresent()) {
      return FileReadResult.unchanged(entry, content.get(), existing.get());
    }
    Path file = spool.stage(content.get(), entry.id(), offer.name());
    ProvenanceSidecarWriter.write(file, archive, offer.url());
    String sha256 = String.valueOf(offer.sha256());
    SourceFileState state =
        new SourceFileState(
            offer.sourceKey(),
            Files.size(file),
            0,
            sha256,
            DocumentReader.PARSER_VERSION,
            "",
            List.of());
    return new FileReadResult(entry, file, state, readFile(file, offer.name()), List.of());
  }

  /**
   * Whether a file need not be read: the same content was read before, all its documents were
   * stored, and the offer neither asks to read it again nor names a document to replace.
   */
  private static boolean canSkipReading(SourceFileState knownState, OfferedFile offer) {
    return knownState.sha256().equals(offer.sha256())
        && !offer.isReadIfUnchanged()
        && offer.replacedDocumentId() == null
        && knownState.members().stream().allMatch(member -> member.documentId() != null);
  }

  private FileReadResult readInPlace(IngestEntry entry) throws IOException {
    OfferedFile offer = entry.offer();
    Path file = Path.of(offer.sourceKey());
    Optional<SourceFileState> existing =
        offer.isReadIfUnchanged() ? Optional.empty() : findStateOfCurrentParser(offer.sourceKey());
    for (int i = 0; i < MAX_ATTEMPTS; i++) {
      FileStamp before = FileStamp.read(file);
      String sidecar = sidecars.read(file).fingerprint();
      String sha256 = Sha256.hash(file);
      SourceFileState state =
          new SourceFileState(
              offer.sourceKey(),
              before.bytes(),
              before.reliableModificationMillis(clock.millis()),
              sha256,
              DocumentReader.PARSER_VERSION,
              sidecar,
              List.of());
      boolean same =
          existing.isPresent()
              && existing.get().sha256().equals(sha256)
              && existing.get().sidecarFingerprint().equals(sidecar);
      List<DocumentReader.Result> results = same ? List.of() : readFile(file, offer.name());
      if (before.equals(FileStamp.read(file))
          && sidecar.equals(sidecars.read(file).fingerprint())
          && results.stream().allMatch(r -> hasContentHash(r, sha256))) {
        return new FileReadResult(
            entry, file, state, results, same ? existing.get().members() : List.of());
      }
    }
    return FileReadResult.unreadable(entry, "CHANGING", "it changes while it is being read");
  }

  /**
   * Whether a result is of this content; for members of archive files only the content of the
   * archive file is known, so they always pass.
   */
  private static boolean hasContentHash(DocumentReader.Result result, String sha256) {
    return !(result instanceof DocumentReader.SuccessfulReading read)
        || read.file().contains("!/")
        || read.disclosure().source().sha256().equals(sha256);
  }

  /** Reads a file; an exception of the reader becomes a refusal of the file. */
  private List<DocumentReader.Result> readFile(Path file, String name) throws IOException {
    try {
      return reader.read(file);
    } catch (RuntimeException fault) {
      return List.of(
          new DocumentReader.RefusedFile(name, "UNREADABLE", "the reader failed: " + fault));
    }
  }
}
