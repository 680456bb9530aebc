package org.mingzhang.web.assistant;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.lookup.DocumentLookup;

/**
 * A reference to a document or section: an id, {@code DOCUMENT} or {@code DOCUMENT/SECTION}, a
 * permalink, or the URI of a resource.
 *
 * @param documentId permalink id of the document
 * @param sectionSlug permalink slug of the section, or null
 * @param versionPrefix prefix of the SHA-256 of its version, or null for the newest
 */
record DocumentReference(
    String documentId, @Nullable String sectionSlug, @Nullable String versionPrefix) {
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?:[a-z]{2,12}://[^\\s/]*)?(?:/d/)?([^/\\s?#]{1,200})(?:/([^/\\s?#]{1,200}))?"
              + "(?:\\?([^\\s#]*))?(?:#\\S*)?");

  private static final Pattern VERSION_PARAMETER =
      Pattern.compile("(?:^|&)v=([0-9a-f]{1,64})(?:&|$)");

  /** Maximum number of redirections from moved sections. */
  private static final int MAX_REDIRECTS = 3;

  /**
   * Parses a reference.
   *
   * @throws BadArgumentException if it is malformed
   */
  static DocumentReference parse(String text) {
    Matcher form = REFERENCE.matcher(text.strip());
    if (!form.matches()) {
      throw new BadArgumentException(
          "a document is named by its id or permalink, a section by DOCUMENT/SECTION or its"
              + " permalink");
    }
    String query = form.group(3);
    Matcher version = VERSION_PARAMETER.matcher(query == null ? "" : query);
    String section = form.group(2);
    return new DocumentReference(
        decode(form.group(1)),
        section == null ? null : decode(section),
        version.find() ? version.group(1) : null);
  }

  private static String decode(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return segment;
    }
  }

  /**
   * Resolves the section, following redirections; a section that was moved is resolved in the
   * newest version.
   *
   * @throws BadArgumentException if this names no section, or if the section was moved more than
   *     {@link #MAX_REDIRECTS} times
   */
  DocumentLookup.Resolution.FoundSection resolve(DocumentLookup lookup) {
    DocumentReference at = this;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      String slug = at.sectionSlug;
      if (slug == null) {
        throw new BadArgumentException("the section is missing: DOCUMENT/SECTION");
      }
      switch (lookup.findSection(at.documentId, slug, at.versionPrefix)) {
        case DocumentLookup.Resolution.FoundSection shown -> {
          return shown;
        }
        case DocumentLookup.Resolution.MovedSection to ->
            at = new DocumentReference(to.documentId(), to.slug(), null);
      }
    }
    throw new BadArgumentException("the section has been moved too often");
  }
}
