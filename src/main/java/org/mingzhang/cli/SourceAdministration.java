package org.mingzhang.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.CollectionRun;
import org.mingzhang.archive.Frontier;
import org.mingzhang.archive.FrontierEntry;
import org.mingzhang.collect.source.SourceEdits;
import org.mingzhang.collect.source.SourceException;
import org.mingzhang.web.admin.Administration.Attention;
import org.mingzhang.web.admin.Administration.CollectedSource;
import org.mingzhang.web.admin.Administration.Collecting;
import org.mingzhang.web.admin.Administration.RefusedException;
import org.mingzhang.web.admin.Administration.SourceSettings;

/** The sources of this process as administrators see, change and visit them. */
final class SourceAdministration {
  private static final int SHOWN = 200;

  /** A column that is published once a year had something new within this time. */
  private static final Duration STALE = Duration.ofDays(400);

  private final CollectOptions options;
  private final Frontier frontier;
  private final @Nullable ScheduledCollection collection;
  private final Clock clock;

  SourceAdministration(
      CollectOptions options,
      Frontier frontier,
      @Nullable ScheduledCollection collection,
      Clock clock) {
    this.options = options;
    this.frontier = frontier;
    this.collection = collection;
    this.clock = clock;
  }

  Collecting collecting() {
    List<CollectedSource> sources;
    String fault = null;
    try {
      sources =
          options.isThere()
              ? options.list().sources().stream()
                  .map(s -> source(s.name(), s.title(), s.url().toString()))
                  .toList()
              : former();
    } catch (IOException e) {
      fault = e.getMessage();
      sources = former();
    }
    return new Collecting(
        collection != null, sources, frontier.troubles(SHOWN), frontier.gone(SHOWN), fault);
  }

  /** Sources that were visited; all there is where no file names any. */
  private List<CollectedSource> former() {
    return frontier.sources().stream()
        .map(name -> source(name, name, frontier.column(name).orElse("")))
        .toList();
  }

  private CollectedSource source(String name, String title, String url) {
    CollectionRun run = frontier.lastRun(name).orElse(null);
    Instant newest = frontier.newestDocument(name).orElse(null);
    return new CollectedSource(
        name,
        title,
        url,
        run,
        frontier.count(name, FrontierEntry.State.WAITING),
        frontier.documents(name),
        newest,
        collection == null ? null : collection.asking(name).orElse(null),
        collection != null && collection.isAsked(name),
        attention(run, newest));
  }

  private @Nullable Attention attention(@Nullable CollectionRun run, @Nullable Instant newest) {
    if (run != null && run.ended() != null && run.message() != null) {
      return Attention.NOTHING_FOUND;
    }
    boolean old = newest != null && newest.isBefore(clock.instant().minus(STALE));
    return old ? Attention.NOTHING_NEW : null;
  }

  SourceSettings settings() throws IOException {
    SourceEdits.Content shown = new SourceEdits(options.file()).read();
    return new SourceSettings(
        String.valueOf(options.file().getFileName()),
        shown.contact(),
        shown.fingerprint(),
        shown.entries());
  }

  /** A change of the file. */
  @FunctionalInterface
  private interface Change {
    void of(SourceEdits edits) throws IOException;
  }

  private void change(Change change) throws IOException, RefusedException {
    try {
      change.of(new SourceEdits(options.file()));
    } catch (SourceException e) {
      throw new RefusedException(409, String.valueOf(e.getMessage()));
    }
  }

  void put(@Nullable String name, Map<String, String> fields, String fingerprint)
      throws IOException, RefusedException {
    change(edits -> edits.put(name, fields, fingerprint));
  }

  void contact(String contact, String fingerprint) throws IOException, RefusedException {
    change(edits -> edits.setContact(contact, fingerprint));
  }

  void remove(String name, String fingerprint) throws IOException, RefusedException {
    change(edits -> edits.remove(name, fingerprint));
  }

  /** Has a source visited as soon as the run that is under way is over. */
  void visit(String name) throws IOException, RefusedException {
    if (collection == null) {
      throw new RefusedException(409, "sources are visited by serve --collect only");
    }
    Optional<?> known = options.isThere() ? options.list().find(name) : Optional.empty();
    if (known.isEmpty()) {
      throw new RefusedException(404, "there is no source " + name);
    }
    collection.visitSoon(name);
  }
}
