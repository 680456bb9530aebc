package org.mingzhang.web.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import org.mingzhang.archive.Archive;
import org.mingzhang.web.http.Pages;
import org.mingzhang.web.render.Labels;

/** Files by which browsers, robots and programs find their way: none is read by people. */
public final class SiteFiles {
  private static final String XML = "application/xml; charset=utf-8";

  private final Pages pages;
  private final Sitemap sitemap;

  /** Lists what the archive has. */
  public SiteFiles(Pages pages, Archive archive) {
    this.pages = pages;
    this.sitemap = new Sitemap(archive, Sitemap.MOST_ADDRESSES);
  }

  /** {@code /robots.txt}: searches are endless, documents are not. */
  public void robots(Context ctx) {
    ctx.contentType("text/plain; charset=utf-8")
        .result(
            "User-agent: *\nDisallow: /search?*&\nDisallow: /api/v1/export\nSitemap: "
                + pages.origin(ctx)
                + "/sitemap.xml\n");
  }

  /** {@code /sitemap.xml}. */
  public void sitemap(Context ctx) {
    ctx.contentType(XML).result(sitemap.whole(pages.origin(ctx)));
  }

  /** {@code /sitemap-2.xml}. */
  public void sitemapPart(Context ctx) {
    ctx.contentType(XML).result(sitemap.part(pages.origin(ctx), ctx.pathParam("part")));
  }

  /** {@code /opensearch.xml}: the search box of the browser. */
  public void openSearch(Context ctx) {
    Labels labels = pages.labels(ctx);
    String origin = escaped(pages.origin(ctx));
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

  /** {@code /api/v1/openapi.json}. */
  public void openApi(Context ctx) throws IOException {
    try (InputStream in = SiteFiles.class.getResourceAsStream("/openapi.json")) {
      if (in == null) {
        throw new IllegalStateException("the program is packed without openapi.json");
      }
      ctx.contentType("application/json; charset=utf-8").result(in.readAllBytes());
    }
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
