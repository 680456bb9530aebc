package org.mingzhang.web.leads;

import java.util.List;

/**
 * A lead as a card shows it.
 *
 * @param address where its first place is
 * @param headline one sentence, what does not agree
 * @param kind name of its kind
 * @param severity short name of how sure it is, {@code target} for targets
 * @param certainty how sure it is, in words
 * @param gap how far its numbers are apart, in words, or empty
 * @param agency agency, empty where the title of the document names it
 * @param about where the agency is
 * @param document title of its document
 * @param documentAddress where that is
 * @param places what is quoted, at most two places
 * @param sums the numbers in one unit
 * @param formula the computation as it was written out, or empty
 * @param explanation what may explain it without a fault
 * @param enquiry a letter to the agency
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
    List<Place> places,
    List<Sum> sums,
    String formula,
    String explanation,
    String enquiry) {

  /**
   * A place that is quoted.
   *
   * @param quote its words
   * @param heading the section it stands in, or empty
   * @param address where it is read
   * @param page 1-based page
   * @param document title of its document where it is another one, else empty
   * @param viewer that page of the original, or empty where it has none
   * @param original address of the PDF that its page is drawn from, or empty
   */
  public record Place(
      String quote,
      String heading,
      String address,
      int page,
      String document,
      String viewer,
      String original) {}

  /**
   * One number of the arithmetic.
   *
   * @param name what it is
   * @param value the number with its unit
   */
  public record Sum(String name, String value) {}
}
