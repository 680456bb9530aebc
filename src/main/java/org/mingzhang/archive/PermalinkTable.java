package org.mingzhang.archive;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Section;

/** The ledger's table of section permalinks and their targets. */
final class PermalinkTable {
  /**
   * A permalink as the ledger stores it: the section's path in a version, and the permalink that
   * replaced it, if any.
   */
  private record StoredPermalink(String slug, int version, String path, @Nullable String target) {}

  private final Ledger ledger;
  private final VersionTable versionTable;

  PermalinkTable(Ledger ledger, VersionTable versionTable) {
    this.ledger = ledger;
    this.versionTable = versionTable;
  }

  /**
   * The current target of a link; empty if it was never issued, or if the version that has its
   * section is not stored.
   *
   * @throws ArchiveException if the redirects form a cycle
   */
  Optional<PermalinkTarget> resolve(String documentId, String slug) {
    String at = slug;
    Set<String> visited = new HashSet<>();
    while (visited.add(at)) {
      Optional<StoredPermalink> row = findRow(documentId, at);
      if (row.isEmpty()) {
        return Optional.empty();
      }
      String target = row.get().target();
      if (target == null) {
        return toPermalinkTarget(documentId, slug, row.get());
      }
      at = target;
    }
    throw new ArchiveException("permalinks of " + documentId + " form a cycle at " + slug);
  }

  private Optional<PermalinkTarget> toPermalinkTarget(
      String documentId, String requestedSlug, StoredPermalink storedPermalink) {
    Optional<DocumentVersion> newest = versionTable.findNewest(documentId);
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    if (storedPermalink.version() < newest.get().number()) {
      return versionTable
          .find(documentId, storedPermalink.version())
          .map(version -> new PermalinkTarget.InEarlierVersion(version, storedPermalink.path()));
    }
    return Optional.of(
        storedPermalink.slug().equals(requestedSlug)
            ? new PermalinkTarget.Unmoved(documentId, requestedSlug)
            : new PermalinkTarget.UnderOtherLink(documentId, storedPermalink.slug()));
  }

  private Optional<StoredPermalink> findRow(String documentId, String slug) {
    return ledger.queryFirst(
        r -> new StoredPermalink(slug, r.getInt(1), r.getString(2), r.getString(3)),
        "SELECT version, path, target FROM section WHERE document=? AND slug=?",
        documentId,
        slug);
  }

  /**
   * Writes the links of a new reading. Each link of the previous reading that is not among them is
   * redirected to the corresponding section. If there is none, a link of the same version is
   * redirected to the first section, and a link of an earlier version keeps pointing to that
   * version.
   *
   * @param previous the previous reading; null if there is none or its record is damaged
   */
  void update(@Nullable ArchivedDisclosure previous, ArchivedDisclosure current) {
    for (int i = 0; i < current.sectionIds().size(); i++) {
      ledger.update(
          "INSERT OR REPLACE INTO section VALUES (?,?,?,?,NULL)",
          current.id(),
          current.sectionIds().get(i),
          current.version().number(),
          current.disclosure().sections().get(i).path());
    }
    if (previous != null) {
      redirectMissingLinks(previous, current);
    }
    repair(current);
  }

  private void redirectMissingLinks(ArchivedDisclosure previous, ArchivedDisclosure current) {
    SectionMatcher matcher = new SectionMatcher(current.disclosure());
    boolean sameContent = previous.version().number() == current.version().number();
    for (int i = 0; i < previous.sectionIds().size(); i++) {
      String slug = previous.sectionIds().get(i);
      if (current.sectionIds().contains(slug)) {
        continue;
      }
      Optional<Integer> match = matcher.findCorrespondingSection(previous.disclosure(), i);
      Optional<String> target =
          match
              .map(current.sectionIds()::get)
              .or(() -> sameContent ? firstSectionId(current) : Optional.empty());
      target.ifPresent(
          t ->
              ledger.update(
                  "UPDATE section SET target=? WHERE document=? AND slug=?",
                  t,
                  current.id(),
                  slug));
    }
  }

