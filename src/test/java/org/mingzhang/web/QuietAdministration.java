package org.mingzhang.web;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.CollectionRun;
import org.mingzhang.archive.IntakeEntry;
import org.mingzhang.archive.Offer;
import org.mingzhang.archive.Provenance;
import org.mingzhang.archive.Removal;
import org.mingzhang.archive.Resource;
import org.mingzhang.archive.SharedDossier;
import org.mingzhang.archive.SourceState;
import org.mingzhang.web.admin.Administration;

/** An administration that does nothing and has one of everything to show. */
final class QuietAdministration implements Administration {
  @Override
  public Queued upload(String name, @Nullable String replaces, InputStream content) {
    return new Queued(1, name);
  }

  @Override
  public Optional<IntakeEntry> entry(long id) {
    return Optional.empty();
  }

  @Override
  public SharedDossier share(String title, String json) {
    return new SharedDossier("shared", title, json, Instant.EPOCH);
  }

  @Override
  public boolean unshare(String id) {
    return id.equals("shared");
  }

  @Override
  public List<SharedDossier> shared() {
    return List.of(new SharedDossier("shared", "样本卷宗", "{}", Instant.EPOCH));
  }

  @Override
  public void readAgain(String documentId) {}

  @Override
  public void remove(String documentId, String reason) {}

  @Override
  public void putBack(String documentId) {}

  @Override
  public Status status() {
    return new Status(
        9,
        1,
        List.of(entry(2, "等待.pdf", IntakeEntry.State.ACCEPTED, null)),
        List.of(entry(1, "样本.pdf", IntakeEntry.State.KEPT, "example")),
        List.of(new SourceState.Member("坏文件.pdf", null, "broken", "the file ends too early")),
        List.of(new Removal("example", Instant.EPOCH, "应发布单位要求")),
        List.of("2026-11-21T04:00:00Z upload 样本.pdf"));
  }

  @Override
  public Collecting collecting() {
    CollectionRun run =
        new CollectionRun(
            1,
            "sample",
            Instant.EPOCH,
            null,
            true,
            CollectionRun.State.OPEN,
            34,
            15,
            1,
            1,
            2,
            "the host asks to be left alone",
            null);
    Provenance gone =
        InventedDisclosures.provenance("http://www.example.gov.cn/gone.pdf", Instant.EPOCH);
    Resource refused =
        new Resource(
            1,
            "sample",
            Resource.Link.seed("http://www.example.gov.cn/<b>"),
            Resource.State.REFUSED,
            1,
            Instant.EPOCH,
            null,
            null,
            null,
            null,
            0,
            "robots.txt of the site does not allow it",
            null);
    return new Collecting(
        true,
        List.of(
            new CollectedSource("sample", "样本市财政局", "http://www.example.gov.cn/", run, 3, 15),
            new CollectedSource("new", "样本区", "http://www.example.gov.cn/b", null, 0, 0)),
        List.of(refused),
        List.of(gone));
  }

  private static IntakeEntry entry(
      long id, String name, IntakeEntry.State state, @Nullable String document) {
    Offer offer = Offer.ofUpload(name, "ff", null);
    return new IntakeEntry(id, offer, state, 1, Instant.EPOCH, document, null);
  }
}
