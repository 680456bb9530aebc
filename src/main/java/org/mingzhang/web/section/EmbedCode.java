package org.mingzhang.web.section;

import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.lookup.DocumentLookup;

/** The HTML code that embeds a section in a page of another site. */
final class EmbedCode {
  private EmbedCode() {}

  static String build(String origin, DocumentLookup.Resolution.FoundSection shown) {
    String address = origin + "/embed" + PortalLinks.permalink(shown.document().id(), shown.slug());
    return "<iframe src=\""
        + escape(address)
        + "\" title=\""
        + escape(shown.section().heading())
        + "\" width=\"100%\" height=\"420\" loading=\"lazy\"></iframe>";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("\"", "&quot;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
