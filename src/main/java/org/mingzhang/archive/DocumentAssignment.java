package org.mingzhang.archive;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mingzhang.model.Disclosure;

/**
 * Decides which document and which version of it a disclosure is. A file is its content and its
 * source, never its name: it is a version of a document
 *
 * <ol>
 *   <li>that it is said to replace,
 *   <li>that was read from the same path or published at the same address,
 *   <li>where it was sent, that is of the same agency, year and category and alike;
 * </ol>
 *
 * else a document of its own.
 */
final class DocumentAssignment {
  private final VersionTable versions;
  private final Function<Version, Optional<ArchivedDisclosure>> records;

  /**
   * An assignment over the versions that are kept.
   *
   * @param records reads the record of a version; empty where it is damaged
   */
  DocumentAssignment(
      VersionTable versions, Function<Version, Optional<ArchivedDisclosure>> records) {
    this.versions = versions;
    this.records = records;
  }

  /**
   * The version that a disclosure is: one known already, or the next of its document.
   *
   * @throws NotKeptException if it cannot be a version of what it is said to replace
   */
  Version version(NewVersion candidate) {
    String id = documentId(candidate);
    List<Version> before = versions.of(id);
    String sha256 = candidate.disclosure().source().sha256();
    return known(candidate, sha256, before)
        .orElseGet(
            () ->
                new Version(
                    id,
                    before.isEmpty() ? 1 : before.getLast().number() + 1,
                    sha256,
                    candidate.seen(),
                    candidate.identity(),
                    candidate.url()));
  }

  /**
   * The version of this content, where the content has not come anew: it is the newest, or what was
   * last read from this source. An earlier content that takes the place of a later one is a version
   * again.
   */
  private static Optional<Version> known(
      NewVersion candidate, String sha256, List<Version> before) {
    if (before.isEmpty() || before.getLast().sha256().equals(sha256)) {
      return before.isEmpty() ? Optional.empty() : Optional.of(before.getLast());
    }
    return candidate.replaces() != null
        ? Optional.empty()
        : before.stream()
            .filter(v -> v.source().equals(candidate.identity()))
            .reduce((older, newer) -> newer)
            .filter(v -> v.sha256().equals(sha256));
  }

  private String documentId(NewVersion candidate) {
    String replaces = candidate.replaces();
    if (replaces != null) {
      return replaced(replaces, candidate.disclosure());
    }
    return versions.documentsAt(candidate.identity(), candidate.url()).stream()
        .filter(id -> ofSameYear(id, candidate.disclosure()))
        .findFirst()
        .or(() -> candidate.byContent() ? alike(candidate.disclosure()) : Optional.empty())
        .orElseGet(() -> free(candidate));
  }

  private String replaced(String id, Disclosure offered) {
    if (versions.newest(id).isEmpty()) {
      throw notItsVersion("there is no document " + id + " to replace");
    }
    if (newest(id).filter(kept -> !Resemblance.compatible(kept, offered)).isPresent()) {
      throw notItsVersion("of another agency, region, year or category than " + id);
    }
    String sha256 = offered.source().sha256();
    versions
        .documentWithContent(sha256)
        .filter(other -> versions.of(id).stream().noneMatch(v -> v.sha256().equals(sha256)))
        .ifPresent(
            other -> {
              throw notItsVersion("this content is kept as " + other + " already");
            });
    return id;
  }

  private static NotKeptException notItsVersion(String message) {
    return new NotKeptException(NotKeptException.Reason.NOT_ITS_VERSION, message);
  }

  /** A path may be used again for another year's file: that is another document, not a version. */
  private boolean ofSameYear(String id, Disclosure offered) {
    return newest(id)
        .map(kept -> Resemblance.agree(kept.metadata().year(), offered.metadata().year()))
        .orElse(true);
  }

  /** The document of the same perimeter that the disclosure is most like; one of two: the newer. */
  private Optional<String> alike(Disclosure offered) {
    String perimeter = Resemblance.perimeter(offered);
    String best = null;
    double most = 0;
    for (String id : perimeter.isEmpty() ? List.<String>of() : versions.documentsOf(perimeter)) {
      double part = newest(id).map(kept -> Resemblance.of(kept, offered)).orElse(0.0);
      if (part > most) {
        best = id;
        most = part;
      }
    }
    return Optional.ofNullable(best);
  }

  private Optional<Disclosure> newest(String id) {
    return versions.newest(id).flatMap(records).map(ArchivedDisclosure::disclosure);
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
