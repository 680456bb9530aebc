package org.mingzhang.web.section;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.archive.DocumentVersion;
import org.mingzhang.text.SearchNormalizer;
import org.mingzhang.web.address.NotFoundException;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.finding.FindingView;
import org.mingzhang.web.highlight.QuotedText;
import org.mingzhang.web.lookup.DocumentLookup;

/**
 * A quote or finding that an address names and that the section shown does not have.
 *
 * @param kind {@code quote} or {@code finding}
 * @param version number of another version whose section has it; 0 if none has
 * @param fingerprint beginning of the fingerprint of that version, or empty
 */
public record MissingQuoteOrFinding(String kind, int version, String fingerprint) {
  private static final int MAX_VERSIONS = 20;

  /**
   * The quote or finding that is missing; empty if the section has what the address names. Searches
   * at most {@link #MAX_VERSIONS} other versions for it, the latest first.
   *
   * @param quote words that the address names, or empty
   * @param finding anchor of a finding that the address names, or empty
   * @param findings the findings that the page shows
   */
  static Optional<MissingQuoteOrFinding> find(
      DocumentLookup.Resolution.FoundSection foundSection,
      String quote,
      String finding,
      List<FindingView> findings,
      Archive archive,
      DocumentLookup lookup) {
    if (!quote.isBlank() && !hasQuote(foundSection, quote)) {
      return Optional.of(
          locate("quote", foundSection, other -> hasQuote(other, quote), archive, lookup));
    }
    if (!finding.isEmpty() && findings.stream().noneMatch(view -> hasAnchor(view, finding))) {
      return Optional.of(
          locate("finding", foundSection, other -> hasFinding(other, finding), archive, lookup));
    }
    return Optional.empty();
  }

  private static MissingQuoteOrFinding locate(
      String kind,
      DocumentLookup.Resolution.FoundSection foundSection,
      Predicate<DocumentLookup.Resolution.FoundSection> contains,
      Archive archive,
      DocumentLookup lookup) {
    ArchivedDisclosure document = foundSection.document();
    return archive.versions(document.id()).stream()
        .filter(version -> version.number() != document.version().number())
        .sorted(Comparator.comparingInt(DocumentVersion::number).reversed())
        .limit(MAX_VERSIONS)
        .filter(version -> contains(version, foundSection, contains, lookup))
        .findFirst()
        .map(
            version ->
                new MissingQuoteOrFinding(
                    kind, version.number(), PortalLinks.fingerprintPrefix(version.sha256())))
        .orElseGet(() -> new MissingQuoteOrFinding(kind, 0, ""));
  }

  private static boolean contains(
      DocumentVersion version,
      DocumentLookup.Resolution.FoundSection foundSection,
      Predicate<DocumentLookup.Resolution.FoundSection> contains,
      DocumentLookup lookup) {
    try {
      return lookup.findSection(foundSection.document().id(), foundSection.slug(), version.sha256())
              instanceof DocumentLookup.Resolution.FoundSection other
          && contains.test(other);
    } catch (NotFoundException noSuchSection) {
      return false;
    }
  }

  private static boolean hasQuote(
      DocumentLookup.Resolution.FoundSection foundSection, String quote) {
    String text = SearchNormalizer.fold(foundSection.section().fullText());
    return QuotedText.parseRequested(quote).stream()
        .allMatch(line -> text.contains(SearchNormalizer.fold(line.quote())));
  }

  private static boolean hasFinding(
      DocumentLookup.Resolution.FoundSection foundSection, String anchor) {
    return FindingView.findQuoting(foundSection.document(), foundSection.section().path()).stream()
        .anyMatch(view -> hasAnchor(view, anchor));
  }

  private static boolean hasAnchor(FindingView view, String anchor) {
    return view.anchor().equals(anchor) || view.formerAnchors().contains(anchor);
  }
}
