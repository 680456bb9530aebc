package org.mingzhang.web.cite;

import io.javalin.http.Context;
import java.time.LocalDate;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.text.ChinaTime;
import org.mingzhang.web.address.NotFoundException;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.lookup.DocumentDescription;
import org.mingzhang.web.lookup.DocumentLookup;
import org.mingzhang.web.source.PortalServices;

/** Creates citations of documents and sections, with the current day as the day of access. */
public final class CitationBuilder {
  private final PageRenderer pages;
  private final PortalServices services;
  private final DocumentLookup lookup;

  /** Creates a builder for documents of the archive. */
  public CitationBuilder(PageRenderer pages, PortalServices services) {
    this.pages = pages;
    this.services = services;
    this.lookup = pages.documents();
  }

  /**
   * Cites the document or section in the path of a request.
   *
   * @throws NotFoundException if there is none, or if the section has been moved
   */
  public Citation citeRequested(Context ctx) {
    String id = ctx.pathParam("document");
    String version = PageRenderer.parameters(ctx).text("v");
    String slug = ctx.pathParamMap().get("section");
    if (slug == null) {
      ArchivedDisclosure document = lookup.findDocument(id, version);
      return citeDocument(document, permalink(ctx, document));
    }
    return switch (lookup.findSection(id, slug, version)) {
      case DocumentLookup.Resolution.FoundSection shown ->
          citeSection(shown, permalink(ctx, shown));
      case DocumentLookup.Resolution.MovedSection elsewhere ->
          throw new NotFoundException("section " + slug + ", now " + elsewhere.slug(), "");
    };
  }

  /** Permalink of a document, with its version unless that is the newest. */
  public String permalink(Context ctx, ArchivedDisclosure document) {
    return pages.origin(ctx)
        + new QueryString()
            .add("v", versionParameter(document))
            .appendTo(PortalLinks.permalink(document.id()));
  }

  /** Permalink of a section, with its version unless that is the newest. */
  public String permalink(Context ctx, DocumentLookup.Resolution.FoundSection foundSection) {
    return pages.origin(ctx)
        + new QueryString()
            .add("v", versionParameter(foundSection.document()))
            .appendTo(PortalLinks.permalink(foundSection.document().id(), foundSection.slug()));
  }

  /** Permalink of a section in the version that it is read from, also if that is the newest. */
  public String pinnedPermalink(Context ctx, DocumentLookup.Resolution.FoundSection foundSection) {
    ArchivedDisclosure document = foundSection.document();
    return pages.origin(ctx)
        + new QueryString()
            .add("v", PortalLinks.fingerprintPrefix(document.version().sha256()))
            .appendTo(PortalLinks.permalink(document.id(), foundSection.slug()));
  }

  private String versionParameter(ArchivedDisclosure document) {
    return lookup.isNewest(document.version())
        ? ""
        : PortalLinks.fingerprintPrefix(document.version().sha256());
  }

  /** The citation of a document, accessed today. */
  public Citation citeDocument(ArchivedDisclosure document, String permalink) {
    return withPublication(
        buildCitation(document, permalink, ChinaTime.today(services.clock())), document, lookup);
  }

  /**
   * The citation of a document, accessed on a given day, without day and address of publication.
   */
  public static Citation buildCitation(
      ArchivedDisclosure document, String permalink, LocalDate accessDate) {
    DocumentDescription facts = DocumentDescription.of(document);
    return new Citation(
        facts.id(),
        facts.agency(),
        facts.title(),
        null,
        0,
        permalink,
        facts.sha256(),
        accessDate,
        null,
        null);
  }

  /** The citation of a section, accessed today. */
  public Citation citeSection(
      DocumentLookup.Resolution.FoundSection foundSection, String permalink) {
    return withPublication(
        buildCitation(foundSection, permalink, ChinaTime.today(services.clock())),
        foundSection.document(),
        lookup);
  }

  /** The citation of a section, accessed on a given day, without day and address of publication. */
  public static Citation buildCitation(
      DocumentLookup.Resolution.FoundSection foundSection, String permalink, LocalDate accessDate) {
    DocumentDescription facts = DocumentDescription.of(foundSection.document());
    return new Citation(
        facts.id() + "-" + foundSection.slug(),
        facts.agency(),
        facts.title(),
        foundSection.section().heading(),
        foundSection.document().disclosure().source().hasPrintedPages()
            ? foundSection.section().page()
            : 0,
        permalink,
        facts.sha256(),
        accessDate,
        null,
        null);
  }

  /**
   * Returns a citation with the day and the address of publication, or unchanged if they are
   * unknown.
   */
  public static Citation withPublication(
      Citation citation, ArchivedDisclosure document, DocumentLookup lookup) {
    return lookup
        .findProvenance(document.version())
        .map(p -> citation.withPublication(p.published(), p.url()))
        .orElse(citation);
  }
}
