package org.mingzhang.web.assistant;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.lookup.DocumentLookup;

/**
 * A document or section as a caller names it: by id, {@code DOCUMENT} or {@code DOCUMENT/SECTION},
 * by permalink, or by the address of a resource.
 *
 * @param document permalink id of the document
 * @param section slug of the section, or null
 * @param version beginning of the fingerprint of its version, or null for the newest
 */
record PlaceName(String document, @Nullable String section, @Nullable String version) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:[a-z]{2,12}://[^\\s/]*)?(?:/d/)?([^/\\s?#]{1,200})(?:/([^/\\s?#]{1,200}))?"
              + "(?:\\?([^\\s#]*))?(?:#\\S*)?");

  private static final Pattern VERSION = Pattern.compile("(?:^|&)v=([0-9a-f]{1,64})(?:&|$)");

  /** How often a permalink may lead on to another. */
  private static final int MOST_MOVES = 3;

  /**
   * Reads a name.
   *
   * @throws BadArgumentException if it is of another form
   */
  static PlaceName of(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new BadArgumentException(
          "a document is named by its id or permalink, a section by DOCUMENT/SECTION or its"
              + " permalink");
    }
    String query = form.group(3);
    Matcher version = VERSION.matcher(query == null ? "" : query);
    String section = form.group(2);
    return new PlaceName(
        decoded(form.group(1)),
        section == null ? null : decoded(section),
        version.find() ? version.group(1) : null);
  }

  private static String decoded(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return segment;
    }
  }

  /**
   * The section it leads to, by way of those it was moved to.
   *
   * @throws BadArgumentException if it names no section
   */
  DocumentLookup.Resolution.Found find(DocumentLookup lookup) {
    PlaceName at = this;
    for (int moves = 0; moves <= MOST_MOVES; moves++) {
      String slug = at.section;
      if (slug == null) {
        throw new BadArgumentException("the section is missing: DOCUMENT/SECTION");
      }
      switch (lookup.section(at.document, slug, at.version)) {
        case DocumentLookup.Resolution.Found shown -> {
          return shown;
        }
        case DocumentLookup.Resolution.Moved to ->
            at = new PlaceName(to.documentId(), to.slug(), null);
      }
    }
    throw new BadArgumentException("the section has been moved too often");
  }
}
