package org.mingzhang.archive;

import java.util.List;
import java.util.Optional;

/** The files that were read, with their results. Thread-safe. */
public final class SourceFileTable {
  private final Ledger ledger;

  SourceFileTable(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The recorded state of the file with a source key; empty if it was not read. */
  public Optional<SourceFileState> find(String sourceKey) {
    List<SourceFileState.Member> members =
        ledger.list(
            r ->
                new SourceFileState.Member(
                    r.getString(1), r.getString(2), r.getString(3), r.getString(4)),
            "SELECT name, document, reason, message FROM member WHERE source=? ORDER BY rowid",
            sourceKey);
    return ledger.queryFirst(
        r ->
            new SourceFileState(
                sourceKey,
                r.getLong(1),
                r.getLong(2),
                r.getString(3),
                r.getInt(4),
                String.valueOf(r.getString(5)),
                members),
        "SELECT bytes, modified, sha256, parser, COALESCE((SELECT stated FROM sidecar WHERE"
            + " sidecar.source=path), '') FROM source WHERE path=?",
        sourceKey);
  }

  /** Records the state of a file and of its members, replacing an earlier one. */
  public void record(SourceFileState state) {
    ledger.runInTransaction(
        () -> {
          ledger.update("DELETE FROM member WHERE source=?", state.sourceKey());
          ledger.update(
              "INSERT OR REPLACE INTO source VALUES (?,?,?,?,?)",
              state.sourceKey(),
              state.bytes(),
              state.modifiedMillis(),
              state.sha256(),
              state.parserVersion());
          ledger.update("DELETE FROM sidecar WHERE source=?", state.sourceKey());
          if (!state.sidecarFingerprint().isEmpty()) {
            ledger.update(
                "INSERT INTO sidecar VALUES (?,?)", state.sourceKey(), state.sidecarFingerprint());
          }
          for (SourceFileState.Member m : state.members()) {
            ledger.update(
                "INSERT OR REPLACE INTO member VALUES (?,?,?,?,?)",
                state.sourceKey(),
                m.name(),
                m.documentId(),
                m.reason(),
                m.message());
          }
        });
  }

  /** All files that were refused, with the reasons. */
  public List<SourceFileState.Member> refusedMembers() {
    return ledger.list(
        r -> new SourceFileState.Member(r.getString(1), null, r.getString(2), r.getString(3)),
        "SELECT name, reason, message FROM member WHERE document IS NULL ORDER BY name");
  }
}
