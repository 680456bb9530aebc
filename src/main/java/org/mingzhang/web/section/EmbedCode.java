package org.mingzhang.web.section;

import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.lookup.DocumentLookup;

/** The HTML code that embeds a section in a page of another site. */
final class EmbedCode {
  private EmbedCode() {}

  static String build(String origin, DocumentLookup.Resolution.FoundSection foundSection) {
    String address =
        origin
            + "/embed"
            + PortalLinks.permalink(foundSection.document().id(), foundSection.slug());
    return "<iframe src=\""
        + escape(address)
        + "\" title=\""
        + escape(foundSection.section().heading())
        + "\" width=\"100%\" height=\"420\" loading=\"lazy\"></iframe>";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("\"", "&quot;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
