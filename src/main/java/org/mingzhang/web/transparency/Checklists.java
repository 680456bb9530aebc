package org.mingzhang.web.transparency;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.transparency.Checklist;
import org.mingzhang.web.lookup.DocumentLookup;

/** The checklists of documents, those made last kept at hand. Safe on many threads. */
final class Checklists {
  private static final int KEPT = 5_000;

  private final DocumentLookup lookup;
  private final Cache<String, Checklist> known = Caffeine.newBuilder().maximumSize(KEPT).build();

  Checklists(DocumentLookup lookup) {
    this.lookup = lookup;
  }

  /** That of the newest version of a document, if there is such a document. */
  Optional<Checklist> latest(String document) {
    return lookup.latest(document).map(this::of);
  }

  /** That of a document; a record that was read again has another number of sections or facts. */
  Checklist of(ArchivedDisclosure document) {
    String key =
        document.id()
            + " "
            + document.version().sha256()
            + " "
            + document.disclosure().sections().hashCode();
    return known.get(key, k -> Checklist.of(document.disclosure()));
  }
}
