package org.mingzhang.web.document;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Provenance;
import org.mingzhang.text.ChinaTime;

/**
 * Where and when a document was published, for display on its page. Days are in the time zone of
 * China.
 *
 * @param provenance the provenance of its version
 */
public record ProvenanceView(Provenance provenance) {

  private static String formatDay(Instant time) {
    return ChinaTime.toDate(time).toString();
  }

  /** Host of the document's address; the whole address if it has no host. */
  public String host() {
    String host = URI.create(provenance.url()).getHost();
    return host == null ? provenance.url() : host;
  }

  /** Day of publication, or null. */
  public @Nullable String publicationDate() {
    return provenance.published() == null ? null : provenance.published().toString();
  }

  /** Day on which the document was first seen at its address. */
  public String firstSeen() {
    return formatDay(provenance.firstSeen());
  }

  /** Day on which the document was last seen at its address. */
  public String lastSeen() {
    return formatDay(provenance.lastSeen());
  }

  /** The day on which the document was found to be gone from its address; null if it was not. */
  public @Nullable String goneDay() {
    Instant gone = provenance.goneSince();
    return gone == null ? null : formatDay(gone);
  }

  /**
   * Title of the page that links to the document, or the page's address if it has no title; null if
   * no page is known.
   */
  public @Nullable String page() {
    String title = provenance.linkingPageTitle();
    return title != null && !title.isBlank() ? title : provenance.linkingPageUrl();
  }
}
