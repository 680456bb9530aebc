package org.mingzhang.indexing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.archive.NewVersion;
import org.mingzhang.archive.NotKeptException;
import org.mingzhang.archive.OfferedFile;
import org.mingzhang.archive.Origin;
import org.mingzhang.archive.Removal;
import org.mingzhang.archive.SourceState;

/** Brings what was read into the archive and the index, or tells why not. Used by one thread. */
final class ResultRecorder {
  private final Archive archive;
  private final ArchiveIndexing index;
  private final MemberSpool spool;
  private final Clock clock;
  private final PermalinkMinter minter = new PermalinkMinter();

  ResultRecorder(Archive archive, ArchiveIndexing index, MemberSpool spool, Clock clock) {
    this.archive = archive;
    this.index = index;
    this.spool = spool;
    this.clock = clock;
  }

  /**
   * Keeps what a file gave; returns what came of it.
   *
   * @throws NotKeptException if the file has changed since, and is to be read again
   */
  List<SourceState.Member> keep(FileReading reading, RunCounter tally) throws IOException {
    List<SourceState.Member> members = new ArrayList<>();
    if (reading.unchanged()) {
      tally.unchanged();
    }
    for (SourceState.Member known : reading.known()) {
      members.add(stillKept(reading.entry().offer(), known, tally));
    }
    for (DocumentReader.Result result : reading.results()) {
      members.add(
          switch (result) {
            case DocumentReader.Refused refused -> refuse(refused, tally);
            case DocumentReader.Read read -> keep(reading, read, tally);
          });
    }
    return members;
  }

  /** A file sent again whose document was taken out is refused, with the reason. */
  private SourceState.Member stillKept(
      OfferedFile offer, SourceState.Member known, RunCounter tally) {
    String id = known.documentId();
    Optional<Removal> removal =
        id == null || offer.origin() == Origin.FOLDER ? Optional.empty() : archive.removal(id);
    return removal.isPresent() ? refuse(takenOut(known.name(), removal.get()), tally) : known;
  }

  private static DocumentReader.Refused takenOut(String name, Removal removal) {
    return new DocumentReader.Refused(name, "REMOVED", "was taken out: " + removal.reason());
  }

  private static SourceState.Member refuse(DocumentReader.Refused refused, RunCounter tally) {
    tally.refused(refused);
    return new SourceState.Member(refused.file(), null, refused.reason(), refused.message());
  }

  private SourceState.Member keep(FileReading reading, DocumentReader.Read read, RunCounter tally)
      throws IOException {
    String identity = identity(reading.entry().offer().source(), read.file());
    String sha256 = read.disclosure().source().sha256();
    Optional<Path> member = spool.find(sha256);
    try {
      return keep(reading, read, identity, member.orElse(null), tally);
    } catch (NotKeptException e) {
      if (e.reason() == NotKeptException.Reason.CHANGED) {
        throw e;
      }
      String message = String.valueOf(e.getMessage());
      return refuse(new DocumentReader.Refused(read.file(), e.reason().name(), message), tally);
    } finally {
      spool.forget(sha256);
    }
  }

  private SourceState.Member keep(
      FileReading reading,
      DocumentReader.Read read,
      String identity,
      @Nullable Path member,
      RunCounter tally)
      throws IOException {
    String sha256 = read.disclosure().source().sha256();
    Optional<Removal> removal = archive.findRemoval(identity, sha256);
    if (removal.isPresent()) {
      return refuse(takenOut(read.file(), removal.get()), tally);
    }
    OfferedFile offer = reading.entry().offer();
    Optional<String> sameContent = archive.documentWithContent(sha256);
    if (sameContent.isPresent()
        && offer.replaces() == null
        && !archive.isIdentity(sameContent.get(), identity)) {
      tally.duplicate();
      return new SourceState.Member(read.file(), sameContent.get(), null, null);
    }
    boolean known = archive.isKnownSource(identity);
    ArchivedDisclosure kept = archive.store(candidate(reading, read, identity, member));
    index.replace(archive.latest(kept.id()).orElse(kept));
    tally.indexed(read.file(), kept.id(), known || kept.version().number() > 1);
    return new SourceState.Member(read.file(), kept.id(), null, null);
  }

  private NewVersion candidate(
      FileReading reading, DocumentReader.Read read, String identity, @Nullable Path member) {
    OfferedFile offer = reading.entry().offer();
    PermalinkMinter.Links links = minter.mint(read.disclosure());
    return new NewVersion(
        identity,
        links.documentId(),
        links.sectionIds(),
        read.disclosure(),
        reading.file(),
        member,
        offer.url(),
        DocumentReader.PARSER_VERSION,
        clock.instant(),
        reading.state() == null ? null : reading.state().sha256(),
        offer.origin() == Origin.UPLOAD,
        offer.replaces());
  }

  /** The source of the file, with the member where it is an archive. */
  private static String identity(String source, String name) {
    int member = name.indexOf("!/");
    return member < 0 ? source : source + name.substring(member);
  }
}
