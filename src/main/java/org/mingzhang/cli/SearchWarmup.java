package org.mingzhang.cli;

import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.mingzhang.analysis.Synonyms;
import org.mingzhang.archive.Archive;
import org.mingzhang.query.WordQueryFactory;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.region.Townships;
import org.mingzhang.search.SearchService;
import org.mingzhang.web.render.Templates;

/** Loads tables and warms up the search in the background. */
final class SearchWarmup {
  /**
   * Delay before the warm-up, so that it does not compete with the first page for the processors.
   */
  private static final long START_DELAY_NANOS = 2_000_000_000L;

  private SearchWarmup() {}

  /**
   * Loads the database driver, locales, gazetteer, dictionaries and templates on daemon threads;
   * returns at once.
   */
  static void preloadInBackground() {
    runInBackground("database", Archive::loadDatabase);
    // needed first by Jetty's table of media types
    runInBackground("locales", Locale::getAvailableLocales);
    runInBackground(
        "tables",
        () -> {
          Gazetteer.standard();
          new WordQueryFactory(Synonyms.standard()).segmentIntoWords("预算");
          Templates.preloadEngineTables();
        });
  }

  /** Loads gazetteer and townships on a daemon thread; returns at once. */
  static void loadGazetteer() {
    runInBackground("places", Townships::standard);
  }

  private static void runInBackground(String name, Runnable work) {
    Thread.ofPlatform().daemon().name(name).start(work);
  }

  /**
   * Warms up search and pages on a daemon thread, so that the program can end before the warm-up
   * does; returns at once. Failures are ignored.
   *
   * @param onReady run at the end, also after a failure
   */
  static void startWithDelay(SearchService search, PageWarmup warmup, Runnable onReady) {
    Thread.ofPlatform()
        .daemon()
        .name("warm")
        .uncaughtExceptionHandler((thread, closed) -> {})
        .start(
            () -> {
              try {
                LockSupport.parkNanos(START_DELAY_NANOS);
                search.warmUp();
                warmup.run();
              } finally {
                onReady.run();
              }
            });
  }
}
