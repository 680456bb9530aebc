package org.mingzhang.archive;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Disclosure;

/**
 * A disclosure to be kept.
 *
 * @param identity what makes it the same document when its file is replaced: the path it was read
 *     from, with the archive member
 * @param proposedId permalink id wanted for a document not seen before
 * @param sectionIds slug of each section
 * @param disclosure the disclosure
 * @param original the file it was read from; for a member of an archive, the archive
 * @param member for a member of an archive, its own file; null where it was not unpacked
 * @param url address it was published at, or null
 * @param parser version of the parser
 * @param seen when it was read
 * @param container fingerprint that {@code original} had before it was read; null where it cannot
 *     have changed
 * @param byContent whether a document may be the same because it is of the same agency, year and
 *     category and alike, though it came from elsewhere
 * @param replaces permalink id of the document it is a version of on purpose, or null
 */
public record NewVersion(
    String identity,
    String proposedId,
    List<String> sectionIds,
    Disclosure disclosure,
    Path original,
    @Nullable Path member,
    @Nullable String url,
    int parser,
    Instant seen,
    @Nullable String container,
    boolean byContent,
    @Nullable String replaces) {

  /** A candidate that is the same document only where its identity is. */
  public NewVersion(
      String identity,
      String proposedId,
      List<String> sectionIds,
      Disclosure disclosure,
      Path original,
      @Nullable Path member,
      @Nullable String url,
      int parser,
      Instant seen) {
    this(
        identity,
        proposedId,
        sectionIds,
        disclosure,
        original,
        member,
        url,
        parser,
        seen,
        null,
        false,
        null);
  }

  /** Checks that every section has a slug of its own. */
  public NewVersion {
    sectionIds = List.copyOf(sectionIds);
    if (sectionIds.size() != disclosure.sections().size()) {
      throw new IllegalArgumentException(
          sectionIds.size() + " slugs for " + disclosure.sections().size() + " sections");
    }
    if (sectionIds.stream().distinct().count() != sectionIds.size()) {
      throw new IllegalArgumentException("two sections share a slug: " + sectionIds);
    }
  }
}
