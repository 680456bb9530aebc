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
 * Redirects a quote from an original to its place: {@code /d/DOCUMENT/quote?quote=&page=&v=}. The
 * viewer of PDFs, where a reader selects words, does not know the section they are in. The target
 * is the section whose text has the words, with the words marked; if none has them, the page of the
 * original.
 */
public final class QuoteRedirectHandler implements Handler {
  private static final int MAX_LENGTH = 1_000;

  private final PageRenderer pages;

  /** Creates an instance that looks quotes up in the documents of the portal. */
  public QuoteRedirectHandler(PageRenderer pages) {
    this.pages = pages;
  }

  @Override
  public void handle(Context ctx) {
    RequestParameters parameters = PageRenderer.parameters(ctx);
    String quote = parameters.text("quote", "");
    if (quote.isBlank() || quote.length() > MAX_LENGTH) {
      throw new BadParameterException("quote", quote.length() + " characters", "1 – " + MAX_LENGTH);
    }
    String version = parameters.text("v");
    ArchivedDisclosure document =
        pages.documents().findDocument(ctx.pathParam("document"), version);
    int page = parameters.number("page", 1, 1_000_000);
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
    return DocumentDescription.of(document).pdf()
        ? new QueryString()
                .add("v", PortalLinks.prefix(document.version().sha256()))
                .appendTo(path + "/pages")
            + "#page="
            + page
            + "&quote="
            + QueryString.segment(quote)
        : path;
  }

  /**
   * Slug of the section that has the words; of several, the last one that begins on the page or
   * before it.
   */
  private static Optional<String> findSection(ArchivedDisclosure document, String quote, int page) {
    String wanted = SearchNormalizer.fold(quote);
    List<Section> sections = document.disclosure().sections();
    return IntStream.range(0, sections.size())
        .filter(i -> SearchNormalizer.fold(sections.get(i).fullText()).contains(wanted))
        .boxed()
        .max(Comparator.comparingInt(i -> proximity(sections.get(i).page(), page)))
        .map(document.sectionIds()::get);
  }

  private static int proximity(int begins, int page) {
    return begins <= page ? begins : -begins;
  }
}
