package org.mingzhang.web.leads;

import java.util.List;

/**
 * A lead as shown on a card.
 *
 * @param address address of its first place, or of its document
 * @param headline what does not agree or what happened, in one sentence
 * @param kind name of its kind; for a publication lead, the site
 * @param severity style class of its severity, {@code target} if it is not a finding
 * @param certainty name of its severity, of the target's result, or of the list
 * @param gap its gap as text, or empty
 * @param agency agency, empty if the title of the document contains it
 * @param regionNames names of the path of its region, joined by spaces, or empty
 * @param documentTitle title of its document
 * @param documentAddress address of the document
 * @param places quoted places, at most two
 * @param sums its numbers and other values
 * @param formula the computation; for a publication lead, the changes or the rule; or empty
 * @param explanation an innocent explanation
 * @param enquiry text of a letter to the agency
 */
public record LeadView(
    String address,
    String headline,
    String kind,
    String severity,
    String certainty,
    String gap,
    String agency,
    String regionNames,
    String documentTitle,
    String documentAddress,
    List<QuoteLocation> places,
    List<LabeledValue> sums,
    String formula,
    String explanation,
    String enquiry) {

  /**
   * The quoted words of a lead, with their section and page.
   *
   * @param quote the words
   * @param heading heading of its section, or empty
   * @param address its address
   * @param page 1-based page, or 0 if unknown or if the document has no pages of its own
   * @param otherDocumentTitle title of its document if it is another document than that of the
   *     lead; otherwise empty
   * @param viewerAddress address of the page of the original in the viewer, or empty
   * @param originalAddress address of the original if it is a PDF, or empty
   */
  public record QuoteLocation(
      String quote,
      String heading,
      String address,
      int page,
      String otherDocumentTitle,
      String viewerAddress,
      String originalAddress) {}

  /**
   * A labeled number or text.
   *
   * @param name its label
   * @param value its value with unit
   */
  public record LabeledValue(String name, String value) {}
}
