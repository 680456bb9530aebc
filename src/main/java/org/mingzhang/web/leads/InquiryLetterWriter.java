package org.mingzhang.web.leads;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.mingzhang.model.SearchScope;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.render.Labels;

/**
 * Drafts a letter that asks an agency about a lead: what its document states and where, what does
 * not agree, and what to explain. The letter asks questions and does not accuse. Name, deadline and
 * signature are to be filled in by the sender.
 */
final class InquiryLetterWriter {
  private final Labels labels;
  private final String origin;
  private final LocalDate today;
  private final Function<String, String> versionOf;

  /**
   * Creates an instance that drafts letters in the language of a page.
   *
   * @param origin address of the portal, for the links in the letter
   * @param versionOf returns the beginning of the fingerprint of a document's newest version, so
   *     that a letter leads to what it quotes after the agency has corrected it; empty if unknown
   */
  InquiryLetterWriter(
      Labels labels, String origin, LocalDate today, Function<String, String> versionOf) {
    this.labels = labels;
    this.origin = origin;
    this.today = today;
    this.versionOf = versionOf;
  }

  /**
   * Builds the letter about a finding or target.
   *
   * @param headline what does not agree, in one sentence
   */
  String buildLetter(Hit hit, String headline, List<LeadView.QuoteLocation> places) {
    String agency = hit.agency();
    List<String> parts = new ArrayList<>();
    parts.add(labels.text("enquiry.subject", hit.documentTitle()));
    parts.add(
        agency == null ? labels.text("enquiry.to-unknown") : labels.text("enquiry.to", agency));
    parts.add(labels.text("enquiry.opening", hit.documentTitle()));
    places.forEach(location -> parts.add(formatStatement(location)));
    parts.add(describeDoubt(hit, headline));
    parts.add(buildQuestions(hit, places.size()));
    parts.add(
        labels.text(
            "enquiry.source",
            origin + PortalLinks.row(hit.id(), versionOf.apply(hit.documentId()))));
    parts.add(labels.text("enquiry.closing", today));
    return String.join("\n\n", parts);
  }

  /**
   * Builds the letter about a document that is gone, was changed or was published late.
   *
   * @param headline what happened, in one sentence
   * @param questions key of the message with the questions
   */
  String buildLetter(Hit document, String headline, String questions) {
    String agency = document.agency();
    String title = document.documentTitle();
    return String.join(
        "\n\n",
        labels.text("enquiry.subject.published", title),
        agency == null ? labels.text("enquiry.to-unknown") : labels.text("enquiry.to", agency),
        labels.text("enquiry.published", title, headline),
        labels.text(questions),
        labels.text("enquiry.source", origin + "/d/" + document.documentId()),
        labels.text("enquiry.closing", today));
  }

  private String formatStatement(LeadView.QuoteLocation location) {
    String where = formatPlace(location);
    return location.heading().isEmpty()
        ? labels.format("enquiry.said", where, location.quote())
        : labels.format("enquiry.said.section", where, location.heading(), location.quote());
  }

  /**
   * The place of a quotation in words: the document's title if it is another document than that of
   * the lead, and the page if the document has pages of its own.
   */
  private String formatPlace(LeadView.QuoteLocation location) {
    String document = location.otherDocumentTitle();
    if (location.page() > 0) {
      return document.isEmpty()
          ? labels.text("enquiry.page", location.page())
          : labels.text("enquiry.elsewhere", document, location.page());
    }
    return document.isEmpty()
        ? labels.text("enquiry.text")
        : labels.text("enquiry.document", document);
  }

  private String describeDoubt(Hit hit, String headline) {
    String formula = labels.formula(LeadCardBuilder.valueOrEmpty(hit, "formula"));
    return formula.isEmpty()
        ? labels.text("enquiry.doubt", headline)
        : labels.text("enquiry.doubt.formula", headline, formula);
  }

  /** The questions about a lead. Which of two places is right is asked only if there are two. */
  private String buildQuestions(Hit hit, int placeCount) {
    if (hit.scope() == SearchScope.FINDINGS) {
      return labels.text(placeCount > 1 ? "enquiry.questions.finding" : "enquiry.questions.single");
    }
    boolean exceeded = LeadCardBuilder.valueOrEmpty(hit, "met").equals("met");
    String reason = LeadCardBuilder.statedReason(hit);
    if (!reason.isEmpty()) {
      return labels.text(
          exceeded ? "enquiry.questions.exceeded.reason" : "enquiry.questions.missed.reason",
          reason);
    }
    return labels.text(exceeded ? "enquiry.questions.exceeded" : "enquiry.questions.missed");
  }
}
