package org.mingzhang.web.api;

import io.javalin.http.Context;
import org.mingzhang.archive.Archive;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.render.Labels;

/** Files for browsers, crawlers and programs: robots.txt, sitemap, OpenSearch, OpenAPI. */
public final class SiteFileHandlers {
  private static final String XML_MEDIA_TYPE = "application/xml; charset=utf-8";

  private final PageRenderer pages;
  private final Sitemap sitemap;

  /** Creates an instance that lists the documents of an archive. */
  public SiteFileHandlers(PageRenderer pages, Archive archive) {
    this.pages = pages;
    this.sitemap = new Sitemap(archive, Sitemap.MAX_ADDRESSES);
  }

  /**
   * Sends {@code /robots.txt}, which excludes exports and searches with more than one parameter
   * from crawling. The number of searches with several parameters is unbounded.
   */
  public void sendRobots(Context ctx) {
    ctx.contentType("text/plain; charset=utf-8")
        .result(
            "User-agent: *\nDisallow: /search?*&\nDisallow: /api/v1/export\nSitemap: "
                + pages.origin(ctx)
                + "/sitemap.xml\n");
  }

  /** Sends {@code /sitemap.xml}: all addresses, or an index of the parts of the sitemap. */
  public void sendSitemap(Context ctx) {
    ctx.contentType(XML_MEDIA_TYPE).result(sitemap.buildRoot(pages.origin(ctx)));
  }

  /**
   * Sends a part of the sitemap, {@code /sitemap-2.xml}.
   *
   * @throws org.mingzhang.web.address.NotFoundException if there is no such part
   */
  public void sendSitemapPart(Context ctx) {
    ctx.contentType(XML_MEDIA_TYPE)
        .result(sitemap.buildPart(pages.origin(ctx), ctx.pathParam("part")));
  }

  /** Sends {@code /opensearch.xml}, the description for the search box of browsers. */
  public void sendOpenSearchDescription(Context ctx) {
    Labels labels = pages.labels(ctx);
    String origin = escapeXml(pages.origin(ctx));
    ctx.contentType("application/opensearchdescription+xml; charset=utf-8")
        .result(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n"
                + "  <ShortName>"
                + labels.text("site.name")
                + "</ShortName>\n  <Description>"
                + labels.text("site.description")
                + "</Description>\n  <InputEncoding>UTF-8</InputEncoding>\n"
                + "  <Url type=\"text/html\" template=\""
                + origin
                + "/search?q={searchTerms}\"/>\n"
                + "  <Url type=\"application/atom+xml\" template=\""
                + origin
                + "/search.atom?q={searchTerms}\"/>\n"
                + "  <Url type=\"application/x-suggestions+json\" template=\""
                + origin
                + "/suggest?q={searchTerms}\"/>\n"
                + "</OpenSearchDescription>\n");
  }

  /** Sends {@code /api/v1/openapi.json}. */
  public void sendOpenApi(Context ctx) {
    ctx.contentType("application/json; charset=utf-8")
        .result(OpenApiDescription.read().toPrettyString());
  }

  static String escapeXml(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
