package org.mingzhang.collect.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.mingzhang.extract.html.ElementRemoval;

/** Puts a text together that a site has split over several pages. */
public final class SplitText {
  private static final double MOST = 0.7;

  private SplitText() {}

  /**
   * One page of all: the first, with the text of the others after its own.
   *
   * @param pages in their order, at least one
   */
  public static byte[] join(List<Page> pages) {
    Document whole = pages.getFirst().document().clone();
    ElementRemoval.removeAll(whole.select("script, style, noscript"));
    whole.charset(StandardCharsets.UTF_8);
    Element place = holder(whole);
    for (Page page : pages.subList(1, pages.size())) {
      Document rest = page.document().clone();
      ElementRemoval.removeAll(rest.select("script, style, noscript"));
      place.appendChildren(holder(rest).childNodesCopy());
    }
    return whole.outerHtml().getBytes(StandardCharsets.UTF_8);
  }

  /** The deepest element that has most of the text that is no link. */
  private static Element holder(Document page) {
    Element at = page.body();
    while (true) {
      int all = plain(at);
      Element next = null;
      for (Element child : at.children()) {
        if (plain(child) >= all * MOST) {
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

  private static int plain(Element element) {
    int linked = element.select("a").stream().mapToInt(a -> a.text().length()).sum();
    return element.text().length() - linked;
  }
}
