package org.mingzhang.web;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.mingzhang.archive.Removal;
import org.mingzhang.archive.SourceState;
import org.mingzhang.web.admin.Administration;

/** An administration that does nothing and has one of everything to show. */
final class QuietAdministration implements Administration {
  @Override
  public String upload(String name, InputStream content) {
    return name;
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
        List.of(new SourceState.Member("坏文件.pdf", null, "broken", "the file ends too early")),
        List.of(new Removal("example", Instant.EPOCH, "应发布单位要求")),
        List.of("2026-11-21T04:00:00Z upload 样本.pdf"));
  }
}
