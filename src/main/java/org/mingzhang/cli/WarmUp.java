package org.mingzhang.cli;

import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.mingzhang.analysis.Synonyms;
import org.mingzhang.archive.Archive;
import org.mingzhang.query.WordQueries;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.search.SearchService;
import org.mingzhang.web.render.Templates;

/** Makes ready in the background what a reader would otherwise wait for. */
final class WarmUp {
  /** Time the first page has for itself. */
  private static final long FIRST_PAGE_NANOS = 2_000_000_000L;

  private WarmUp() {}

  /**
   * Loads the archive's database, the tables of places and words and those of the templates while
   * the command line is read and the rest of the program is being put together.
   */
  static void tables() {
    inBackground("database", Archive::loadDatabase);
    // what Jetty's table of media types begins with
    inBackground("locales", Locale::getAvailableLocales);
    inBackground(
        "tables",
        () -> {
          Gazetteer.standard();
          new WordQueries(Synonyms.standard()).words("预算");
          Templates.loadTables();
        });
  }

  /** Loads the gazetteer while the detector of media types is being made. */
  static void places() {
    inBackground("places", Gazetteer::standard);
  }

  private static void inBackground(String name, Runnable work) {
    Thread.ofPlatform().daemon().name(name).start(work);
  }

  /**
   * Begins, on a thread of its own; that the program ends meanwhile is no fault.
   *
   * @param ready told when it is done
   */
  static void behindFirstPage(SearchService search, WarmupCrawler visits, Runnable ready) {
    Thread.ofPlatform()
        .daemon()
        .name("warm")
        .uncaughtExceptionHandler((thread, closed) -> {})
        .start(
            () -> {
              try {
                LockSupport.parkNanos(FIRST_PAGE_NANOS);
                search.warm();
                visits.run();
              } finally {
                ready.run();
              }
            });
  }
}
