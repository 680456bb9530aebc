package org.mingzhang.text;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A function of texts that keeps its last results, for one that is asked for the same few short
 * texts again and again, such as titles of columns, and that takes long, such as matching a list of
 * patterns. Thread-safe if the function is.
 *
 * @param <R> type of the results, which must be immutable
 */
public final class RecentResults<R> {
  /** Number of results that are kept, a power of two. */
  private static final int CAPACITY = 1 << 10;

  /** Maximum length of a text whose result is kept; longer ones seldom recur. */
  private static final int MAX_LENGTH = 40;

  private final Function<String, R> function;
  private final AtomicReferenceArray<@Nullable Entry<R>> entries =
      new AtomicReferenceArray<>(CAPACITY);

  private record Entry<R>(String text, R result) {}

  /**
   * Creates a function without known results.
   *
   * @param function depends on the text alone and never returns null
   */
  public RecentResults(Function<String, R> function) {
    this.function = function;
  }

  /** The result for a text; it is computed unless it is still known. */
  public R get(String text) {
    if (text.length() > MAX_LENGTH) {
      return function.apply(text);
    }
    int hash = text.hashCode();
    int slot = (hash ^ (hash >>> 16)) & (CAPACITY - 1);
    Entry<R> known = entries.get(slot);
    if (known == null || !known.text().equals(text)) {
      known = new Entry<>(text, function.apply(text));
      entries.set(slot, known);
    }
    return known.result();
  }
}
