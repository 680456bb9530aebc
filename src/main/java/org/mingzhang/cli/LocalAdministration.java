package org.mingzhang.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.archive.DocumentRemoval;
import org.mingzhang.archive.FileOrigin;
import org.mingzhang.archive.IngestEntry;
import org.mingzhang.archive.OfferedFile;
import org.mingzhang.archive.SharedDossier;
import org.mingzhang.indexing.ArchiveIndexer;
import org.mingzhang.web.admin.Administration;
import org.mingzhang.web.admin.AuditLog;

/** Administers the archive and index of this process. */
final class LocalAdministration implements Administration {
  private static final long MAX_UPLOAD_BYTES = 200L << 20;

  /** Maximum number of ended entries and of refused members in the status. */
  private static final int MAX_ENDED_SHOWN = 200;

  private static final int MAX_OPEN_SHOWN = 50;

  private final IndexedArchive indexedArchive;
  private final BackgroundIndexing indexing;
  private final AuditLog log;
  private final Clock clock;
  private final LocalSourceAdministration sources;

  LocalAdministration(
      IndexedArchive indexedArchive,
      BackgroundIndexing indexing,
      LocalSourceAdministration sources,
      AuditLog log,
      Clock clock) {
    this.sources = sources;
    this.indexedArchive = indexedArchive;
    this.indexing = indexing;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public QueuedFile upload(String name, @Nullable String replacedDocumentId, InputStream content)
      throws IOException, ActionRefusedException {
    String plain = UploadNameSanitizer.sanitize(name);
    if (replacedDocumentId != null) {
      requireDocument(replacedDocumentId);
    }
    Archive archive = indexedArchive.archive();
    try (SizeLimitedInputStream bounded = new SizeLimitedInputStream(content, MAX_UPLOAD_BYTES)) {
      if (bounded.isEmpty()) {
        throw new ActionRefusedException(400, "the file is empty");
      }
      String sha256 = archive.queue().storeContent(bounded);
      return enqueue(OfferedFile.ofUpload(plain, sha256, replacedDocumentId));
    } catch (SizeLimitedInputStream.TooLargeException e) {
      throw new ActionRefusedException(413, String.valueOf(e.getMessage()));
    }
  }

  private QueuedFile enqueue(OfferedFile offer) {
    long id = indexedArchive.archive().queue().accept(offer, clock.instant());
    indexing.startQueueRun();
    return new QueuedFile(id, offer.name());
  }

  private ArchivedDisclosure requireDocument(String documentId) throws ActionRefusedException {
    return indexedArchive
        .archive()
        .latest(documentId)
        .orElseThrow(() -> new ActionRefusedException(404, "there is no document " + documentId));
  }

  @Override
  public void queueForRereading(String documentId) throws ActionRefusedException {
    ArchivedDisclosure document = requireDocument(documentId);
    String source = withoutMember(document.version().source());
    String name = withoutMember(document.disclosure().source().file());
    String url = document.version().url();
    FileOrigin origin =
        OfferedFile.isUpload(source)
            ? FileOrigin.UPLOAD
            : source.equals(url) ? FileOrigin.ADDRESS : FileOrigin.FOLDER;
    if (origin == FileOrigin.FOLDER && Files.isRegularFile(Path.of(source))) {
      enqueue(OfferedFile.ofFile(Path.of(source), true));
      return;
    }
    String sha256 =
        indexedArchive
            .archive()
            .findOriginalHash(document.version())
            .orElseThrow(() -> new ActionRefusedException(409, "its original no longer exists"));
    enqueue(new OfferedFile(origin, source, name, sha256, url, null, true));
  }

  /**
   * The part of a file name or source before the member of an archive: {@code a.zip} of {@code
   * a.zip!/b.pdf}. Names without a member are returned unchanged.
   */
  private static String withoutMember(String name) {
    int member = name.indexOf("!/");
    return member < 0 ? name : name.substring(0, member);
  }

  @Override
  public SharedDossier shareDossier(String title, String json) {
    return indexedArchive.archive().dossiers().share(title, json, clock.instant());
  }

  @Override
  public boolean unshareDossier(String id) {
    return indexedArchive.archive().dossiers().endSharing(id);
  }

  @Override
  public List<SharedDossier> listSharedDossiers() {
    return indexedArchive.archive().dossiers().all();
  }

  @Override
  public Optional<IngestEntry> findEntry(long id) {
    return indexedArchive.archive().queue().findEntry(id);
  }

  @Override
  public void removeDocument(String documentId, String reason)
      throws IOException, ActionRefusedException {
    Archive archive = indexedArchive.archive();
    requireDocument(documentId);
    archive
        .removals()
        .remove(new DocumentRemoval(documentId, clock.instant(), reason.isBlank() ? "—" : reason));
    ArchiveIndexer indexing = new ArchiveIndexer(archive, indexedArchive.index());
    indexing.remove(documentId);
    indexing.commit();
  }

  @Override
  public void restoreDocument(String documentId) throws IOException, ActionRefusedException {
    Archive archive = indexedArchive.archive();
    if (archive.removals().find(documentId).isEmpty()) {
      throw new ActionRefusedException(404, documentId + " has not been removed");
    }
    archive.removals().restore(documentId);
    Optional<ArchivedDisclosure> latest = archive.latest(documentId);
    if (latest.isPresent()) {
      ArchiveIndexer indexing = new ArchiveIndexer(archive, indexedArchive.index());
      indexing.replace(latest.get());
      indexing.commit();
    }
  }

  @Override
  public Status status() {
    Archive archive = indexedArchive.archive();
    try {
      return new Status(
          archive.documentCount(),
          archive.queue().openCount(),
          archive.queue().openEntries(MAX_OPEN_SHOWN),
          archive.queue().endedEntries(MAX_ENDED_SHOWN),
          archive.sourceFiles().refusedMembers().stream().limit(MAX_ENDED_SHOWN).toList(),
          archive.removals().all(),
          log.readLast());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public CrawlStatus crawlStatus() {
    return sources.crawlStatus();
  }

  @Override
  public SourceSettings sources() throws IOException {
    return sources.readSettings();
  }

  @Override
  public List<SourceField> listSourceFields() {
    return org.mingzhang.collect.source.SourceSetting.ALL.stream()
        .map(key -> new SourceField(key.name(), key.isList(), key.required()))
        .toList();
  }

  @Override
  public void putSource(@Nullable String name, Map<String, String> fields, String fingerprint)
      throws IOException, ActionRefusedException {
    sources.put(name, fields, fingerprint);
  }

  @Override
  public void removeSource(String name, String fingerprint)
      throws IOException, ActionRefusedException {
    sources.remove(name, fingerprint);
  }

  @Override
  public void setContact(String contact, String fingerprint)
      throws IOException, ActionRefusedException {
    sources.setContact(contact, fingerprint);
  }

  @Override
  public void requestSourceRun(String name) throws IOException, ActionRefusedException {
    sources.requestRun(name);
  }
}
