package org.mingzhang.model;

import java.time.LocalDate;

/**
 * The last day on which the law allows a document to be published.
 *
 * @param day the day
 * @param rule id of the rule that sets it
 * @param quote words of the document that state the day of its approval; empty if the rule needs
 *     only the fiscal year
 */
public record PublicationDueDate(LocalDate day, String rule, String quote) {}
