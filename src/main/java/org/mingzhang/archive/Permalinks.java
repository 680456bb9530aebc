package org.mingzhang.archive;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The part of the ledger that knows where every section's permalink leads. */
final class Permalinks {
  private record Row(String slug, int version, String path, @Nullable String target) {}

  private final Ledger ledger;
  private final VersionTable table;

  Permalinks(Ledger ledger, VersionTable table) {
    this.ledger = ledger;
    this.table = table;
  }

  Optional<Destination> resolve(String documentId, String slug) {
    String at = slug;
    for (int hops = 0; hops < 16; hops++) {
      Optional<Row> row = row(documentId, at);
      if (row.isEmpty()) {
        return Optional.empty();
      }
      String target = row.get().target();
      if (target == null) {
        return Optional.of(destination(documentId, slug, row.get()));
      }
      at = target;
    }
    throw new ArchiveException("permalinks of " + documentId + " lead in a circle at " + slug);
  }

  private Destination destination(String documentId, String asked, Row row) {
    List<Version> versions = table.of(documentId);
    Version newest = versions.getLast();
    if (row.version() < newest.number()) {
      return new Destination.Earlier(versions.get(row.version() - 1), row.path());
    }
    return row.slug().equals(asked)
        ? new Destination.Here(documentId, asked)
        : new Destination.Moved(documentId, row.slug());
  }

  private Optional<Row> row(String documentId, String slug) {
    return ledger.first(
        r -> new Row(slug, r.getInt(1), r.getString(2), r.getString(3)),
        "SELECT version, path, target FROM section WHERE document=? AND slug=?",
        documentId,
        slug);
  }

  /**
   * Writes the links of a new reading, and for every link of the one before that is no longer among
   * them, where it leads now: to the section that corresponds, else it stays with the version
   * before.
   */
  void carry(@Nullable ArchivedDisclosure before, ArchivedDisclosure now) {
    for (int i = 0; i < now.sectionIds().size(); i++) {
      ledger.update(
          "INSERT OR REPLACE INTO section VALUES (?,?,?,?,NULL)",
          now.id(),
          now.sectionIds().get(i),
          now.version().number(),
          now.disclosure().sections().get(i).path());
    }
    if (before == null) {
      return;
    }
    SectionMatcher matcher = new SectionMatcher(now.disclosure());
    boolean sameContent = before.version().number() == now.version().number();
    for (int i = 0; i < before.sectionIds().size(); i++) {
      String slug = before.sectionIds().get(i);
      if (now.sectionIds().contains(slug)) {
        continue;
      }
      Optional<Integer> match = matcher.match(before.disclosure(), i);
      Optional<String> target =
          match.map(now.sectionIds()::get).or(() -> sameContent ? first(now) : Optional.empty());
      target.ifPresent(
          t ->
              ledger.update(
                  "UPDATE section SET target=? WHERE document=? AND slug=?", t, now.id(), slug));
    }
  }

  /** Writes the links of a version that is not the newest, where they were not known yet. */
  void addEarlier(ArchivedDisclosure earlier) {
    for (int i = 0; i < earlier.sectionIds().size(); i++) {
      ledger.update(
          "INSERT OR IGNORE INTO section VALUES (?,?,?,?,NULL)",
          earlier.id(),
          earlier.sectionIds().get(i),
          earlier.version().number(),
          earlier.disclosure().sections().get(i).path());
    }
  }

  private static Optional<String> first(ArchivedDisclosure disclosure) {
    return disclosure.sectionIds().stream().findFirst();
  }
}
