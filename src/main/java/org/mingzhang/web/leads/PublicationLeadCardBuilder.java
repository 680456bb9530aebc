package org.mingzhang.web.leads;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Provenance;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.changes.ChangeSummary;
import org.mingzhang.web.changes.VersionChanges;
import org.mingzhang.web.render.Labels;

/** Builds the cards of publication leads in the language of a page. */
final class PublicationLeadCardBuilder {
  private final InquiryLetterWriter letterWriter;
  private final Labels labels;
  private final PortalLinks links;

  PublicationLeadCardBuilder(InquiryLetterWriter letterWriter, Labels labels, PortalLinks links) {
    this.letterWriter = letterWriter;
    this.labels = labels;
    this.links = links;
  }

  LeadView build(PublicationLead lead) {
    Hit row = lead.document();
    String headline = lead.headline(labels);
    return new LeadView(
        address(lead),
        headline,
        lead.valueOrEmpty("site"),
        "target",
        labels.text("leads.part." + lead.part().id()),
        "",
        LeadCardBuilder.agencyUnlessInTitle(row),
        String.join(" ", row.region()),
        row.documentTitle(),
        links.document(row.documentId()),
        List.of(),
        buildDetails(lead),
        formatFormula(lead),
        InnocentExplanation.findFirst(lead.part().id()).textIn(labels.language()),
        letterWriter.buildLetter(row, headline, "enquiry.questions." + lead.part().id()));
  }

  /**
   * The address of a lead: for a changed document, the address of the differences; otherwise the
   * address of the document.
   */
  private String address(PublicationLead lead) {
    String id = lead.document().documentId();
    return lead.part() == PublicationLeadTab.CHANGED
        ? links.page(
            PortalLinks.permalink(id)
                + "/changes?v="
                + PortalLinks.fingerprintPrefix(lead.version().sha256()))
        : links.document(id);
  }

  private List<LeadView.LabeledValue> buildDetails(PublicationLead lead) {
    List<LeadView.LabeledValue> facts = new ArrayList<>();
    addUnlessBlank(facts, "provenance.published", lead.valueOrEmpty("published"));
    if (lead.part() == PublicationLeadTab.LATE) {
      addUnlessBlank(facts, "leads.late.due", lead.valueOrEmpty("due"));
    }
    Provenance provenance = lead.provenance();
    if (provenance != null) {
      addUnlessBlank(facts, "leads.first-seen", PublicationLead.formatDay(provenance.firstSeen()));
      addUnlessBlank(facts, "leads.last-seen", PublicationLead.formatDay(provenance.lastSeen()));
      addUnlessBlank(facts, "leads.address", provenance.url());
    }
    return facts;
  }

  /**
   * The explanation of a lead: for a late document, the rule of its deadline and the words of the
   * document; for a changed one, the changed amounts.
   */
  private String formatFormula(PublicationLead lead) {
    ChangeSummary change = lead.change();
    if (change != null) {
      return change.firstChanges().stream()
          .map(changed -> formatChange(changed.describe(labels)))
          .collect(Collectors.joining(labels.text("change.next")));
    }
    return lead.findDeadlineRule()
        .map(
            rule -> {
              String quote = lead.valueOrEmpty("dueQuote");
              String words = labels.language().choose(rule.chinese(), rule.english());
              String basis = labels.text("leads.late.rule", words, rule.source());
              return quote.isEmpty() ? basis : quote + labels.text("change.next") + basis;
            })
        .orElse("");
  }

  private static String formatChange(VersionChanges.Change change) {
    return change.label()
        + "  "
        + dashIfEmpty(change.textBefore())
        + " → "
        + dashIfEmpty(change.textAfter());
  }

  private static String dashIfEmpty(String value) {
    return value.isEmpty() ? "—" : value;
  }

  private void addUnlessBlank(
      List<LeadView.LabeledValue> details, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      details.add(new LeadView.LabeledValue(labels.text(name), value));
    }
  }
}
