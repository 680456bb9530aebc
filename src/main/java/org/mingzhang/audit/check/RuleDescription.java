package org.mingzhang.audit.check;

import org.mingzhang.model.Finding.Kind;

/**
 * What a rule is, for the page that lists all rules.
 *
 * @param id short name, lower case with hyphens, unique
 * @param kind kind of its findings
 * @param reads what it compares, in Chinese
 * @param readsEnglish the same in English
 * @param tolerance deviation that it lets pass, in Chinese
 * @param toleranceEnglish the same in English
 * @param reason why what it compares must agree, in Chinese
 * @param reasonEnglish the same in English
 */
public record RuleDescription(
    String id,
    Kind kind,
    String reads,
    String readsEnglish,
    String tolerance,
    String toleranceEnglish,
    String reason,
    String reasonEnglish) {}
