package org.mingzhang.cli;

import java.util.concurrent.ConcurrentMap;
import org.mingzhang.archive.CollectionRun;

/** A printer that also keeps the address that each source is fetching, for status pages. */
final class CollectProgress extends CollectPrinter {
  private final ConcurrentMap<String, String> current;

  /**
   * Creates a listener for a terminal.
   *
   * @param found run whenever a document waits to be read
   * @param current the address that is being fetched, by name of the source
   */
  CollectProgress(Terminal terminal, Runnable found, ConcurrentMap<String, String> current) {
    super(terminal, found);
    this.current = current;
  }

  @Override
  public void requesting(String source, String url) {
    current.put(source, url);
  }

  @Override
  public void ended(String source, CollectionRun run) {
    current.keySet().remove(source);
    super.ended(source, run);
  }
}