  /** Adds the links of a version that is not the newest, if they are unknown. */
  void addEarlierLinks(ArchivedDisclosure earlierVersion) {
    for (int i = 0; i < earlierVersion.sectionIds().size(); i++) {
      ledger.update(
          "INSERT OR IGNORE INTO section VALUES (?,?,?,?,NULL)",
          earlierVersion.id(),
          earlierVersion.sectionIds().get(i),
          earlierVersion.version().number(),
          earlierVersion.disclosure().sections().get(i).path());
    }
  }

  /**
   * Writes the links in the record of a version, except links that a newer version has. Links of
   * the version that its record no longer has lead to the section with the same path, otherwise to
   * the first section. Needed after the record was rewritten, or if a process died after it had
   * written the record and before it updated the ledger.
   */
  void repair(ArchivedDisclosure current) {
    Map<String, StoredPermalink> known = new HashMap<>();
    permalinksOf(current.id())
        .forEach(storedPermalink -> known.put(storedPermalink.slug(), storedPermalink));
    List<Section> sections = current.disclosure().sections();
    for (int i = 0; i < sections.size(); i++) {
      pointLinkToSection(current, current.sectionIds().get(i), sections.get(i).path(), known);
    }
    if (sections.isEmpty()) {
      return;
    }
    boolean newest =
        versionTable
            .findNewest(current.id())
            .map(v -> v.number() == current.version().number())
            .orElse(true);
    Set<String> slugs = new HashSet<>(current.sectionIds());
    for (StoredPermalink storedPermalink : known.values()) {
      boolean here =
          storedPermalink.version() == current.version().number()
              && storedPermalink.target() == null;
      if (here && !slugs.contains(storedPermalink.slug())) {
        repairStaleLink(current, storedPermalink, newest);
      }
    }
  }

  /** Points a link to a section of this version, unless a newer version has the link. */
  private void pointLinkToSection(
      ArchivedDisclosure current,
      String slug,
      String path,
      Map<String, StoredPermalink> permalinksBySlug) {
    int number = current.version().number();
    StoredPermalink storedPermalink = permalinksBySlug.get(slug);
    if (storedPermalink == null) {
      ledger.update("INSERT INTO section VALUES (?,?,?,?,NULL)", current.id(), slug, number, path);
    } else if (storedPermalink.version() <= number
        && !storedPermalink.equals(new StoredPermalink(slug, number, path, null))) {
      ledger.update(
          "UPDATE section SET version=?, path=?, target=NULL WHERE document=? AND slug=?",
          number,
          path,
          current.id(),
          slug);
    }
  }

  /**
   * Points a link whose section this version no longer has to the section with the same path, else
   * to the first one. In the newest version the link becomes a redirect; in an older one its path
   * is corrected.
   */
  private void repairStaleLink(
      ArchivedDisclosure current, StoredPermalink storedPermalink, boolean isNewest) {
    List<Section> sections = current.disclosure().sections();
    int at =
        IntStream.range(0, sections.size())
            .filter(i -> sections.get(i).path().equals(storedPermalink.path()))
            .findFirst()
            .orElse(0);
    ledger.update(
        "UPDATE section SET " + (isNewest ? "target" : "path") + "=? WHERE document=? AND slug=?",
        isNewest ? current.sectionIds().get(at) : sections.get(at).path(),
        current.id(),
        storedPermalink.slug());
  }

  private List<StoredPermalink> permalinksOf(String documentId) {
    return ledger.list(
        r -> new StoredPermalink(r.getString(1), r.getInt(2), r.getString(3), r.getString(4)),
        "SELECT slug, version, path, target FROM section WHERE document=?",
        documentId);
  }

  private static Optional<String> firstSectionId(ArchivedDisclosure disclosure) {
    return disclosure.sectionIds().stream().findFirst();
  }
}
