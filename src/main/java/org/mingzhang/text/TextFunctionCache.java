package org.mingzhang.text;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A function of texts that keeps some of its results. Use it for a slow function, such as matching
 * a list of patterns, that is called with the same few short texts again and again, such as titles
 * of columns. A result is dropped when the result of another text takes its slot. Thread-safe if
 * the function is.
 *
 * @param <R> type of the results, which must be immutable
 */
public final class TextFunctionCache<R> {
  /** Number of results that are kept, a power of two. */
  private static final int CAPACITY = 1 << 10;

  /** Maximum length of a text whose result is kept; longer ones seldom recur. */
  private static final int MAX_CACHED_TEXT_LENGTH = 40;

  private final Function<String, R> function;
  private final AtomicReferenceArray<@Nullable Entry<R>> entries =
      new AtomicReferenceArray<>(CAPACITY);

  private record Entry<R>(String text, R result) {}

  /**
   * Creates a function without known results.
   *
   * @param function depends on the text alone and never returns null
   */
  public TextFunctionCache(Function<String, R> function) {
    this.function = function;
  }

  /** The result for a text, computed unless it is cached. */
  public R getOrCompute(String text) {
    if (text.length() > MAX_CACHED_TEXT_LENGTH) {
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
