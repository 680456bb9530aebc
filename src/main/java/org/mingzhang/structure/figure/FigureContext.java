package org.mingzhang.structure.figure;

import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;

/**
 * What is known of a sentence before it is read.
 *
 * @param section the section it stands in
 * @param topic topic of the section, or of the nearest parent that has one
 * @param agency name of the publishing body, empty where unknown
 * @param budget whether the document is a budget, so that its amounts are planned, not spent
 * @param year fiscal year of the document, or null
 * @param project project the section is about, or null
 * @param evaluated project that the whole document judges, or null
 * @param codes codes of the document's items
 */
record FigureContext(
    Section section,
    Topic topic,
    String agency,
    boolean budget,
    @Nullable Integer year,
    @Nullable String project,
    @Nullable String evaluated,
    ItemCodes codes) {}
