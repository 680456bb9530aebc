package org.mingzhang.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Disclosure;
import org.mingzhang.record.DisclosureParser;
import org.mingzhang.record.DisclosureWriter;

/**
 * Keeps every original, every version of every document and every permalink given out.
 *
 * <p>Open it, {@link #store} what was read, look documents up by permalink, close it. One process
 * at a time writes; a second is told by an exception. What {@code store} returned is on the disk.
 * Safe on many threads.
 */
public final class Archive implements AutoCloseable {
  private static final String VERSION_COLUMNS =
      "SELECT document, number, sha256, first_seen, source, url FROM version ";

  private final ObjectStore objects;
  private final ObjectStore records;
  private final Ledger ledger;
  private final @Nullable FileChannel lock;
  private final DisclosureCache cache = new DisclosureCache(64);

  private Archive(Path folder, Ledger ledger, @Nullable FileChannel lock) {
    this.objects = new ObjectStore(folder.resolve("objects"));
    this.records = new ObjectStore(folder.resolve("records"));
    this.ledger = ledger;
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
    List<SourceState.Member> members =
        ledger.list(
            r ->
                new SourceState.Member(
                    r.getString(1), r.getString(2), r.getString(3), r.getString(4)),
            "SELECT name, document, reason, message FROM member WHERE source=? ORDER BY rowid",
            path);
    return ledger.first(
        r ->
            new SourceState(path, r.getLong(1), r.getLong(2), r.getString(3), r.getInt(4), members),
        "SELECT bytes, modified, sha256, parser FROM source WHERE path=?",
        path);
  }

  /** Notes what came of a file, replacing what was known of it. */
  public void note(SourceState state) {
    ledger.transaction(
        () -> {
          ledger.update("DELETE FROM member WHERE source=?", state.path());
          ledger.update(
              "INSERT OR REPLACE INTO source VALUES (?,?,?,?,?)",
              state.path(),
              state.bytes(),
              state.modified(),
              state.sha256(),
              state.parser());
          for (SourceState.Member m : state.members()) {
            ledger.update(
                "INSERT OR REPLACE INTO member VALUES (?,?,?,?,?)",
                state.path(),
                m.name(),
                m.documentId(),
                m.reason(),
                m.message());
          }
          return true;
        });
  }

  /** Every file that was refused, with the reason. */
  public List<SourceState.Member> refusals() {
    return ledger.list(
        r -> new SourceState.Member(r.getString(1), null, r.getString(2), r.getString(3)),
        "SELECT name, reason, message FROM member WHERE document IS NULL ORDER BY name");
  }

  /** The document that has a version of this content, if there is one. */
  public Optional<String> documentWithContent(String sha256) {
    return ledger.first(
        r -> r.getString(1), "SELECT document FROM version WHERE sha256=? LIMIT 1", sha256);
  }

  /** Whether this path belongs to the document. */
  public boolean isIdentity(String documentId, String identity) {
    return ledger
        .first(
            r -> r.getString(1),
            "SELECT id FROM document WHERE id=? AND identity=?",
            documentId,
            identity)
        .isPresent();
  }

  /** Whether a document was read from this path before. */
  public boolean knows(String identity) {
    return ledger
        .first(r -> r.getString(1), "SELECT id FROM document WHERE identity=? LIMIT 1", identity)
        .isPresent();
  }

  /** SHA-256 of a file in lower-case hexadecimal. */
  public String fingerprint(Path file) throws IOException {
    return ObjectStore.fingerprint(file);
  }

  /** Permalink ids of all documents. */
  public List<String> documentIds() {
    return ledger.list(r -> r.getString(1), "SELECT id FROM document ORDER BY id");
  }

  /** Versions of a document, oldest first; empty if there is no such document. */
  public List<Version> versions(String documentId) {
    return ledger.list(
        Archive::version, VERSION_COLUMNS + "WHERE document=? ORDER BY number", documentId);
  }

  /** The latest versions stored, newest first. */
  public List<Version> changes(int most) {
    return ledger.list(
        Archive::version, VERSION_COLUMNS + "ORDER BY first_seen DESC, rowid DESC LIMIT ?", most);
  }

  /** The newest version of a document. */
  public Optional<ArchivedDisclosure> latest(String documentId) {
    return ledger
        .first(
            Archive::version,
            VERSION_COLUMNS + "WHERE document=? ORDER BY number DESC LIMIT 1",
            documentId)
        .flatMap(this::read);
  }

