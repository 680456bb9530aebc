package org.mingzhang.search;

/**
 * A section of the judged corpus with what the judgments look at.
 *
 * @param id its id in the index
 * @param key what it is, as in {@code relevance-sections.txt}
 * @param kind kind of its document: F, B, E or P; T for a blank form
 * @param agency full name of the agency
 * @param region path of the region
 * @param year fiscal year
 * @param none whether it says that there was nothing of what it is about
 * @param body its own text
 * @param text what a ranking may see of it: title of the document, agency, region, headings, body
 */
record JudgedSection(
    String id,
    String key,
    String kind,
    String agency,
    String region,
    int year,
    boolean none,
    String body,
    String text) {}
