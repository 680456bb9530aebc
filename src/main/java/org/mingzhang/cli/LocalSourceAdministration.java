package org.mingzhang.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.CrawlRun;
import org.mingzhang.archive.Frontier;
import org.mingzhang.archive.FrontierEntry;
import org.mingzhang.collect.source.SourceException;
import org.mingzhang.collect.source.SourceFileEditor;
import org.mingzhang.web.admin.Administration.ActionRefusedException;
import org.mingzhang.web.admin.Administration.CollectedSource;
import org.mingzhang.web.admin.Administration.CrawlStatus;
import org.mingzhang.web.admin.Administration.SourceCondition;
import org.mingzhang.web.admin.Administration.SourceSettings;

/**
 * Administers the sources of this process: status, edits of the file of sources, and requested
 * runs.
 */
final class LocalSourceAdministration {
  private static final int MAX_ADDRESSES = 200;

  /**
   * Time without a new document after which a source deserves attention; documents are published
   * every year.
   */
  private static final Duration STALE_AFTER = Duration.ofDays(400);

  private final CollectOptions options;
  private final Frontier frontier;
  private final @Nullable CrawlScheduler scheduler;
  private final Clock clock;

  LocalSourceAdministration(
      CollectOptions options, Frontier frontier, @Nullable CrawlScheduler scheduler, Clock clock) {
    this.options = options;
    this.frontier = frontier;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /**
   * The status of all sources. If the file of sources is invalid, it has the sources that were
   * collected earlier and the reason.
   */
  CrawlStatus crawlStatus() {
    List<CollectedSource> sources;
    String fault = null;
    try {
      sources =
          options.exists()
              ? options.read().sources().stream()
                  .map(s -> buildSource(s.name(), s.title(), s.url().toString()))
                  .toList()
              : findCollectedSources();
    } catch (IOException e) {
      fault = e.getMessage();
      sources = findCollectedSources();
    }
    return new CrawlStatus(
        scheduler != null,
        sources,
        frontier.unsuccessfulEntries(MAX_ADDRESSES),
        frontier.missingDocuments(MAX_ADDRESSES),
        fault);
  }

  /** Sources that were collected earlier; used when there is no valid file of sources. */
  private List<CollectedSource> findCollectedSources() {
    return frontier.sourceNames().stream()
        .map(name -> buildSource(name, name, frontier.findListPageAddress(name).orElse("")))
        .toList();
  }

  private CollectedSource buildSource(String name, String title, String url) {
    CrawlRun run = frontier.findLastRun(name).orElse(null);
    Instant newest = frontier.findNewestDocumentTime(name).orElse(null);
    return new CollectedSource(
        name,
        title,
        url,
        run,
        frontier.countInState(name, FrontierEntry.State.WAITING),
        frontier.documentCount(name),
        newest,
        scheduler == null ? null : scheduler.findCurrentAddress(name).orElse(null),
        scheduler != null && scheduler.isRequested(name),
        findCondition(run, newest));
  }

  /**
   * What deserves attention: the last run ended with a message, or no new document was found for
   * longer than {@link #STALE_AFTER}; otherwise null.
   */
  private @Nullable SourceCondition findCondition(
      @Nullable CrawlRun run, @Nullable Instant newestDocumentTime) {
    if (run != null && run.endedAt() != null && run.message() != null) {
      return SourceCondition.NOTHING_FOUND;
    }
    boolean old =
        newestDocumentTime != null
            && newestDocumentTime.isBefore(clock.instant().minus(STALE_AFTER));
    return old ? SourceCondition.NOTHING_NEW : null;
  }

  SourceSettings readSettings() throws IOException {
    SourceFileEditor.SourceFileContent sourceFileContent =
        new SourceFileEditor(options.sourcesFile()).read();
    return new SourceSettings(
        String.valueOf(options.sourcesFile().getFileName()),
        sourceFileContent.contact(),
        sourceFileContent.fingerprint(),
        sourceFileContent.entries());
  }

  @FunctionalInterface
  private interface SourceFileEdit {
    void apply(SourceFileEditor editor) throws IOException;
  }

  /** Edits the file of sources; a rejected edit becomes an {@link ActionRefusedException}. */
  private void applyEdit(SourceFileEdit sourceFileEdit) throws IOException, ActionRefusedException {
    try {
      sourceFileEdit.apply(new SourceFileEditor(options.sourcesFile()));
    } catch (SourceException e) {
      throw new ActionRefusedException(409, String.valueOf(e.getMessage()));
    }
  }

  void put(@Nullable String name, Map<String, String> fields, String fingerprint)
      throws IOException, ActionRefusedException {
    applyEdit(edits -> edits.put(name, fields, fingerprint));
  }

  void setContact(String contact, String fingerprint) throws IOException, ActionRefusedException {
    applyEdit(edits -> edits.setContact(contact, fingerprint));
  }

  void remove(String name, String fingerprint) throws IOException, ActionRefusedException {
    applyEdit(edits -> edits.remove(name, fingerprint));
  }

  /**
   * Requests a run of a source, which begins when the current run has ended.
   *
   * @throws ActionRefusedException if there is no scheduler, it is closed, or there is no such
   *     source
   * @throws IOException if the file of sources cannot be read or is invalid
   */
  void requestRun(String name) throws IOException, ActionRefusedException {
    if (scheduler == null) {
      throw new ActionRefusedException(409, "sources are collected by serve --collect only");
    }
    Optional<?> existing = options.exists() ? options.read().find(name) : Optional.empty();
    if (existing.isEmpty()) {
      throw new ActionRefusedException(404, "there is no source " + name);
    }
    if (!scheduler.requestRun(name)) {
      throw new ActionRefusedException(409, "the program is ending");
    }
  }
}
