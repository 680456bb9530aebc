package org.mingzhang.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.mingzhang.collect.WebArchiveIntake;
import org.mingzhang.collect.warc.WebArchive;
import org.mingzhang.collect.warc.WebArchiveException;
import org.mingzhang.indexing.IndexingProgress;

/** Reads a web archive into archive and index, one content of each address after the other. */
final class WebArchiveImport {
  private final IndexedArchive instance;
  private final DataFolder data;
  private final Terminal terminal;

  WebArchiveImport(IndexedArchive instance, DataFolder data, Terminal terminal) {
    this.instance = instance;
    this.data = data;
    this.terminal = terminal;
  }

  /** Reads one; returns whether all of it could be read. What comes before a fault is kept. */
  boolean read(Path file) throws IOException, InterruptedException {
    boolean whole = true;
    try (WebArchive archive = WebArchive.open(file, data.answers())) {
      CollectPrinter printer = new CollectPrinter(terminal, () -> {});
      WebArchiveIntake intake = new WebArchiveIntake(instance.archive(), archive, printer);
      try {
        intake.survey();
      } catch (WebArchiveException e) {
        whole = told(e);
      }
      for (int generation = 0; generation < intake.generations(); generation++) {
        whole &= offered(intake, generation, whole);
        IndexingProgress end = instance.index(new ProgressPrinter(terminal));
        terminal.out().println(ProgressPrinter.summary(end));
        whole &= end.refused() == 0;
      }
    } catch (WebArchiveException e) {
      return told(e);
    }
    return whole;
  }

  /** A fault that the survey has told is not told again. */
  private boolean offered(WebArchiveIntake intake, int generation, boolean tell)
      throws IOException {
    try {
      int unused = intake.offer(generation);
      return true;
    } catch (WebArchiveException e) {
      return tell && told(e);
    }
  }

  private boolean told(WebArchiveException e) {
    terminal
        .err()
        .println("refused " + String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}", "?"));
    return false;
  }
}
