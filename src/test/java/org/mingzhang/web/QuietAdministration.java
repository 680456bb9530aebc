package org.mingzhang.web;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.IntakeEntry;
import org.mingzhang.archive.Offer;
import org.mingzhang.archive.Removal;
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

  private static IntakeEntry entry(
      long id, String name, IntakeEntry.State state, @Nullable String document) {
    Offer offer = Offer.ofUpload(name, "ff", null);
    return new IntakeEntry(id, offer, state, 1, Instant.EPOCH, document, null);
  }
}
