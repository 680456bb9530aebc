package org.mingzhang.web.leads;

import java.util.List;

/**
 * A lead as shown on a card.
 *
 * @param address address of its first place
 * @param headline what does not agree, in one sentence
 * @param kind name of its kind
 * @param severity id of its severity, {@code target} for targets
 * @param certainty name of its severity
 * @param gap its gap as text, or empty
 * @param agency agency, empty if the title of the document contains it
 * @param about region of the agency
 * @param document title of its document
 * @param documentAddress address of the document
 * @param places quoted places, at most two
 * @param sums its numbers
 * @param formula the computation, or empty
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
    String about,
    String document,
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
   * @param page 1-based page
   * @param document title of its document if that is another one; otherwise empty
   * @param viewer address of that page of the original, or empty
   * @param original address of the original if it is a PDF, or empty
   */
  public record QuoteLocation(
      String quote,
      String heading,
      String address,
      int page,
      String document,
      String viewer,
      String original) {}

  /**
   * A labeled number or text.
   *
   * @param name its label
   * @param value its value with unit
   */
  public record LabeledValue(String name, String value) {}
}
