package org.mingzhang.archive;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Disclosure;

/** Decides which document and which version of it a disclosure is. */
final class Naming {
  private final VersionTable versions;
  private final Function<Version, ArchivedDisclosure> records;

  Naming(VersionTable versions, Function<Version, ArchivedDisclosure> records) {
    this.versions = versions;
    this.records = records;
  }

  /** The version that a disclosure is: one known already, or the next of its document. */
  Version version(NewVersion candidate) {
    String id = documentId(candidate);
    List<Version> before = versions.of(id);
    String sha256 = candidate.disclosure().source().sha256();
    return before.stream()
        .filter(v -> v.sha256().equals(sha256))
        .findFirst()
        .orElseGet(
            () ->
                new Version(
                    id,
                    before.size() + 1,
                    sha256,
                    candidate.seen(),
                    candidate.identity(),
                    candidate.url()));
  }

  private String documentId(NewVersion candidate) {
    return versions
        .documentAt(candidate.identity())
        .filter(id -> sameDisclosure(id, candidate.disclosure()))
        .orElseGet(() -> free(candidate));
  }

  /** A path may be used again for another year's file: that is another document, not a version. */
  private boolean sameDisclosure(String id, Disclosure offered) {
    Optional<ArchivedDisclosure> kept = versions.newest(id).map(records);
    return kept.map(k -> agree(k.disclosure().metadata().year(), offered.metadata().year()))
        .orElse(true);
  }

  private static boolean agree(@Nullable Object one, @Nullable Object other) {
    return one == null || other == null || one.equals(other);
  }

  private String free(NewVersion candidate) {
    String wanted = candidate.proposedId();
    if (versions.of(wanted).isEmpty()) {
      return wanted;
    }
    String marked = wanted + "-" + candidate.disclosure().source().sha256().substring(0, 6);
    String id = marked;
    for (int n = 2; !versions.of(id).isEmpty(); n++) {
      id = marked + "-" + n;
    }
    return id;
  }
}
