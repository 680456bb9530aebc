package org.mingzhang.web.leads;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.DocumentVersion;
import org.mingzhang.archive.Provenance;
import org.mingzhang.search.Hit;
import org.mingzhang.text.ChinaTime;
import org.mingzhang.transparency.PublicationDeadlineRule;
import org.mingzhang.web.changes.ChangeSummary;
import org.mingzhang.web.render.Labels;

/**
 * A document that is gone from its address, was changed, or was published late.
 *
 * @param part the list to which it belongs
 * @param document its indexed row
 * @param version its newest version, or the version that replaced another one
 * @param provenance where it was published, or null
 * @param change the changes in the version; null if they are unknown and for leads that are no
 *     changed documents
 */
public record PublicationLead(
    PublicationLeadTab part,
    Hit document,
    DocumentVersion version,
    @Nullable Provenance provenance,
    @Nullable ChangeSummary change) {

  static String formatDay(Instant time) {
    return ChinaTime.toDate(time).toString();
  }

  /** What happened and when, in one sentence. */
  public String headline(Labels labels) {
    return switch (part) {
      case GONE -> formatGone(labels);
      case CHANGED ->
          labels.text(
              "leads.changed.headline",
              formatDay(version.firstSeen()),
              change == null ? labels.text("change.unknown") : change.sentence(labels));
      case LATE ->
          labels.format(
              "leads.late.headline",
              valueOrEmpty("published"),
              valueOrEmpty("due"),
              valueOrEmpty("daysLate"));
    };
  }

  private String formatGone(Labels labels) {
    Provenance known = provenance;
    Instant since = known == null ? null : known.goneSince();
    return known == null || since == null
        ? labels.text("leads.part.gone")
        : labels.text("leads.gone.headline", formatDay(since), labels.reason(known.goneReason()));
  }

  /** The rule that gives the legal deadline; empty unless the document was published late. */
  Optional<PublicationDeadlineRule> findDeadlineRule() {
    return part == PublicationLeadTab.LATE
        ? PublicationDeadlineRule.ofId(valueOrEmpty("dueRule"))
        : Optional.empty();
  }

  /** A column of the document's row, or empty. */
  public String valueOrEmpty(String name) {
    return LeadCardBuilder.valueOrEmpty(document, name);
  }
}
