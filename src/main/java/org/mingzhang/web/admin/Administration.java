package org.mingzhang.web.admin;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.CollectionRun;
import org.mingzhang.archive.FrontierEntry;
import org.mingzhang.archive.IntakeEntry;
import org.mingzhang.archive.Provenance;
import org.mingzhang.archive.Removal;
import org.mingzhang.archive.SharedDossier;
import org.mingzhang.archive.SourceState;

/** What an administrator may do. Safe on many threads. */
public interface Administration {
  /**
   * Takes a file in and queues it to be read. When this returns the file and its place in the queue
   * are on the disk: it will be read, whatever happens to the process. Of files with the same
   * agency, year and category that are alike the later is a new version; names say nothing.
   *
   * @param name name of the file, any text; a folder in it is left out
   * @param replaces permalink id of the document that the file is a new version of, or null
   * @throws RefusedException if the file is too large, its name is none, or there is nothing to
   *     replace
   */
  Queued upload(String name, @Nullable String replaces, InputStream content)
      throws IOException, RefusedException;

  /**
   * A file in the queue.
   *
   * @param id place in the order of acceptance, by which {@link #entry} tells of it
   * @param name name it is kept under
   */
  record Queued(long id, String name) {}

  /** A file in the queue, or one that was; empty if none has this place. */
  Optional<IntakeEntry> entry(long id);

  /**
   * Queues the file of a document to be read again, with what the program has learnt since.
   *
   * @throws RefusedException if there is no such document or its file is gone
   */
  void readAgain(String documentId) throws RefusedException;

  /**
   * Takes a document out; its permalinks tell the reason.
   *
   * @throws RefusedException if there is no such document
   */
  void remove(String documentId, String reason) throws IOException, RefusedException;

  /**
   * Shows a document again.
   *
   * @throws RefusedException if it was not taken out
   */
  void putBack(String documentId) throws IOException, RefusedException;

  /** Shares a dossier by a read-only link. */
  SharedDossier share(String title, String json);

  /** Ends the link of a shared dossier; false where there was none. */
  boolean unshare(String id);

  /** The dossiers that are shared, the last first. */
  List<SharedDossier> shared();

  /** How things stand. */
  Status status();

  /** How collecting stands. */
  Collecting collecting();

  /** The sources as they are set. */
  SourceSettings sources() throws IOException;

  /** What a source can say, in the order of the form. */
  List<SourceKey> sourceKeys();

  /**
   * Something a source can say.
   *
   * @param name key in the file
   * @param list whether its value is a list
   * @param needed whether every source has it
   */
  record SourceKey(String name, boolean list, boolean needed) {}

  /**
   * Adds a source, or changes one.
   *
   * @param name the source that is changed, null for a new one
   * @param fields keys and values as the file of sources has them, lists one to a line
   * @param fingerprint the settings as they were shown
   * @throws RefusedException if they were changed since, or would not be in order
   */
  void putSource(@Nullable String name, Map<String, String> fields, String fingerprint)
      throws IOException, RefusedException;

  /**
   * Takes a source out; what it gave stays.
   *
   * @throws RefusedException if the settings were changed since, or there is no such source
   */
  void removeSource(String name, String fingerprint) throws IOException, RefusedException;

  /**
   * Sets whom sites can turn to.
   *
   * @throws RefusedException if the settings were changed since, or would not be in order
   */
  void setContact(String contact, String fingerprint) throws IOException, RefusedException;

  /**
   * Has a source visited soon, due or not.
   *
   * @throws RefusedException if sources are not visited by this process, or there is no such one
   */
  void visitSource(String name) throws IOException, RefusedException;

  /**
   * The sources as they are set.
   *
   * @param file name of the file they stand in
   * @param contact whom sites can turn to, or empty
   * @param fingerprint what tells this content of the file from others
   * @param entries keys and values of each source, lists one to a line
   */
  record SourceSettings(
      String file, String contact, String fingerprint, List<Map<String, String>> entries) {
    /** Copies the list. */
    public SourceSettings {
      entries = List.copyOf(entries);
    }
  }

  /** What of a source somebody should look at. */
  enum Attention {
    /** Its column could not be read, or no entry was found there. */
    NOTHING_FOUND,
    /** It gave nothing new for more than a year. */
    NOTHING_NEW
  }

  /**
   * How collecting stands.
   *
   * @param scheduled whether sources are visited by schedule
   * @param sources all sources
   * @param troubles addresses that were refused, failed or are gone, the latest first
   * @param gone documents that are no longer at their address, the latest first
   * @param fault what is wrong with the file of sources, or null
   */
  record Collecting(
      boolean scheduled,
      List<CollectedSource> sources,
      List<FrontierEntry> troubles,
      List<Provenance> gone,
      @Nullable String fault) {
    /** Copies the lists. */
    public Collecting {
      sources = List.copyOf(sources);
      troubles = List.copyOf(troubles);
      gone = List.copyOf(gone);
    }
  }

  /**
   * A source and its last run.
   *
   * @param name short name
   * @param title name for people
   * @param url its address
   * @param run its last run, or null
   * @param waiting addresses that wait
   * @param documents documents found in all
   * @param newest when the newest of them was first seen, or null
   * @param asking address that it is being asked for, or null
   * @param asked whether it is to be visited soon because somebody asked for it
   * @param attention what of it somebody should look at, or null
   */
  record CollectedSource(
      String name,
      String title,
      String url,
      @Nullable CollectionRun run,
      int waiting,
      long documents,
      @Nullable Instant newest,
      @Nullable String asking,
      boolean asked,
      @Nullable Attention attention) {}

  /**
   * How things stand.
   *
   * @param documents documents shown
   * @param queued files waiting to be read or being read
   * @param waiting the first of them
   * @param ended files sent or fetched that were read, the latest first
   * @param refusals files that could not be read
   * @param removals documents taken out
   * @param log the last lines of the log of what administrators did
   */
  record Status(
      long documents,
      int queued,
      List<IntakeEntry> waiting,
      List<IntakeEntry> ended,
      List<SourceState.Member> refusals,
      List<Removal> removals,
      List<String> log) {}

  /** What was asked for is not done; the message says why, for the one who asked. */
  final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    /** With an HTTP status. */
    public RefusedException(int status, String message) {
      super(message);
      this.status = status;
    }

    /** HTTP status: 400, 404, 409 or 413. */
    public int status() {
      return status;
    }

    /** Why. */
    public String reason() {
      return String.valueOf(getMessage());
    }
  }
}
