package org.mingzhang.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mingzhang.archive.CollectionRun;
import org.mingzhang.collect.CollectListener;

/** Knows which address each source is being asked for, and passes on what happens. */
final class CollectProgress implements CollectListener {
  private final CollectListener next;
  private final Map<String, String> asking;

  /**
   * A listener before another.
   *
   * @param asking the address by the name of the source, kept up to date; safe on many threads
   */
  CollectProgress(CollectListener next, ConcurrentHashMap<String, String> asking) {
    this.next = next;
    this.asking = asking;
  }

  @Override
  public void asking(String source, String url) {
    asking.put(source, url);
    next.asking(source, url);
  }

  @Override
  public void answered(String source, String url, int status) {
    next.answered(source, url, status);
  }

  @Override
  public void document(String source, String url, String label, boolean changed) {
    next.document(source, url, label, changed);
  }

  @Override
  public void refused(String source, String url, String reason) {
    next.refused(source, url, reason);
  }

  @Override
  public void gone(String source, String url, String reason) {
    next.gone(source, url, reason);
  }

  @Override
  public void ended(String source, CollectionRun run) {
    Optional<String> unused = Optional.ofNullable(asking.remove(source));
    next.ended(source, run);
  }
}
