package org.mingzhang.archive;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The disclosures used last, so that a reader who turns pages does not wait for each to be parsed.
 * Safe on many threads.
 */
final class DisclosureCache {
  private final Map<String, ArchivedDisclosure> recent;

  DisclosureCache(int most) {
    recent =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, ArchivedDisclosure> eldest) {
            return size() > most;
          }
        };
  }

  synchronized @Nullable ArchivedDisclosure get(String name) {
    return recent.get(name);
  }

  synchronized void remove(String name) {
    recent.remove(name);
  }

  synchronized void put(String name, ArchivedDisclosure disclosure) {
    recent.put(name, disclosure);
  }
}
