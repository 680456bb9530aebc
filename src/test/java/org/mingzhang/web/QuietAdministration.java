package org.mingzhang.web;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.CrawlRun;
import org.mingzhang.archive.DocumentRemoval;
import org.mingzhang.archive.FrontierEntry;
import org.mingzhang.archive.IngestEntry;
import org.mingzhang.archive.OfferedFile;
import org.mingzhang.archive.Provenance;
import org.mingzhang.archive.SharedDossier;
import org.mingzhang.archive.SourceFileState;
import org.mingzhang.web.admin.Administration;

/** An administration that does nothing and has one of everything to show. */
final class QuietAdministration implements Administration {
  @Override
  public QueuedFile upload(String name, @Nullable String replaces, InputStream content) {
    return new QueuedFile(1, name);
  }

  @Override
  public Optional<IngestEntry> findEntry(long id) {
    return Optional.empty();
  }

  @Override
  public SharedDossier shareDossier(String title, String json) {
    return new SharedDossier("shared", title, json, Instant.EPOCH);
  }

  @Override
  public boolean unshareDossier(String id) {
    return id.equals("shared");
  }

  @Override
  public List<SharedDossier> listSharedDossiers() {
    return List.of(new SharedDossier("shared", "样本卷宗", "{}", Instant.EPOCH));
  }

  @Override
  public void queueForRereading(String documentId) {}

  @Override
  public void removeDocument(String documentId, String reason) {}

  @Override
  public void restoreDocument(String documentId) {}

  @Override
  public Status status() {
    return new Status(
        9,
        1,
        List.of(entry(2, "等待.pdf", IngestEntry.IngestState.ACCEPTED, null)),
        List.of(entry(1, "样本.pdf", IngestEntry.IngestState.KEPT, "example")),
        List.of(new SourceFileState.Member("坏文件.pdf", null, "broken", "the file ends too early")),
        List.of(new DocumentRemoval("example", Instant.EPOCH, "应发布单位要求")),
        List.of("2026-11-21T04:00:00Z upload 样本.pdf"));
  }

  @Override
  public CrawlStatus crawlStatus() {
    CrawlRun run =
        new CrawlRun(
            1,
            "sample",
            Instant.EPOCH,
            null,
            true,
            CrawlRun.State.OPEN,
            34,
            15,
            1,
            1,
            2,
            "the host asks to be left alone until 2026-03-02T01:00:00Z",
            null);
    Provenance gone =
        InventedDisclosures.provenance("http://www.example.gov.cn/gone.pdf", Instant.EPOCH);
    FrontierEntry refused =
        new FrontierEntry(
            1,
            "sample",
            FrontierEntry.Link.seed("http://www.example.gov.cn/<b>"),
            FrontierEntry.State.REFUSED,
            1,
            Instant.EPOCH,
            null,
            null,
            null,
            null,
            0,
            "robots.txt of the site does not allow it",
            null);
    return new CrawlStatus(
        true,
        List.of(
            new CollectedSource(
                "sample",
                "样本市财政局",
                "http://www.example.gov.cn/",
                run,
                3,
                15,
                Instant.EPOCH,
                "http://www.example.gov.cn/index_2.html",
                true,
                SourceCondition.NOTHING_NEW),
            new CollectedSource(
                "new", "样本区", "http://www.example.gov.cn/b", null, 0, 0, null, null, false, null)),
        List.of(refused),
        List.of(gone),
        null);
  }

  /** What was asked for, in words. */
  final List<String> deeds = new CopyOnWriteArrayList<>();

  @Override
  public SourceSettings sources() {
    return new SourceSettings(
        "sources.yaml",
        "mailto:desk@example.org",
        "ff",
        List.of(
            Map.of(
                "name", "sample", "url", "http://www.example.gov.cn/", "hosts", "a.test\nb.test")));
  }

  @Override
  public List<SourceField> listSourceFields() {
    return List.of(
        new SourceField("name", false, true),
        new SourceField("url", false, true),
        new SourceField("hosts", true, false));
  }

  @Override
  public void putSource(@Nullable String name, Map<String, String> fields, String fingerprint)
      throws ActionRefusedException {
    if (!fields.getOrDefault("url", "").startsWith("http")) {
      throw new ActionRefusedException(
          409, "sources.yaml, line 3: url: no address of http or https");
    }
    deeds.add("put " + name + " " + fields.get("url") + " " + fingerprint);
  }

  @Override
  public void removeSource(String name, String fingerprint) {
    deeds.add("remove " + name + " " + fingerprint);
  }

  @Override
  public void setContact(String contact, String fingerprint) {
    deeds.add("contact " + contact + " " + fingerprint);
  }

  @Override
  public void requestSourceRun(String name) {
    deeds.add("visit " + name);
  }

  private static IngestEntry entry(
      long id, String name, IngestEntry.IngestState state, @Nullable String document) {
    OfferedFile offer = OfferedFile.ofUpload(name, "ff", null);
    return new IngestEntry(id, offer, state, 1, Instant.EPOCH, document, null);
  }
}
