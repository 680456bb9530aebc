package org.mingzhang.search;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands over all rows of a search a portion at a time: each portion is one pass over the rows that
 * the words find, behind the cursor of the last one, so that memory does not grow with the hits.
 * Used by one thread, once.
 */
final class RowStream {
  /** Rows of a portion, some 40 bytes each while they are gathered. */
  static final int PORTION = 20_000;

  private final Snapshot snapshot;
  private final SearchRun run;
  private final Consumer<ExportRow> consumer;
  private final int portion;
  private boolean matched;

  RowStream(Snapshot snapshot, SearchRun run, Consumer<ExportRow> consumer) {
    this(snapshot, run, consumer, PORTION);
  }

  RowStream(Snapshot snapshot, SearchRun run, Consumer<ExportRow> consumer, int portion) {
    this.snapshot = snapshot;
    this.run = run;
    this.consumer = consumer;
    this.portion = portion;
  }

  /** Hands over all rows; answers whether any row has the words. */
  boolean run() throws IOException {
    HitReader reader = run.plainHits();
    RankedRow last = null;
    do {
      last = next(reader, last == null ? null : Cursor.of(last));
    } while (last != null);
    return matched;
  }

  /** Hands over one portion; answers the row that the next one follows, or null at the end. */
  private @Nullable RankedRow next(HitReader reader, @Nullable Cursor after) throws IOException {
    TopRows rows = new TopRows(portion, after);
    matched |= run.collect(run.query(), List.of(), rows, snapshot.searcher()).matched() > 0;
    for (RankedRow row : rows.page()) {
      consumer.accept(reader.export(row.doc()));
    }
    return rows.last();
  }
}
