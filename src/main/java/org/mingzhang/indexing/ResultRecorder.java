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
import org.mingzhang.archive.DocumentRemoval;
import org.mingzhang.archive.FileOrigin;
import org.mingzhang.archive.NewVersion;
import org.mingzhang.archive.NotStoredException;
import org.mingzhang.archive.OfferedFile;
import org.mingzhang.archive.SourceFileState;

/** Stores and indexes the results of a file, or reports why not. Not thread-safe. */
final class ResultRecorder {
  private final Archive archive;
  private final ArchiveIndexer indexer;
  private final MemberSpool spool;
  private final Clock clock;
  private final PermalinkMinter minter = new PermalinkMinter();

  ResultRecorder(Archive archive, ArchiveIndexer indexer, MemberSpool spool, Clock clock) {
    this.archive = archive;
    this.indexer = indexer;
    this.spool = spool;
    this.clock = clock;
  }

  /**
   * Stores and indexes the results of a file and counts them, without committing the index; returns
   * one member per document. Members that were stored or refused are removed from the spool.
   *
   * @throws NotStoredException if the file has changed since and must be read again
   */
  List<SourceFileState.Member> record(FileReadResult readResult, IndexingRunProgress progress)
      throws IOException {
    List<SourceFileState.Member> members = new ArrayList<>();
    if (readResult.isUnchanged()) {
      progress.countUnchanged();
    }
    for (SourceFileState.Member known : readResult.previousMembers()) {
      members.add(confirmUnchanged(readResult.entry().offer(), known, progress));
    }
    for (DocumentReader.Result result : readResult.results()) {
      members.add(
          switch (result) {
            case DocumentReader.RefusedFile refusedFile -> countRefusal(refusedFile, progress);
            case DocumentReader.SuccessfulReading read -> record(readResult, read, progress);
          });
    }
    return members;
  }

  /**
   * Confirms the result of an unchanged file; an uploaded or fetched file whose document was
   * removed is refused with the reason.
   */
  private SourceFileState.Member confirmUnchanged(
      OfferedFile offer, SourceFileState.Member knownMember, IndexingRunProgress progress) {
    String id = knownMember.documentId();
    Optional<DocumentRemoval> removal =
        id == null || offer.origin() == FileOrigin.FOLDER
            ? Optional.empty()
            : archive.removals().find(id);
    return removal.isPresent()
        ? countRefusal(createRemovedRefusal(knownMember.name(), removal.get()), progress)
        : knownMember;
  }

  private static DocumentReader.RefusedFile createRemovedRefusal(
      String name, DocumentRemoval removal) {
    return new DocumentReader.RefusedFile(name, "REMOVED", "was taken out: " + removal.reason());
  }

  private static SourceFileState.Member countRefusal(
      DocumentReader.RefusedFile refusedFile, IndexingRunProgress progress) {
    progress.countRefused(refusedFile);
    return new SourceFileState.Member(
        refusedFile.file(), null, refusedFile.reason(), refusedFile.message());
  }

  private SourceFileState.Member record(
      FileReadResult result, DocumentReader.SuccessfulReading reading, IndexingRunProgress progress)
      throws IOException {
    String sourceKey = sourceKey(result.entry().offer().sourceKey(), reading.file());
    String sha256 = reading.disclosure().source().sha256();
    Optional<Path> member = spool.find(sha256);
    try {
      return record(result, reading, sourceKey, member.orElse(null), progress);
    } catch (NotStoredException e) {
      if (e.reason() == NotStoredException.Reason.CHANGED) {
        throw e;
      }
      String message = String.valueOf(e.getMessage());
      return countRefusal(
          new DocumentReader.RefusedFile(reading.file(), e.reason().name(), message), progress);
    } finally {
      spool.remove(sha256);
    }
  }

  private SourceFileState.Member record(
      FileReadResult result,
      DocumentReader.SuccessfulReading reading,
      String sourceKey,
      @Nullable Path member,
      IndexingRunProgress progress)
      throws IOException {
    String sha256 = reading.disclosure().source().sha256();
    Optional<DocumentRemoval> removal = archive.removals().findByPathOrContent(sourceKey, sha256);
    if (removal.isPresent()) {
      return countRefusal(createRemovedRefusal(reading.file(), removal.get()), progress);
    }
    OfferedFile offer = result.entry().offer();
    Optional<String> sameContent = archive.findDocumentWithContent(sha256);
    if (sameContent.isPresent()
        && offer.replacedDocumentId() == null
        && !archive.wasReadFrom(sameContent.get(), sourceKey)) {
      progress.countDuplicate();
      return new SourceFileState.Member(reading.file(), sameContent.get(), null, null);
    }
    List<String> knownIds = archive.documentIdsReadFrom(sourceKey);
    ArchivedDisclosure kept = archive.store(createNewVersion(result, reading, sourceKey, member));
    indexer.replace(archive.latest(kept.id()).orElse(kept));
    progress.countIndexed(
        reading.file(), kept.id(), knownIds.contains(kept.id()) || kept.version().number() > 1);
    return new SourceFileState.Member(reading.file(), kept.id(), null, null);
  }

  private NewVersion createNewVersion(
      FileReadResult result,
      DocumentReader.SuccessfulReading reading,
      String sourceKey,
      @Nullable Path member) {
    OfferedFile offer = result.entry().offer();
    PermalinkMinter.PermalinkIds permalinkIds = minter.createIds(reading.disclosure());
    return new NewVersion(
        sourceKey,
        permalinkIds.documentId(),
        permalinkIds.sectionIds(),
        reading.disclosure(),
        result.file(),
        member,
        offer.url(),
        DocumentReader.PARSER_VERSION,
        clock.instant(),
        result.state() == null ? null : result.state().sha256(),
        offer.origin() == FileOrigin.UPLOAD,
        offer.replacedDocumentId());
  }

  /** The source of a file, with the member if it is an archive file. */
  private static String sourceKey(String source, String name) {
    int member = name.indexOf("!/");
    return member < 0 ? source : source + name.substring(member);
  }
}