  /** The version of a document whose content's fingerprint starts so. */
  public Optional<ArchivedDisclosure> version(String documentId, String sha256Prefix) {
    return versions(documentId).stream()
        .filter(v -> v.sha256().startsWith(sha256Prefix))
        .reduce((older, newer) -> newer)
        .flatMap(this::read);
  }

  /** Where a section's permalink leads today; empty if it was never given out. */
  public Optional<Destination> resolve(String documentId, String slug) {
    return new Permalinks(ledger).resolve(documentId, slug);
  }

  /** The original file of a version; for a member of an archive, the archive it is in. */
  public Optional<Path> original(Version version) {
    return ledger
        .first(
            r -> r.getString(1),
            "SELECT container FROM version WHERE document=? AND number=?",
            version.documentId(),
            version.number())
        .filter(objects::has)
        .map(objects::place);
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
      String id = idOf(candidate);
      Version version = versionOf(id, candidate);
      Optional<ArchivedDisclosure> before = latest(id);
      ArchivedDisclosure archived =
          new ArchivedDisclosure(id, version, candidate.disclosure(), candidate.sectionIds());
      records.write(recordName(version), out -> writeRecord(archived, new GZIPOutputStream(out)));
      ledger.transaction(
          () -> {
            ledger.update("INSERT OR IGNORE INTO document VALUES (?,?)", id, candidate.identity());
            ledger.update(
                "INSERT OR REPLACE INTO version VALUES (?,?,?,?,?,?,?,?)",
                id,
                version.number(),
                version.sha256(),
                container,
                version.firstSeen().toString(),
                version.source(),
                version.url(),
                candidate.parser());
            new Permalinks(ledger).carry(before.orElse(null), archived);
            return true;
          });
      cache.put(recordName(version), archived);
      return archived;
    } catch (IOException e) {
      throw new ArchiveException("the archive could not be written: " + e.getMessage(), e);
    }
  }

  private String idOf(NewVersion candidate) {
    Optional<String> known =
        ledger.first(
            r -> r.getString(1),
            "SELECT id FROM document WHERE identity=? ORDER BY rowid DESC LIMIT 1",
            candidate.identity());
    return known
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
    List<Version> versions = versions(id);
    String sha256 = candidate.disclosure().source().sha256();
    Optional<Version> same = versions.stream().filter(v -> v.sha256().equals(sha256)).findFirst();
    return same.orElseGet(
        () ->
            new Version(
                id,
                versions.size() + 1,
                sha256,
                candidate.seen(),
                candidate.identity(),
                candidate.url()));
  }

  private Optional<ArchivedDisclosure> read(Version version) {
    String name = recordName(version);
    ArchivedDisclosure cached = cache.get(name);
    if (cached != null) {
      return Optional.of(cached);
    }
    try (InputStream in = new GZIPInputStream(records.open(name), 1 << 16)) {
      DisclosureParser.Linked linked = new DisclosureParser().parseLinked(in);
      ArchivedDisclosure archived =
          new ArchivedDisclosure(
              version.documentId(), version, linked.disclosure(), linked.sectionIds());
      cache.put(name, archived);
      return Optional.of(archived);
    } catch (IOException e) {
      throw new UncheckedIOException("the record of " + version.documentId() + " is damaged", e);
    }
  }

  private static void writeRecord(ArchivedDisclosure archived, GZIPOutputStream out)
      throws IOException {
    new DisclosureWriter()
        .write(
            archived.disclosure(),
            new DisclosureWriter.Links(archived.id(), archived.sectionIds()),
            json -> {},
            false,
            out);
    out.finish();
  }

  private static String recordName(Version version) {
    return Fingerprint.of(version.documentId() + "#" + version.number());
  }

  private static Version version(ResultSet row) throws SQLException {
    return new Version(
        row.getString(1),
        row.getInt(2),
        row.getString(3),
        Instant.parse(row.getString(4)),
        row.getString(5),
        row.getString(6));
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
    for (Version version : ledger.list(Archive::version, VERSION_COLUMNS)) {
      if (original(version).isEmpty()) {
        faults.add(
            "original of " + version.documentId() + " version " + version.number() + " is missing");
      }
      if (!records.has(recordName(version))) {
        faults.add(
            "record of " + version.documentId() + " version " + version.number() + " is missing");
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
