package org.mingzhang.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Disclosure;

/**
 * Keeps every original, every version of every document and every permalink given out.
 *
 * <p>Open it, {@link #store} what was read, look documents up by permalink, close it. One process
 * at a time writes; a second is told by an exception. What {@code store} returned is on the disk.
 * Safe on many threads.
 */
public final class Archive implements AutoCloseable {
  private final ObjectStore objects;
  private final RecordStore records;
  private final Ledger ledger;
  private final VersionTable versions;
  private final SourceTable sources;
  private final @Nullable FileChannel lock;

  private Archive(Path folder, Ledger ledger, @Nullable FileChannel lock) {
    this.objects = new ObjectStore(folder.resolve("objects"));
    this.records = new RecordStore(new ObjectStore(folder.resolve("records")));
    this.ledger = ledger;
    this.versions = new VersionTable(ledger);
    this.sources = new SourceTable(ledger);
    this.lock = lock;
  }

  /**
   * Opens an archive for reading and writing, creating it where there is none.
   *
   * @throws ArchiveException if another process has it open, or the folder cannot be written
   */
  public static Archive open(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new ArchiveException(
            "another process is using " + folder + "; stop it, or name another folder with --data");
      }
      return new Archive(folder, Ledger.open(folder.resolve("ledger.db")), channel);
    } catch (IOException e) {
      throw new ArchiveException("the archive " + folder + " cannot be opened: " + e, e);
    }
  }

  /**
   * Opens an archive beside a process that may be writing it. Nothing may be stored.
   *
   * @throws ArchiveException if there is no archive
   */
  public static Archive openReadOnly(Path folder) {
    Path database = folder.resolve("ledger.db");
    if (!Files.exists(database)) {
      throw new ArchiveException("there is no archive in " + folder);
    }
    return new Archive(folder, Ledger.open(database), null);
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException sameProcess) {
      return false;
    }
  }

  /** What is known of a file at this path. */
  public Optional<SourceState> source(String path) {
    return sources.find(path);
  }

  /** Notes what came of a file, replacing what was known of it. */
  public void note(SourceState state) {
    sources.note(state);
  }

  /** Every file that was refused, with the reason. */
  public List<SourceState.Member> refusals() {
    return sources.refusals();
  }

  /** The document that has a version of this content, if there is one. */
  public Optional<String> documentWithContent(String sha256) {
    return versions.documentWithContent(sha256);
  }

  /** Whether this path belongs to the document. */
  public boolean isIdentity(String documentId, String identity) {
    return versions.isAt(documentId, identity);
  }

  /** Whether a document was read from this path before. */
  public boolean knows(String identity) {
    return versions.documentAt(identity).isPresent();
  }

  /** SHA-256 of a file in lower-case hexadecimal. */
  public String fingerprint(Path file) throws IOException {
    return ObjectStore.fingerprint(file);
  }

  /** Permalink ids of all documents. */
  public List<String> documentIds() {
    return versions.documentIds();
  }

  /** Documents stored since their rows were last committed to the index. */
  public List<String> unindexed() {
    return versions.unindexed();
  }

  /** Notes that the rows of these documents are committed to the index. */
  public void markIndexed(Collection<String> documentIds) {
    versions.markIndexed(documentIds);
  }

  /** Versions of a document, oldest first; empty if there is no such document. */
  public List<Version> versions(String documentId) {
    return versions.of(documentId);
  }

  /** The latest versions stored, newest first. */
  public List<Version> changes(int most) {
    return versions.latestStored(most);
  }

  /** The newest version of a document. */
  public Optional<ArchivedDisclosure> latest(String documentId) {
    return versions.newest(documentId).map(records::read);
  }

  /** The version of a document whose content's fingerprint starts so. */
  public Optional<ArchivedDisclosure> version(String documentId, String sha256Prefix) {
    return versions.of(documentId).stream()
        .filter(v -> v.sha256().startsWith(sha256Prefix))
        .reduce((older, newer) -> newer)
        .map(records::read);
  }

  /** Where a section's permalink leads today; empty if it was never given out. */
  public Optional<Destination> resolve(String documentId, String slug) {
    return new Permalinks(ledger, versions).resolve(documentId, slug);
  }

  /** The original file of a version; for a member that was not kept, the archive it is in. */
  public Optional<Original> original(Version version) {
    return objects.has(version.sha256())
        ? Optional.of(new Original(objects.place(version.sha256()), false))
        : versions
            .container(version)
            .filter(objects::has)
            .map(container -> new Original(objects.place(container), true));
  }

  /**
   * Keeps a disclosure and its original. The same content of the same document replaces its record
   * (a better parser); other content becomes a new version.
   *
   * @throws ArchiveException if the disk is full or not writable; nothing is kept then
   */
  public ArchivedDisclosure store(NewVersion candidate) {
    if (lock == null) {
      throw new ArchiveException("the archive is open for reading only");
    }
    try {
      String container = objects.keep(candidate.original());
      Path member = candidate.member();
      if (member != null) {
        objects.keep(member);
      }
      String id = idOf(candidate);
      Version version = versionOf(id, candidate);
      Optional<ArchivedDisclosure> before = latest(id);
      ArchivedDisclosure archived =
          new ArchivedDisclosure(id, version, candidate.disclosure(), candidate.sectionIds());
      records.write(archived);
      ledger.transaction(
          () -> {
            versions.put(version, candidate.identity(), container, candidate.parser());
            new Permalinks(ledger, versions).carry(before.orElse(null), archived);
            return true;
          });
      return archived;
    } catch (IOException e) {
      throw new ArchiveException("the archive could not be written: " + e.getMessage(), e);
    }
  }

  private String idOf(NewVersion candidate) {
    return versions
        .documentAt(candidate.identity())
        .filter(id -> sameDisclosure(id, candidate.disclosure()))
        .orElseGet(() -> free(candidate));
  }

  /** A path may be used again for another year's file: that is another document, not a version. */
  private boolean sameDisclosure(String id, Disclosure offered) {
    return latest(id)
        .map(ArchivedDisclosure::disclosure)
        .map(kept -> agree(kept.metadata().year(), offered.metadata().year()))
        .orElse(true);
  }

  private static boolean agree(@Nullable Object one, @Nullable Object other) {
    return one == null || other == null || one.equals(other);
  }

  private String free(NewVersion candidate) {
    String wanted = candidate.proposedId();
    if (versions(wanted).isEmpty()) {
      return wanted;
    }
    String marked = wanted + "-" + candidate.disclosure().source().sha256().substring(0, 6);
    String id = marked;
    for (int n = 2; !versions(id).isEmpty(); n++) {
      id = marked + "-" + n;
    }
    return id;
  }

  private Version versionOf(String id, NewVersion candidate) {
    List<Version> before = versions(id);
    String sha256 = candidate.disclosure().source().sha256();
    return before.stream()
        .filter(v -> v.sha256().equals(sha256))
        .findFirst()
        .orElseGet(
            () ->
                new Version(
                    id,
                    before.size() + 1,
                    sha256,
                    candidate.seen(),
                    candidate.identity(),
                    candidate.url()));
  }

  /**
   * Compares every kept original with its fingerprint and every version with its record.
   *
   * @return one line for each fault; empty if all is well
   */
  public List<String> check() throws IOException {
    List<String> faults = new ArrayList<>();
    for (String name : objects.names()) {
      if (!objects.intact(name)) {
        faults.add("original " + name + " does not have the content it is named by");
      }
    }
    for (Version version : versions.all()) {
      String named = version.documentId() + " version " + version.number() + " is missing";
      if (original(version).isEmpty()) {
        faults.add("original of " + named);
      }
      if (!records.has(version)) {
        faults.add("record of " + named);
      }
    }
    return faults;
  }

  @Override
  public void close() {
    ledger.close();
    if (lock != null) {
      try {
        lock.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
