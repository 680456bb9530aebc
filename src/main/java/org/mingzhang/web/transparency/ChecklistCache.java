package org.mingzhang.web.transparency;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.transparency.DisclosureChecklist;
import org.mingzhang.web.lookup.DocumentLookup;

/** Cache of the checklists of documents. Thread-safe. */
final class ChecklistCache {
  private static final int MAX_ENTRIES = 5_000;

  private final DocumentLookup lookup;
  private final Cache<String, DisclosureChecklist> cache =
      Caffeine.newBuilder().maximumSize(MAX_ENTRIES).build();

  ChecklistCache(DocumentLookup lookup) {
    this.lookup = lookup;
  }

  /**
   * The checklist of the newest version of a document; empty if the archive does not have the
   * document.
   */
  Optional<DisclosureChecklist> findLatest(String document) {
    return lookup.findLatest(document).map(this::get);
  }

  /**
   * The checklist of a document. It is evaluated again if the record of the document has changed.
   */
  DisclosureChecklist get(ArchivedDisclosure document) {
    String key =
        document.id()
            + " "
            + document.version().sha256()
            + " "
            + document.disclosure().sections().hashCode();
    return cache.get(key, k -> DisclosureChecklist.evaluate(document.disclosure()));
  }
}
