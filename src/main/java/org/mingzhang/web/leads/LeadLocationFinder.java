package org.mingzhang.web.leads;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.SearchScope;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.lookup.DocumentDescription;
import org.mingzhang.web.lookup.DocumentLookup;

/** Finds the quoted places of a lead, with their pages in the original. */
final class LeadLocationFinder {
  private final DocumentLookup documents;
  private final PortalLinks links;

  LeadLocationFinder(DocumentLookup documents, PortalLinks links) {
    this.documents = documents;
    this.links = links;
  }

  /**
   * Finds the place of a finding or an indicator and, if a finding quotes a second place, that
   * place as well. Reads the documents, for the headings of the sections.
   */
  List<LeadView.QuoteLocation> find(Hit hit) {
    List<LeadView.QuoteLocation> places = new ArrayList<>();
    places.add(
        createLocation(withoutAnchor(hit.id()), quote(hit), links.hit(hit, ""), hit.page(), ""));
    String other = hit.values().get("otherQuote");
    if (other != null) {
      String at = hit.values().getOrDefault("other", hit.documentId());
      places.add(
          createLocation(
              at,
              other,
              links.page(
                  Objects.requireNonNullElse(PortalLinks.permalinkOfSecondPlace(hit), "/d/" + at)),
              parseNumber(hit.values().get("otherPage")),
              hit.values().getOrDefault("otherTitle", "")));
    }
    return places;
  }

  /** The quote of a finding, or the cells of an indicator's row. */
  static String quote(Hit hit) {
    return hit.scope() == SearchScope.FINDINGS
        ? hit.values().getOrDefault("quote", "")
        : Stream.of(hit.title(), hit.values().get("target"), hit.values().get("actual"))
            .filter(cell -> cell != null && !cell.isEmpty())
            .collect(Collectors.joining(" "));
  }

  private static int parseNumber(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static String withoutAnchor(String id) {
    int hash = id.indexOf('#');
    return hash < 0 ? id : id.substring(0, hash);
  }

  private LeadView.QuoteLocation createLocation(
      String permalinkId, String quote, String address, int page, String document) {
    int slash = permalinkId.indexOf('/');
    String id = slash < 0 ? permalinkId : permalinkId.substring(0, slash);
    String slug = slash < 0 ? "" : permalinkId.substring(slash + 1);
    Optional<ArchivedDisclosure> found = documents.findLatest(id);
    Optional<DocumentDescription> pdf =
        found.map(DocumentDescription::of).filter(facts -> facts.isPdf() && !slug.isEmpty());
    return new LeadView.QuoteLocation(
        quote,
        found.map(d -> findHeading(d, slug)).orElse(""),
        address,
        found.filter(d -> !d.disclosure().source().hasPrintedPages()).isPresent() ? 0 : page,
        document,
        pdf.map(facts -> links.originalWithQuote(id, facts.sha256(), slug, quote, page)).orElse(""),
        pdf.map(DocumentDescription::downloadAddress).orElse(""));
  }

  private static String findHeading(ArchivedDisclosure document, String slug) {
    int index = document.sectionIds().indexOf(slug);
    return index < 0 ? "" : document.disclosure().sections().get(index).heading();
  }
}
