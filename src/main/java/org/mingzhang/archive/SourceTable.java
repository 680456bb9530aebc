package org.mingzhang.archive;

import java.util.List;
import java.util.Optional;

/** The ledger's tables of files that were read, and of their results. */
final class SourceTable {
  private final Ledger ledger;

  SourceTable(Ledger ledger) {
    this.ledger = ledger;
  }

  Optional<SourceState> find(String path) {
    List<SourceState.Member> members =
        ledger.list(
            r ->
                new SourceState.Member(
                    r.getString(1), r.getString(2), r.getString(3), r.getString(4)),
            "SELECT name, document, reason, message FROM member WHERE source=? ORDER BY rowid",
            path);
    return ledger.queryFirst(
        r ->
            new SourceState(path, r.getLong(1), r.getLong(2), r.getString(3), r.getInt(4), members),
        "SELECT bytes, modified, sha256, parser FROM source WHERE path=?",
        path);
  }

  /** Replaces the recorded state of a file and of its members. */
  void recordState(SourceState state) {
    ledger.runInTransaction(
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
        });
  }

  List<SourceState.Member> refusedMembers() {
    return ledger.list(
        r -> new SourceState.Member(r.getString(1), null, r.getString(2), r.getString(3)),
        "SELECT name, reason, message FROM member WHERE document IS NULL ORDER BY name");
  }
}
