package org.mingzhang.web.admin;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.CrawlRun;
import org.mingzhang.archive.DocumentRemoval;
import org.mingzhang.archive.FrontierEntry;
import org.mingzhang.archive.IngestEntry;
import org.mingzhang.archive.Provenance;
import org.mingzhang.archive.SharedDossier;
import org.mingzhang.archive.SourceFileState;

/** Actions of administrators. Safe on many threads. */
public interface Administration {
  /**
   * Accepts a file and queues it to be read. When the method returns, the file and its entry in the
   * queue are durable, so that it is read even if the process ends before that. If the file is
   * similar to a document of the same agency, year and category, it becomes a new version of that
   * document, whatever its name.
   *
   * @param name name of the file; folders in it are ignored
   * @param replacedDocumentId permalink id of the document that the file is a new version of, or
   *     null
   * @throws ActionRefusedException if the file is empty or too large, if its name is not valid, or
   *     if there is no document to replace
   */
  QueuedFile upload(String name, @Nullable String replacedDocumentId, InputStream content)
      throws IOException, ActionRefusedException;

  /**
   * A file that was accepted and waits to be read.
   *
   * @param id number of its entry, for {@link #findEntry}
   * @param name name under which it is stored
   */
  record QueuedFile(long id, String name) {}

  /**
   * The entry of the queue with a number, whether it is waiting or finished; empty if there is
   * none.
   */
  Optional<IngestEntry> findEntry(long id);

  /**
   * Queues the file of a document to be read again by the current version of the program.
   *
   * @throws ActionRefusedException if there is no such document or its file is gone
   */
  void queueForRereading(String documentId) throws ActionRefusedException;

  /**
   * Removes a document from the index and the pages. Its permalinks then answer 410 with the
   * reason.
   *
   * @param reason shown to readers; blank for none
   * @throws ActionRefusedException if there is no such document
   */
  void removeDocument(String documentId, String reason) throws IOException, ActionRefusedException;

  /**
   * Restores a removed document.
   *
   * @throws ActionRefusedException if it was not removed
   */
  void restoreDocument(String documentId) throws IOException, ActionRefusedException;

  /**
   * Shares a dossier by a read-only link.
   *
   * @param json the dossier in the format of dossier files
   */
  SharedDossier shareDossier(String title, String json);

  /** Ends the link of a shared dossier. Returns false if there was none. */
  boolean unshareDossier(String id);

  /** Shared dossiers, newest first. */
  List<SharedDossier> listSharedDossiers();

  /** State of the documents and of the queue. */
  Status status();

  /** State of the collection of documents. */
  CrawlStatus crawlStatus();

  /**
   * The settings of sources.
   *
   * @throws IOException if their file cannot be read or is invalid
   */
  SourceSettings sources() throws IOException;

  /** The keys of a source, in the order in which the form shows them. */
  List<SourceField> listSourceFields();

  /**
   * A key of a source in the file of sources.
   *
   * @param name the key
   * @param isList whether its value is a list
   * @param isRequired whether it is required
   */
  record SourceField(String name, boolean isList, boolean isRequired) {}

  /**
   * Adds or changes a source.
   *
   * @param name the source to change, or null to add one
   * @param fields values by key, with one item per line for lists
   * @param fingerprint fingerprint of the settings that were shown
   * @throws ActionRefusedException if the settings were changed since, or would become invalid
   */
  void putSource(@Nullable String name, Map<String, String> fields, String fingerprint)
      throws IOException, ActionRefusedException;

  /**
   * Removes a source. Its documents are kept.
   *
   * @throws ActionRefusedException if the settings have changed since the fingerprint was computed,
   *     or there is no such source
   */
  void removeSource(String name, String fingerprint) throws IOException, ActionRefusedException;

  /**
   * Sets the contact address that the crawler states in its requests.
   *
   * @throws ActionRefusedException if the settings were changed since, or would become invalid
   */
  void setContact(String contact, String fingerprint) throws IOException, ActionRefusedException;

  /**
   * Schedules an immediate visit of a source.
   *
   * @throws ActionRefusedException if this process does not visit sources, or there is no such
   *     source
   */
  void requestSourceRun(String name) throws IOException, ActionRefusedException;

  /**
   * The settings of sources.
   *
   * @param fileName name of the file of sources
   * @param contact contact address that the crawler states in its requests, or empty
   * @param fingerprint hash of the file's content
   * @param entries values of each source by key, with one item per line for lists
   */
  record SourceSettings(
      String fileName, String contact, String fingerprint, List<Map<String, String>> entries) {
    /** Makes an immutable copy of the list. */
    public SourceSettings {
      entries = List.copyOf(entries);
    }
  }

  /** Conditions of a source that an administrator should look at. */
  enum SourceCondition {
    /** The site section of the source could not be read, or had no entries. */
    NOTHING_FOUND,
    /** The source had nothing new for more than a year. */
    NOTHING_NEW
  }

  /**
   * State of the collection of documents.
   *
   * @param isScheduled whether this process visits sources by schedule
   * @param sources all sources
   * @param failures addresses that were refused, failed or are gone, newest first
   * @param goneDocuments documents that are no longer at their address, newest first
   * @param fault error in the file of sources, or null
   */
  record CrawlStatus(
      boolean isScheduled,
      List<CollectedSource> sources,
      List<FrontierEntry> failures,
      List<Provenance> goneDocuments,
      @Nullable String fault) {
    /** Makes an immutable copy of the lists. */
    public CrawlStatus {
      sources = List.copyOf(sources);
      failures = List.copyOf(failures);
      goneDocuments = List.copyOf(goneDocuments);
    }
  }

  /**
   * A source and its last run.
   *
   * @param name short name
   * @param title name for display
   * @param url its address
   * @param run its last run, or null
   * @param waitingCount number of waiting addresses
   * @param documents total number of documents found
   * @param newestSeenAt when the newest of them was first seen, or null
   * @param fetchedAddress address that is being fetched from it, or null
   * @param runRequested whether an immediate visit is scheduled
   * @param attention condition to look at, or null
   */
  record CollectedSource(
      String name,
      String title,
      String url,
      @Nullable CrawlRun run,
      int waitingCount,
      long documents,
      @Nullable Instant newestSeenAt,
      @Nullable String fetchedAddress,
      boolean runRequested,
      @Nullable SourceCondition attention) {}

  /**
   * State of the documents and of the queue. Lists other than {@code removals} are limited.
   *
   * @param documents number of visible documents
   * @param queued number of files waiting or being read
   * @param waitingEntries the first files of the queue
   * @param endedEntries uploaded or fetched files that were read, newest first
   * @param refusals files that could not be read
   * @param removals removed documents, newest first
   * @param log last lines of the log of actions, newest first
   */
  record Status(
      long documents,
      int queued,
      List<IngestEntry> waitingEntries,
      List<IngestEntry> endedEntries,
      List<SourceFileState.Member> refusals,
      List<DocumentRemoval> removals,
      List<String> log) {}

  /** Thrown if an action is refused. The message gives the administrator the reason. */
  final class ActionRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    /** Creates the exception with an HTTP status. */
    public ActionRefusedException(int status, String message) {
      super(message);
      this.status = status;
    }

    /** HTTP status: 400, 404, 409 or 413. */
    public int status() {
      return status;
    }

    /** Why the action was refused. */
    public String reason() {
      return String.valueOf(getMessage());
    }
  }
}
