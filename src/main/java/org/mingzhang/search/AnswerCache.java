package org.mingzhang.search;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answers last asked for, as long as the index does not change. Safe on many threads. */
public final class AnswerCache {
  private static final int MOST = 256;

  private final Map<Object, Object> answers =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
          return size() > MOST;
        }
      };

  /** The answer kept under a key, or null. */
  public synchronized <T> @Nullable T get(Object key, Class<T> type) {
    return type.cast(answers.get(key));
  }

  /** Keeps an answer. */
  public synchronized void put(Object key, Object answer) {
    answers.put(key, answer);
  }
}
