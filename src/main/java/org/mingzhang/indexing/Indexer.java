package org.mingzhang.indexing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.archive.NewVersion;
import org.mingzhang.archive.Removal;
import org.mingzhang.archive.SourceState;

/**
 * Brings files into the archive and the index: reads those whose content has changed, keeps them,
 * indexes them.
 *
 * <p>Files are read on several threads, kept and indexed on the calling one. A file is noted as
 * done only after its documents are committed, so that a run that was killed goes on where it
 * stopped. One run at a time.
 */
public final class Indexer {
  /** Documents indexed between two commits. */
  private static final int BATCH = 128;

  /** Files looked at to tell whether a run is a long one. */
  private static final int FORESIGHT = 1000;

  private final Archive archive;
  private final ArchiveIndexing index;
  private final DocumentReader reader;
  private final Clock clock;
  private final int threads;
  private final MemberSpool spool;
  private final PermalinkMinter minter = new PermalinkMinter();

  /**
   * An indexer over an open archive and index, which it leaves open.
   *
   * @param threads how many files are read at the same time
   * @param spool where the reader leaves members of archives
   */
  public Indexer(
      Archive archive,
      IndexStore index,
      DocumentReader reader,
      Clock clock,
      int threads,
      MemberSpool spool) {
    this.spool = spool;
    this.archive = archive;
    this.index = new ArchiveIndexing(archive, index);
    this.reader = reader;
    this.clock = clock;
    this.threads = threads;
  }

  /**
   * Looks at every file; returns what came of them. A file that cannot be read is told to the
   * listener and does not end the run.
   */
  public IndexingProgress run(List<Path> files, IndexingListener listener)
      throws IOException, InterruptedException {
    return run(files, false, listener);
  }

  /**
   * The same.
   *
   * @param again whether files are read also where nothing has changed since they were
   */
  public IndexingProgress run(List<Path> files, boolean again, IndexingListener listener)
      throws IOException, InterruptedException {
    Tally tally = new Tally(files.size(), listener);
    reader.expect((int) files.stream().limit(FORESIGHT).filter(f -> again || isNew(f)).count());
    List<SourceState> uncommitted = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      ExecutorCompletionService<FileReading> readings = new ExecutorCompletionService<>(pool);
      int submitted = 0;
      int taken = 0;
      while (taken < files.size()) {
        while (submitted < files.size() && submitted - taken < threads * 2) {
          readings.submit(reading(files.get(submitted++), again));
        }
        take(readings.take().get(), tally, uncommitted);
        taken++;
        if (uncommitted.size() >= BATCH || tally.readyForCommit()) {
          commit(uncommitted);
        }
      }
    } catch (ExecutionException e) {
      throw new IOException("reading failed: " + e.getCause(), e.getCause());
    } finally {
      commit(uncommitted);
    }
    return tally.progress();
  }

  private boolean isNew(Path file) {
    return archive
        .source(file.toString())
        .filter(known -> known.parser() == DocumentReader.PARSER_VERSION)
        .isEmpty();
  }

  private Callable<FileReading> reading(Path file, boolean again) {
    return () -> {
      String path = file.toString();
      Optional<SourceState> known = archive.source(path);
      try {
        long bytes = Files.size(file);
        long modified = Files.getLastModifiedTime(file).toMillis();
        boolean current =
            !again && known.isPresent() && known.get().parser() == DocumentReader.PARSER_VERSION;
        if (current && known.get().bytes() == bytes && known.get().modified() == modified) {
          return FileReading.unchanged(known.get());
        }
        String sha256 = archive.fingerprint(file);
        SourceState state =
            new SourceState(
                path, bytes, modified, sha256, DocumentReader.PARSER_VERSION, List.of());
        if (current && known.get().sha256().equals(sha256)) {
          return FileReading.unchanged(
              new SourceState(
                  path, bytes, modified, sha256, state.parser(), known.get().members()));
        }
        return FileReading.read(file, state, reader.read(file));
      } catch (IOException e) {
        return FileReading.unreadable(file, known, e);
      }
    };
  }

  private void take(FileReading reading, Tally tally, List<SourceState> uncommitted)
      throws IOException {
    List<SourceState.Member> members = new ArrayList<>();
    if (reading.unchanged()) {
      members.addAll(reading.state().members());
      tally.unchanged();
    }
    for (DocumentReader.Result result : reading.results()) {
      members.add(
          switch (result) {
            case DocumentReader.Refused refused -> refuse(refused, tally);
            case DocumentReader.Read read -> keep(reading, read, tally);
          });
    }
    SourceState s = reading.state();
    if (reading.worthNoting()) {
      uncommitted.add(
          new SourceState(s.path(), s.bytes(), s.modified(), s.sha256(), s.parser(), members));
    }
    tally.fileDone();
  }

  private SourceState.Member refuse(DocumentReader.Refused refused, Tally tally) {
    tally.refused(refused);
    return new SourceState.Member(refused.file(), null, refused.reason(), refused.message());
  }

  private SourceState.Member keep(FileReading reading, DocumentReader.Read read, Tally tally)
      throws IOException {
    String identity = identity(reading.state().path(), read.file());
    String sha256 = read.disclosure().source().sha256();
    Optional<Path> member = spool.find(sha256);
    try {
      return keep(reading, read, identity, member.orElse(null), tally);
    } finally {
      spool.forget(sha256);
    }
  }

  private SourceState.Member keep(
      FileReading reading,
      DocumentReader.Read read,
      String identity,
      @Nullable Path member,
      Tally tally)
      throws IOException {
    String sha256 = read.disclosure().source().sha256();
    Optional<Removal> removal = archive.removalConcerning(identity, sha256);
    if (removal.isPresent()) {
      String reason = "was taken out: " + removal.get().reason();
      return refuse(new DocumentReader.Refused(read.file(), "REMOVED", reason), tally);
    }
    Optional<String> sameContent = archive.documentWithContent(sha256);
    if (sameContent.isPresent() && !archive.isIdentity(sameContent.get(), identity)) {
      tally.duplicate();
      return new SourceState.Member(read.file(), sameContent.get(), null, null);
    }
    boolean known = archive.knows(identity);
    PermalinkMinter.Links links = minter.mint(read.disclosure());
    ArchivedDisclosure kept =
        archive.store(
            new NewVersion(
                identity,
                links.documentId(),
                links.sectionIds(),
                read.disclosure(),
                reading.file(),
                member,
                null,
                DocumentReader.PARSER_VERSION,
                clock.instant()));
    index.replace(kept);
    tally.indexed(read.file(), kept.id(), known);
    return new SourceState.Member(read.file(), kept.id(), null, null);
  }

  /** The path of the file, with the member where it is an archive. */
  private static String identity(String path, String name) {
    int member = name.indexOf("!/");
    return member < 0 ? path : path + name.substring(member);
  }

  private void commit(List<SourceState> uncommitted) throws IOException {
    index.commit();
    archive.markIndexed(
        uncommitted.stream()
            .flatMap(state -> state.members().stream())
            .map(SourceState.Member::documentId)
            .filter(Objects::nonNull)
            .toList());
    uncommitted.forEach(archive::note);
    uncommitted.clear();
  }
}
