package org.mingzhang.web.privacy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.AuditRuleCounts;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Evidence;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableData;

/**
 * Masks personal data in all texts of a disclosure. Hashes, the file's name, amounts, pages and
 * offsets are not changed.
 */
public record DisclosureMasker(PersonalDataMasker personalDataMasker) {
  /** Returns a masked copy of a disclosure, or the disclosure itself if nothing is to be masked. */
  public Disclosure mask(Disclosure disclosure) {
    return personalDataMasker.isEnabled()
        ? new Disclosure(
            disclosure.source(),
            maskMetadata(disclosure.metadata()),
            disclosure.sections().stream().map(this::maskSection).toList(),
            disclosure.tables().stream().map(this::maskTable).toList(),
            disclosure.indicators().stream().map(this::maskIndicator).toList(),
            disclosure.figures().stream().map(this::maskFigure).toList(),
            disclosure.facts().stream().map(this::maskFact).toList(),
            disclosure.findings().stream().map(this::maskFinding).toList(),
            maskRuleCounts(disclosure.ruleCounts()),
            maskTexts(disclosure.warnings()))
        : disclosure;
  }

  private @Nullable String maskText(@Nullable String text) {
    return text == null ? null : personalDataMasker.mask(text);
  }

  private List<String> maskTexts(List<String> texts) {
    return texts.stream().map(personalDataMasker::mask).toList();
  }

  private DocumentMetadata maskMetadata(DocumentMetadata metadata) {
    return new DocumentMetadata(
        maskText(metadata.title()),
        metadata.titleComposed(),
        maskText(metadata.agency()),
        metadata.region(),
        metadata.year(),
        metadata.category(),
        metadata.agencyType(),
        metadata.evidence().stream()
            .map(
                e ->
                    new Evidence(e.field(), e.rule(), personalDataMasker.mask(e.quote()), e.page()))
            .toList());
  }

  private Section maskSection(Section section) {
    return new Section(
        section.path(),
        section.number(),
        personalDataMasker.mask(section.title()),
        section.titleEnd(),
        section.level(),
        section.topic(),
        section.page(),
        section.isListItem(),
        section.isRunIn(),
        section.body().stream().map(this::maskPart).toList());
  }

  private Section.Part maskPart(Section.Part part) {
    return switch (part) {
      case Section.Paragraph paragraph ->
          new Section.Paragraph(paragraph.page(), personalDataMasker.mask(paragraph.text()));
      case Section.TablePart table ->
          new Section.TablePart(
              table.page(), table.table(), maskGrid(table.grid()), table.rowPages());
    };
  }

  private TableBlock maskGrid(TableBlock grid) {
    return grid.withCells(
        grid.cells().stream()
            .map(
                c ->
                    new TableBlock.Cell(
                        c.row(),
                        c.column(),
                        c.rowSpan(),
                        c.columnSpan(),
                        personalDataMasker.mask(c.text())))
            .toList());
  }

  private TableData maskTable(TableData table) {
    return new TableData(
        table.sectionPath(),
        personalDataMasker.mask(table.title()),
        table.unit(),
        table.page(),
        maskTexts(table.header()),
        table.rows().stream().map(this::maskTexts).toList(),
        table.rowPages());
  }

  private Indicator maskIndicator(Indicator indicator) {
    return new Indicator(
        indicator.sectionPath(),
        personalDataMasker.mask(indicator.tableCaption()),
        maskText(indicator.project()),
        maskText(indicator.goal()),
        maskText(indicator.level1()),
        maskText(indicator.level2()),
        personalDataMasker.mask(indicator.level3()),
        maskText(indicator.target()),
        maskText(indicator.actual()),
        maskText(indicator.weight()),
        maskText(indicator.score()),
        maskText(indicator.note()),
        indicator.met(),
        indicator.page());
  }

  private Figure maskFigure(Figure figure) {
    return new Figure(
        figure.sectionPath(),
        personalDataMasker.mask(figure.name()),
        maskText(figure.item()),
        figure.code(),
        figure.value(),
        figure.unit(),
        figure.year(),
        personalDataMasker.mask(figure.quote()),
        figure.page(),
        figure.isFromTable());
  }

  private Fact maskFact(Fact fact) {
    FactContext context = fact.context();
    FactContext masked =
        context
            .withItem(maskText(context.item()), context.code())
            .withPerimeter(context.perimeter(), maskText(context.entity()));
    return fact.withAccount(personalDataMasker.mask(fact.account()))
        .withContext(masked)
        .withLocations(fact.locations().stream().map(this::maskLocation).toList());
  }

  private FactLocation maskLocation(FactLocation location) {
    return new FactLocation(
        location.sectionPath(),
        location.page(),
        location.start(),
        location.end(),
        personalDataMasker.mask(location.quote()),
        location.cell());
  }

  private @Nullable AuditRuleCounts maskRuleCounts(@Nullable AuditRuleCounts counts) {
    return counts == null
        ? null
        : new AuditRuleCounts(counts.rules().stream().map(this::maskUndecidedPlaces).toList());
  }

  private AuditRuleCounts.RuleCounts maskUndecidedPlaces(AuditRuleCounts.RuleCounts rule) {
    return new AuditRuleCounts.RuleCounts(
        rule.rule(),
        rule.agrees(),
        rule.disagrees(),
        rule.undecided(),
        rule.reasons(),
        rule.reasonsEnglish(),
        rule.undecidedPlaces().stream()
            .map(
                place ->
                    new AuditRuleCounts.UndecidedPlace(
                        new Finding.QuoteLocation(
                            place.location().sectionPath(),
                            place.location().page(),
                            personalDataMasker.mask(place.location().quote())),
                        place.reason(),
                        place.reasonEnglish()))
            .toList());
  }

  private Finding maskFinding(Finding finding) {
    Finding.QuoteLocation other = finding.other();
    return new Finding(
        finding.rule(),
        finding.kind(),
        finding.severity(),
        finding.sectionPath(),
        finding.page(),
        personalDataMasker.mask(finding.quote()),
        maskText(finding.stated()),
        maskText(finding.computed()),
        maskText(finding.formula()),
        maskText(finding.tolerance()),
        personalDataMasker.mask(finding.message()),
        personalDataMasker.mask(finding.messageEnglish()),
        other == null
            ? null
            : new Finding.QuoteLocation(
                other.sectionPath(), other.page(), personalDataMasker.mask(other.quote())),
        finding.gap());
  }
}
