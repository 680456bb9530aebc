package org.mingzhang.archive;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Disclosure;

/**
 * A disclosure to be stored.
 *
 * @param sourceKey path or address from which the disclosure was read, with the archive member; a
 *     file with the same key is a version of the same document unless agency, region, year or
 *     category contradict
 * @param proposedId permalink id to use for a new document
 * @param sectionIds slug of each section
 * @param disclosure its content
 * @param original the file it was read from; for a member of an archive, the archive
 * @param member for a member of an archive, its own file; null if it was not unpacked
 * @param url address it was published at, or null
 * @param parserVersion version of the parser
 * @param readAt when it was read
 * @param containerSha256 SHA-256 of {@code original} before reading; null if the file cannot have
 *     changed
 * @param mayMatchSimilarDocument whether it may be a version of a similar document of the same
 *     agency, year and category from another source
 * @param replacedDocumentId permalink id of the document that it is explicitly a version of, or
 *     null
 */
public record NewVersion(
    String sourceKey,
    String proposedId,
    List<String> sectionIds,
    Disclosure disclosure,
    Path original,
    @Nullable Path member,
    @Nullable String url,
    int parserVersion,
    Instant readAt,
    @Nullable String containerSha256,
    boolean mayMatchSimilarDocument,
    @Nullable String replacedDocumentId) {

  /**
   * Checks that every section has a slug of its own.
   *
   * @throws IllegalArgumentException if the numbers of slugs and sections differ or two slugs are
   *     equal
   */
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
