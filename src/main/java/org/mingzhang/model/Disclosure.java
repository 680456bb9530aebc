package org.mingzhang.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The structured content of a document.
 *
 * @param source the file
 * @param metadata title, agency, region, year and category
 * @param sections the outline in reading order, parents before children
 * @param tables data tables in reading order
 * @param indicators rows of performance tables
 * @param figures amounts of money and rates under one name for account, fund and stage, derived
 *     from the facts; kept for readers of earlier records
 * @param facts values of accounts that the document states
 * @param findings locations at which its numbers or words do not agree
 * @param ruleCounts counts of what each audit rule checked; null if no rules were applied, or if an
 *     earlier version of the program, which did not keep them, read the document
 * @param warnings one sentence for each part that could not be read or was limited
 */
public record Disclosure(
    SourceDocument source,
    DocumentMetadata metadata,
    List<Section> sections,
    List<TableData> tables,
    List<Indicator> indicators,
    List<Figure> figures,
    List<Fact> facts,
    List<Finding> findings,
    @Nullable AuditRuleCounts ruleCounts,
    List<String> warnings) {

  /** Makes an immutable copy of the collections. */
  public Disclosure {
    sections = List.copyOf(sections);
    tables = List.copyOf(tables);
    indicators = List.copyOf(indicators);
    figures = List.copyOf(figures);
    facts = List.copyOf(facts);
    findings = List.copyOf(findings);
    warnings = List.copyOf(warnings);
  }

  /** Creates a disclosure without facts and without counts of the audit rules. */
  public Disclosure(
      SourceDocument source,
      DocumentMetadata metadata,
      List<Section> sections,
      List<TableData> tables,
      List<Indicator> indicators,
      List<Figure> figures,
      List<Finding> findings,
      List<String> warnings) {
    this(
        source,
        metadata,
        sections,
        tables,
        indicators,
        figures,
        List.of(),
        findings,
        null,
        warnings);
  }

  /** A copy with other facts. */
  public Disclosure withFacts(List<Fact> others) {
    return new Disclosure(
        source,
        metadata,
        sections,
        tables,
        indicators,
        figures,
        others,
        findings,
        ruleCounts,
        warnings);
  }

  /** A copy with other figures. */
  public Disclosure withFigures(List<Figure> others) {
    return new Disclosure(
        source,
        metadata,
        sections,
        tables,
        indicators,
        others,
        facts,
        findings,
        ruleCounts,
        warnings);
  }

  /** A copy with other warnings. */
  public Disclosure withWarnings(List<String> others) {
    return new Disclosure(
        source,
        metadata,
        sections,
        tables,
        indicators,
        figures,
        facts,
        findings,
        ruleCounts,
        others);
  }

  /** A copy with other metadata. */
  public Disclosure withMetadata(DocumentMetadata other) {
    return new Disclosure(
        source,
        other,
        sections,
        tables,
        indicators,
        figures,
        facts,
        findings,
        ruleCounts,
        warnings);
  }

  /** A copy with more evidence appended to its metadata; this object if {@code more} is empty. */
  public Disclosure withEvidence(List<Evidence> more) {
    return more.isEmpty() ? this : withMetadata(metadata.withEvidence(more));
  }

  /** A copy with other findings. */
  public Disclosure withFindings(List<Finding> others) {
    return new Disclosure(
        source,
        metadata,
        sections,
        tables,
        indicators,
        figures,
        facts,
        others,
        ruleCounts,
        warnings);
  }

  /** A copy with other counts of the audit rules, or without any. */
  public Disclosure withRuleCounts(@Nullable AuditRuleCounts other) {
    return new Disclosure(
        source, metadata, sections, tables, indicators, figures, facts, findings, other, warnings);
  }
}
