package org.mingzhang.web.document;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Provenance;

/**
 * Where a document was published, as a page shows it; days are those of China.
 *
 * @param provenance what is known
 */
public record ProvenanceView(Provenance provenance) {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private static String day(Instant time) {
    return time.atZone(CHINA).toLocalDate().toString();
  }

  /** Host of the address. */
  public String host() {
    String host = URI.create(provenance.url()).getHost();
    return host == null ? provenance.url() : host;
  }

  /** Day of publication, or null. */
  public @Nullable String published() {
    return provenance.published() == null ? null : provenance.published().toString();
  }

  /** Day it was first seen there. */
  public String firstSeen() {
    return day(provenance.firstSeen());
  }

  /** Day it was last seen there. */
  public String lastSeen() {
    return day(provenance.lastSeen());
  }

  /** Day since which it is no longer there, or null. */
  public @Nullable String gone() {
    Instant gone = provenance.gone();
    return gone == null ? null : day(gone);
  }

  /** Text of the page that links it: its title, else its address; null where none does. */
  public @Nullable String page() {
    String title = provenance.pageTitle();
    return title != null && !title.isBlank() ? title : provenance.page();
  }
}
