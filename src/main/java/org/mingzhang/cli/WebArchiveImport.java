package org.mingzhang.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.mingzhang.collect.WebArchiveIngester;
import org.mingzhang.collect.warc.WebArchive;
import org.mingzhang.collect.warc.WebArchiveException;
import org.mingzhang.indexing.IndexingProgress;

/**
 * Imports web archives (WARC, WACZ). If an archive has several contents of an address, they become
 * versions in their order.
 */
final class WebArchiveImport {
  private final IndexedArchive indexedArchive;
  private final DataFolder data;
  private final Terminal terminal;

  WebArchiveImport(IndexedArchive indexedArchive, DataFolder data, Terminal terminal) {
    this.indexedArchive = indexedArchive;
    this.data = data;
    this.terminal = terminal;
  }

  /**
   * Imports a file and prints what was refused or left out. If the file cannot be read to its end,
   * the documents read before are kept.
   *
   * @return whether the file was read completely, without leaving out records, and no document was
   *     refused
   */
  boolean run(Path file) throws IOException, InterruptedException {
    boolean whole = true;
    try (WebArchive archive = WebArchive.open(file, data.responseTempFolder())) {
      CrawlProgressPrinter printer = new CrawlProgressPrinter(terminal, () -> {});
      WebArchiveIngester ingester =
          new WebArchiveIngester(indexedArchive.archive(), archive, printer);
      boolean readable = true;
      try {
        ingester.surveyArchive();
      } catch (WebArchiveException e) {
        readable = false;
        whole = printRefusal(e);
      }
      if (ingester.skippedCount() > 0) {
        whole = false;
        terminal
            .err()
            .println(
                Terminal.replaceControls(archive.name())
                    + ": "
                    + ingester.skippedCount()
                    + " records left out, named above");
      }
      for (int generation = 0; generation < ingester.prepareAndCountGenerations(); generation++) {
        whole &= queueGeneration(ingester, generation, readable);
        IndexingProgress end = indexedArchive.index(new ProgressPrinter(terminal));
        terminal.out().println(ProgressPrinter.formatSummary(end));
        whole &= end.refusedCount() == 0;
      }
    } catch (WebArchiveException e) {
      return printRefusal(e);
    }
    return whole;
  }

  /**
   * Queues the documents of a generation; returns whether that succeeded.
   *
   * @param generation 0 for the oldest content of each address
   * @param printsFault whether to print a fault; false if the survey has printed one
   */
  private boolean queueGeneration(WebArchiveIngester ingester, int generation, boolean printsFault)
      throws IOException {
    try {
      int unused = ingester.queueDocumentsOfGeneration(generation);
      return true;
    } catch (WebArchiveException e) {
      return printsFault && printRefusal(e);
    }
  }

  private boolean printRefusal(WebArchiveException e) {
    terminal.printError("refused " + e.getMessage());
    return false;
  }
}
