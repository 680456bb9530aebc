package org.mingzhang.collect.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.mingzhang.extract.html.ElementRemover;

/** Merges the pages of a text that a site has split over several pages. */
public final class PageMerger {
  private static final double MIN_SHARE_OF_TEXT = 0.7;

  private PageMerger() {}

  /**
   * The first page, as HTML in UTF-8 without scripts and styles, with the texts of the other pages
   * appended to its text.
   *
   * @param webPages in their order, at least one
   */
  public static byte[] merge(List<WebPage> webPages) {
    Document whole = webPages.getFirst().document().clone();
    ElementRemover.removeAll(whole.select("script, style, noscript"));
    whole.charset(StandardCharsets.UTF_8);
    Element place = findTextContainer(whole);
    for (WebPage webPage : webPages.subList(1, webPages.size())) {
      Document rest = webPage.document().clone();
      ElementRemover.removeAll(rest.select("script, style, noscript"));
      place.appendChildren(findTextContainer(rest).childNodesCopy());
    }
    return whole.outerHtml().getBytes(StandardCharsets.UTF_8);
  }

  /** The deepest element that holds most of the text outside links. */
  private static Element findTextContainer(Document page) {
    Element at = page.body();
    while (true) {
      int all = lengthWithoutLinks(at);
      Element next = null;
      for (Element child : at.children()) {
        if (lengthWithoutLinks(child) >= all * MIN_SHARE_OF_TEXT) {
          next = child;
        }
      }
      if (next == null
          || next.normalName().equals("p")
          || next.normalName().equals("table")
          || all == 0) {
        return at;
      }
      at = next;
    }
  }

  private static int lengthWithoutLinks(Element element) {
    int linked = element.select("a").stream().mapToInt(a -> a.text().length()).sum();
    return element.text().length() - linked;
  }
}
