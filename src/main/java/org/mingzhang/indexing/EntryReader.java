package org.mingzhang.indexing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.IntakeEntry;
import org.mingzhang.archive.IntakeQueue;
import org.mingzhang.archive.OfferedFile;
import org.mingzhang.archive.SourceState;
import org.mingzhang.text.Sha256;

/**
 * Reads accepted files: content of the archive under the name it came with, files of folders where
 * they lie. What is told of a file is told of one content: a file that changes while it is read is
 * read again, and refused when it goes on changing. Safe on many threads.
 */
final class EntryReader {
  private static final int MOST_READINGS = 3;

  private final Archive archive;
  private final DocumentReader reader;
  private final MemberSpool spool;
  private final Clock clock;

  EntryReader(Archive archive, DocumentReader reader, MemberSpool spool, Clock clock) {
    this.archive = archive;
    this.reader = reader;
    this.spool = spool;
    this.clock = clock;
  }

  /** Reads a file; a fault of the file is a refusal. */
  FileReading read(IntakeEntry entry) {
    if (IntakeQueue.isExhausted(entry)) {
      return FileReading.unreadable(
          entry,
          "GIVEN_UP",
          "the program ended " + entry.attempts() + " times while it was being read");
    }
    try {
      return entry.offer().sha256() == null ? readInPlace(entry) : readKept(entry);
    } catch (IOException e) {
      return FileReading.unreadable(entry, "UNREADABLE", "cannot be opened: " + reason(e));
    }
  }

  private static String reason(IOException fault) {
    String message = fault.getMessage();
    return message == null ? fault.getClass().getSimpleName() : message;
  }

  /** Whether a file need not be read: it looks as it did when it was. */
  boolean looksUnchanged(Path file) {
    Optional<SourceState> known = current(file.toString());
    try {
      if (known.isEmpty()) {
        return false;
      }
      FileStamp look = FileStamp.of(file);
      return known.get().bytes() == look.bytes()
          && known.get().modified() == look.modified().toMillis();
    } catch (IOException gone) {
      return false;
    }
  }

  private Optional<SourceState> current(String source) {
    return archive.source(source).filter(known -> known.parser() == DocumentReader.PARSER_VERSION);
  }

  private FileReading readKept(IntakeEntry entry) throws IOException {
    OfferedFile offer = entry.offer();
    Optional<Path> content = archive.queue().content(entry);
    if (content.isEmpty()) {
      return FileReading.unreadable(entry, "LOST", "its content is no longer in the archive");
    }
    Optional<SourceState> known = current(offer.source()).filter(k -> settled(k, offer));
    if (known.isPresent()) {
      return FileReading.unchanged(entry, content.get(), known.get());
    }
    Path file = spool.layOut(content.get(), entry.id(), offer.name());
    ColumnSidecar.lay(file, archive, offer.url());
    String sha256 = String.valueOf(offer.sha256());
    SourceState state =
        new SourceState(
            offer.source(), Files.size(file), 0, sha256, DocumentReader.PARSER_VERSION, List.of());
    return new FileReading(entry, file, state, results(file, offer.name()), List.of());
  }

  /** Whether the same content came to documents before, and nothing else is wanted of it. */
  private static boolean settled(SourceState known, OfferedFile offer) {
    return known.sha256().equals(offer.sha256())
        && !offer.reread()
        && offer.replaces() == null
        && known.members().stream().allMatch(member -> member.documentId() != null);
  }

  private FileReading readInPlace(IntakeEntry entry) throws IOException {
    OfferedFile offer = entry.offer();
    Path file = Path.of(offer.source());
    Optional<SourceState> known = offer.reread() ? Optional.empty() : current(offer.source());
    for (int i = 0; i < MOST_READINGS; i++) {
      FileStamp before = FileStamp.of(file);
      String sha256 = Sha256.of(file);
      SourceState state =
          new SourceState(
              offer.source(),
              before.bytes(),
              before.reliable(clock.millis()),
              sha256,
              DocumentReader.PARSER_VERSION,
              List.of());
      boolean same = known.isPresent() && known.get().sha256().equals(sha256);
      List<DocumentReader.Result> results = same ? List.of() : results(file, offer.name());
      if (before.equals(FileStamp.of(file)) && results.stream().allMatch(r -> isOf(r, sha256))) {
        return new FileReading(
            entry, file, state, results, same ? known.get().members() : List.of());
      }
    }
    return FileReading.unreadable(entry, "CHANGING", "it changes while it is being read");
  }

  /** Whether a result is of this content; of members of archives only the archive's is known. */
  private static boolean isOf(DocumentReader.Result result, String sha256) {
    return !(result instanceof DocumentReader.Read read)
        || read.file().contains("!/")
        || read.disclosure().source().sha256().equals(sha256);
  }

  /** What a reader says of a file; a fault of the reader is told as one of the file. */
  private List<DocumentReader.Result> results(Path file, String name) throws IOException {
    try {
      return reader.read(file);
    } catch (RuntimeException fault) {
      return List.of(new DocumentReader.Refused(name, "UNREADABLE", "the reader failed: " + fault));
    }
  }
}
