package org.mingzhang.web.cite;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Section;
import org.mingzhang.text.SearchNormalizer;
import org.mingzhang.web.address.BadParameterException;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.lookup.DocumentDescription;

/**
 * Redirects from words of an original to the section that contains them: {@code
 * /d/DOCUMENT/quote?quote=&page=&v=}. The PDF viewer, in which readers select words, links to this
 * address because it does not know the section of the words. The target is the section whose text
 * contains the words, with the words highlighted. If there is none, it is the page of the original
 * or, if the original is no PDF, the document.
 */
public final class QuoteRedirectHandler implements Handler {
  private static final int MAX_QUOTE_LENGTH = 1_000;

  private final PageRenderer pages;

  /** Creates an instance that searches the documents of the portal for quotes. */
  public QuoteRedirectHandler(PageRenderer pages) {
    this.pages = pages;
  }

  @Override
  public void handle(Context ctx) {
    RequestParameters parameters = PageRenderer.parameters(ctx);
    String quote = parameters.text("quote", "");
    if (quote.isBlank() || quote.length() > MAX_QUOTE_LENGTH) {
      throw new BadParameterException(
          "quote", quote.length() + " characters", "1 – " + MAX_QUOTE_LENGTH);
    }
    String version = parameters.text("v");
    ArchivedDisclosure document =
        pages.documents().findDocument(ctx.pathParam("document"), version);
    int page = parameters.positiveInt("page", 1, 1_000_000);
    String path =
        findSection(document, quote, page)
            .map(slug -> sectionAddress(document.id(), slug, quote, version))
            .orElseGet(() -> addressOnPage(document, quote, page));
    ctx.header("Location", pages.links(ctx).page(path)).status(302);
  }

  private static String sectionAddress(
      String document, String slug, String quote, @Nullable String version) {
    return new QueryString()
            .add("v", version)
            .add("quote", quote)
            .appendTo(PortalLinks.permalink(document, slug))
        + "#quote";
  }

  private static String addressOnPage(ArchivedDisclosure document, String quote, int page) {
    String path = PortalLinks.permalink(document.id());
    return DocumentDescription.of(document).isPdf()
        ? new QueryString()
                .add("v", PortalLinks.fingerprintPrefix(document.version().sha256()))
                .appendTo(path + "/pages")
            + "#page="
            + page
            + "&quote="
            + QueryString.encodePathSegment(quote)
        : path;
  }

  /**
   * Slug of the section that contains the words; empty if there is none. Of several, one that
   * begins on the latest page not after {@code page} or, if all begin later, on the earliest page.
   */
  private static Optional<String> findSection(ArchivedDisclosure document, String quote, int page) {
    String wanted = SearchNormalizer.fold(quote);
    List<Section> sections = document.disclosure().sections();
    return IntStream.range(0, sections.size())
        .filter(i -> SearchNormalizer.fold(sections.get(i).fullText()).contains(wanted))
        .boxed()
        .max(Comparator.comparingInt(i -> rankByPage(sections.get(i).page(), page)))
        .map(document.sectionIds()::get);
  }

  private static int rankByPage(int firstPage, int page) {
    return firstPage <= page ? firstPage : -firstPage;
  }
}
