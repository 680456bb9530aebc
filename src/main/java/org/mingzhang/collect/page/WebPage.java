package org.mingzhang.collect.page;

import java.net.URI;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.mingzhang.collect.http.UrlCanonicalizer;
import org.mingzhang.extract.html.HtmlDecoder;

/**
 * A parsed web page. Scripts are not executed.
 *
 * @param uri address of the page
 * @param baseUri base address of its links
 * @param document the DOM
 */
public record WebPage(URI uri, URI baseUri, Document document) {
  private static final int MAX_TITLE_LENGTH = 200;

  /** Parses a page, whose character set is detected. */
  public static WebPage parse(URI uri, byte[] bytes) {
    return parse(uri, HtmlDecoder.decode(bytes));
  }

  /** Parses the decoded HTML of a page, which was fetched from {@code uri}. */
  public static WebPage parse(URI uri, String text) {
    Document document = Jsoup.parse(text, uri.toString(), Parser.htmlParser().setMaxDepth(512));
    expandEmbeddedLists(document);
    Element baseElement = document.selectFirst("base[href]");
    URI from =
        baseElement == null
            ? uri
            : UrlCanonicalizer.resolve(uri, baseElement.attr("href")).orElse(uri);
    return new WebPage(uri, from, document);
  }

  /**
   * Replaces each script element whose content is the markup of a list by that list, as the page's
   * script does.
   */
  private static void expandEmbeddedLists(Document document) {
    for (Element script : document.select("script[type=text/xml], script[type=text/html]")) {
      String data = script.data().replace("<![CDATA[", "").replace("]]>", "");
      Element place = document.createElement("div").addClass("embedded-list");
      place.html(data);
      script.before(place);
      script.remove();
    }
  }

  /** The address of a link; empty if it cannot be fetched. */
  Optional<URI> resolveAddress(String link) {
    return UrlCanonicalizer.resolve(baseUri, link);
  }

  /** Content of the meta element with this name in any case; empty if there is none. */
  Optional<String> findMeta(String name) {
    for (Element meta : document.select("meta[name][content]")) {
      if (meta.attr("name").equalsIgnoreCase(name) && !meta.attr("content").isBlank()) {
        return Optional.of(meta.attr("content").strip());
      }
    }
    return Optional.empty();
  }

  /**
   * Title of the article, truncated to 200 characters: the title in its meta element, otherwise the
   * first heading of level 1, otherwise the title of the page; may be empty.
   */
  public String title() {
    String title =
        findMeta("ArticleTitle")
            .or(() -> Optional.ofNullable(document.selectFirst("h1")).map(Element::text))
            .filter(text -> !text.isBlank())
            .orElseGet(document::title);
    return title.length() > MAX_TITLE_LENGTH ? title.substring(0, MAX_TITLE_LENGTH) : title;
  }
}
