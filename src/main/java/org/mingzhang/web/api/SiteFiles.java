package org.mingzhang.web.api;

import static java.time.temporal.ChronoUnit.SECONDS;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.Version;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.page.Pages;
import org.mingzhang.web.render.Labels;

/** Files by which browsers, robots and programs find their way: none is read by people. */
public final class SiteFiles {
  private static final int MOST_ADDRESSES = 50_000;
  private static final List<String> FIXED =
      List.of(
          "/",
          "/regions",
          "/compare",
          "/indicators",
          "/coverage",
          "/help",
          "/rules",
          "/about",
          "/api");

  private final Pages pages;
  private final Archive archive;

  /** Lists what the archive has. */
  public SiteFiles(Pages pages, Archive archive) {
    this.pages = pages;
    this.archive = archive;
  }

  /** {@code /robots.txt}: searches are endless, documents are not. */
  public void robots(Context ctx) {
    ctx.contentType("text/plain; charset=utf-8")
        .result(
            "User-agent: *\nDisallow: /search?*&\nDisallow: /api/v1/export\nSitemap: "
                + pages.origin(ctx)
                + "/sitemap.xml\n");
  }

  /** {@code /sitemap.xml}: fixed pages and documents, at most {@value #MOST_ADDRESSES}. */
  public void sitemap(Context ctx) {
    String origin = pages.origin(ctx);
    StringBuilder xml =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
            .append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    FIXED.forEach(path -> address(xml, origin + path, ""));
    for (Version newest : archive.newest(MOST_ADDRESSES - FIXED.size())) {
      String changed = "<lastmod>" + newest.firstSeen().truncatedTo(SECONDS) + "</lastmod>";
      address(xml, origin + Links.permalink(newest.documentId()), changed);
    }
    ctx.contentType("application/xml; charset=utf-8").result(xml.append("</urlset>\n").toString());
  }

  private static void address(StringBuilder xml, String address, String changed) {
    xml.append("  <url><loc>")
        .append(escaped(address))
        .append("</loc>")
        .append(changed)
        .append("</url>\n");
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

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
