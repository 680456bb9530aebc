package org.mingzhang.archive;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Disclosure;

/** Candidates for the archive that tests store. */
public final class NewVersions {
  private NewVersions() {}

  /** A candidate that is assigned by its source key and address alone, of an unchanging file. */
  public static NewVersion of(
      String sourceKey,
      String proposedId,
      List<String> sectionIds,
      Disclosure disclosure,
      Path original,
      @Nullable Path member,
      @Nullable String url,
      int parserVersion,
      Instant readAt) {
    return new NewVersion(
        sourceKey,
        proposedId,
        sectionIds,
        disclosure,
        original,
        member,
        url,
        parserVersion,
        readAt,
        null,
        false,
        null);
  }
}
