package org.mingzhang.model;

import java.time.LocalDate;

/**
 * The last day on which the law allows a document to be published.
 *
 * @param day that day
 * @param rule id of the rule that it follows from
 * @param quote words of the document that name the day of its approval, empty where it follows from
 *     the fiscal year alone
 */
public record LegalDate(LocalDate day, String rule, String quote) {}
