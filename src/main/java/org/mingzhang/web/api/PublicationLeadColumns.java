package org.mingzhang.web.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Provenance;
import org.mingzhang.search.Hit;
import org.mingzhang.text.ChinaTime;
import org.mingzhang.web.changes.ChangeSummary;
import org.mingzhang.web.leads.PublicationLead;
import org.mingzhang.web.render.Labels;

/** The columns of the export of documents that are gone, were changed or were published late. */
final class PublicationLeadColumns {
  static final List<String> COLUMN_NAMES =
      List.of(
          "lead",
          "agency",
          "region",
          "year",
          "category",
          "document_title",
          "message",
          "published",
          "due",
          "days_late",
          "first_seen",
          "last_seen",
          "gone",
          "days_after",
          "numbers_changed",
          "site_url",
          "url");

  private final Labels labels;
  private final String origin;

  PublicationLeadColumns(Labels labels, String origin) {
    this.labels = labels;
    this.origin = origin;
  }

  /** Creates the row of a lead, with dates in China Standard Time. */
  List<@Nullable Object> buildRow(PublicationLead lead) {
    Hit document = lead.document();
    Provenance provenance = lead.provenance();
    ChangeSummary change = lead.change();
    List<@Nullable Object> row = new ArrayList<>();
    row.add(lead.part().id());
    row.add(document.agency());
    row.add(String.join("/", document.region()));
    row.add(document.year());
    row.add(document.category());
    row.add(document.documentTitle());
    row.add(lead.headline(labels));
    row.add(document.values().get("published"));
    row.add(document.values().get("due"));
    String late = document.values().get("daysLate");
    row.add(late == null ? null : Integer.valueOf(late));
    row.add(provenance == null ? null : formatDay(provenance.firstSeen()));
    row.add(provenance == null ? null : formatDay(provenance.lastSeen()));
    row.add(provenance == null ? null : formatDay(provenance.goneSince()));
    row.add(change == null ? null : (Long) change.days());
    row.add(change == null ? null : (Integer) change.numberCount());
    row.add(provenance == null ? null : provenance.url());
    row.add(origin + "/d/" + document.documentId());
    return row;
  }

  private static @Nullable String formatDay(@Nullable Instant time) {
    return time == null ? null : ChinaTime.toDate(time).toString();
  }
}
