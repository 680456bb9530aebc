package org.mingzhang.archive;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mingzhang.model.Disclosure;

/**
 * Decides which document and which version of it a disclosure is. A file is identified by its
 * content and its source, never by its name. It is a version of a document
 *
 * <ol>
 *   <li>that the sender has named as the one to be replaced,
 *   <li>that was read from the same path or published at the same address, if the document had this
 *       content before or the agency, region, year and category do not contradict each other,
 *   <li>that has the same agency, year and category and similar text, if {@link
 *       NewVersion#mayMatchSimilarDocument} is set;
 * </ol>
 *
 * otherwise it is a new document.
 */
final class DocumentAssignment {
  private final VersionTable versions;
  private final Function<DocumentVersion, Optional<ArchivedDisclosure>> recordReader;

  /**
   * Creates the assignment of disclosures to the documents and versions of a ledger.
   *
   * @param recordReader reads the record of a version; empty if it is damaged
   */
  DocumentAssignment(
      VersionTable versions, Function<DocumentVersion, Optional<ArchivedDisclosure>> recordReader) {
    this.versions = versions;
    this.recordReader = recordReader;
  }

  /**
   * Determines the version of a disclosure: an existing one, or the next version of its document,
   * which is not stored yet.
   *
   * @throws NotStoredException if it cannot be a version of the document that it should replace
   */
  DocumentVersion assignVersion(NewVersion candidate) {
    String id = assignDocumentId(candidate);
    List<DocumentVersion> before = versions.versionsOf(id);
    String sha256 = candidate.disclosure().source().sha256();
    return findExistingVersion(candidate, sha256, before)
        .orElseGet(
            () ->
                new DocumentVersion(
                    id,
                    before.isEmpty() ? 1 : before.getLast().number() + 1,
                    sha256,
                    candidate.readAt(),
                    candidate.sourceKey(),
                    candidate.url()));
  }

  /**
   * The existing version with this content, if it is the newest version or, unless the candidate
   * names the document to replace, the last one read from this source. Empty otherwise: earlier
   * content that returns after later content is a new version.
   */
  private static Optional<DocumentVersion> findExistingVersion(
      NewVersion candidate, String sha256, List<DocumentVersion> earlierVersions) {
    if (earlierVersions.isEmpty() || earlierVersions.getLast().sha256().equals(sha256)) {
      return earlierVersions.isEmpty() ? Optional.empty() : Optional.of(earlierVersions.getLast());
    }
    return candidate.replacedDocumentId() != null
        ? Optional.empty()
        : earlierVersions.stream()
            .filter(v -> v.source().equals(candidate.sourceKey()))
            .reduce((older, newer) -> newer)
            .filter(v -> v.sha256().equals(sha256));
  }

  private String assignDocumentId(NewVersion candidate) {
    String replacedDocumentId = candidate.replacedDocumentId();
    if (replacedDocumentId != null) {
      return requireReplaceable(replacedDocumentId, candidate.disclosure());
    }
    String sha256 = candidate.disclosure().source().sha256();
    return versions.documentIdsAt(candidate.sourceKey(), candidate.url()).stream()
        .filter(id -> hasContent(id, sha256) || isCompatible(id, candidate.disclosure()))
        .findFirst()
        .or(
            () ->
                candidate.mayMatchSimilarDocument()
                    ? findSimilarDocumentId(candidate.disclosure())
                    : Optional.empty())
        .orElseGet(() -> createDocumentId(candidate));
  }

  private String requireReplaceable(String id, Disclosure offeredDisclosure) {
    if (versions.findNewest(id).isEmpty()) {
      throw createNotReplaceableException("there is no document " + id + " to replace");
    }
    if (!isCompatible(id, offeredDisclosure)) {
      throw createNotReplaceableException("of another agency, region, year or category than " + id);
    }
    String sha256 = offeredDisclosure.source().sha256();
    versions
        .findDocumentWithContent(sha256)
        .filter(other -> !hasContent(id, sha256))
        .ifPresent(
            other -> {
              throw createNotReplaceableException("this content is kept as " + other + " already");
            });
    return id;
  }

  private static NotStoredException createNotReplaceableException(String message) {
    return new NotStoredException(NotStoredException.Reason.NOT_ITS_VERSION, message);
  }

  /** Whether a version of a document has a content, whatever metadata were read then. */
  private boolean hasContent(String id, String sha256) {
    return versions.versionsOf(id).stream().anyMatch(v -> v.sha256().equals(sha256));
  }

  /**
   * Whether the metadata of a document do not contradict those of a disclosure; true if its record
   * is damaged. A path that is used again for a file of another agency or year is another document.
   */
  private boolean isCompatible(String id, Disclosure offeredDisclosure) {
    return readNewest(id)
        .map(kept -> VersionMatcher.areCompatible(kept, offeredDisclosure))
        .orElse(true);
  }

  /**
   * The most similar document with the same matching key; of equally similar ones, the one stored
   * last. Empty if none is similar enough.
   */
  private Optional<String> findSimilarDocumentId(Disclosure offeredDisclosure) {
    String matchingKey = VersionMatcher.matchingKey(offeredDisclosure);
    return Stream.of(matchingKey)
        .filter(key -> !key.isEmpty())
        .flatMap(key -> versions.documentIdsWithMatchingKey(key).stream())
        .map(id -> Map.entry(id, similarity(id, offeredDisclosure)))
        .filter(similar -> similar.getValue() > 0)
        .reduce((best, next) -> next.getValue() > best.getValue() ? next : best)
        .map(Map.Entry::getKey);
  }

  private double similarity(String id, Disclosure offered) {
    return readNewest(id).map(kept -> VersionMatcher.similarity(kept, offered)).orElse(0.0);
  }

  private Optional<Disclosure> readNewest(String id) {
    return versions.findNewest(id).flatMap(recordReader).map(ArchivedDisclosure::disclosure);
  }

  private String createDocumentId(NewVersion candidate) {
    String wanted = candidate.proposedId();
    if (versions.versionsOf(wanted).isEmpty()) {
      return wanted;
    }
    String marked = wanted + "-" + candidate.disclosure().source().sha256().substring(0, 6);
    String id = marked;
    for (int n = 2; !versions.versionsOf(id).isEmpty(); n++) {
      id = marked + "-" + n;
    }
    return id;
  }
}
