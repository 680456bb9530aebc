package org.mingzhang.collect.page;

import java.net.URI;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.mingzhang.collect.http.WebAddress;
import org.mingzhang.extract.html.HtmlEncoding;

/**
 * A page of a site, parsed; nothing of it is run.
 *
 * @param uri address that it came from
 * @param base address that its links are relative to
 * @param document its elements
 */
public record Page(URI uri, URI base, Document document) {
  private static final int LONGEST_TITLE = 200;

  /** Parses a page, whatever character set it says it has. */
  public static Page parse(URI uri, byte[] bytes) {
    return parse(uri, HtmlEncoding.decode(bytes));
  }

  /** Parses the text of a page. */
  public static Page parse(URI uri, String text) {
    Document document = Jsoup.parse(text, uri.toString(), Parser.htmlParser().setMaxDepth(512));
    embedded(document);
    Element base = document.selectFirst("base[href]");
    URI from = base == null ? uri : WebAddress.of(uri, base.attr("href")).orElse(uri);
    return new Page(uri, from, document);
  }

  /** Lists that are kept in a script as data are made part of the page, as its script would do. */
  private static void embedded(Document document) {
    for (Element script : document.select("script[type=text/xml], script[type=text/html]")) {
      String data = script.data().replace("<![CDATA[", "").replace("]]>", "");
      Element place = document.createElement("div").addClass("embedded-list");
      place.html(data);
      script.before(place);
      script.remove();
    }
  }

  /** The address of a link; empty if it cannot be fetched. */
  Optional<URI> address(String link) {
    return WebAddress.of(base, link);
  }

  /** Value of a meta element by its name, whatever its case; empty if there is none. */
  Optional<String> meta(String name) {
    for (Element meta : document.select("meta[name][content]")) {
      if (meta.attr("name").equalsIgnoreCase(name) && !meta.attr("content").isBlank()) {
        return Optional.of(meta.attr("content").strip());
      }
    }
    return Optional.empty();
  }

  /** Title of what the page shows. */
  public String title() {
    String title =
        meta("ArticleTitle")
            .or(() -> Optional.ofNullable(document.selectFirst("h1")).map(Element::text))
            .filter(text -> !text.isBlank())
            .orElseGet(document::title);
    return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
  }
}
