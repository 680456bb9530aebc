package org.mingzhang.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactAnchors;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding;
import org.mingzhang.model.FindingAnchors;
import org.mingzhang.model.FindingsByNumber;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.SearchScope;
import org.mingzhang.model.Section;

/**
 * Converts a disclosure to rows of the index (Lucene documents): one for each section, indicator,
 * figure, fact and finding, and the row of the document itself, which must be the last.
 *
 * <p>The rows are one block, to be written with {@code
 * updateDocuments(FieldNames.documentTerm(documentId), rows)}. Every row has the facets of its
 * document. Facet values are labels of the model's enums for category, topic and agency type; the
 * region's path joined with {@code /}; {@code met}, {@code missed} or {@code unknown} for a target;
 * the id of the record format for the kind of a finding; {@code proof}, {@code probable} or {@code
 * wording} for its severity; labels and ids of the record format for the dimensions of a fact; and
 * names as printed otherwise. A value that the document does not state is left out.
 */
public final class DisclosureRowFactory {
  private DisclosureRowFactory() {}

  /**
   * Creates the rows of a document of which only the content is known.
   *
   * @param documentId permalink id of the document
   * @param disclosure content of the document
   * @param sectionIds permalink slug of each section
   * @param crossDocumentFindings findings that involve other documents; their fingerprint is stored
   *     in the document's row under {@link FieldNames#CROSS_DOCUMENT_FINDINGS}
   * @throws IllegalArgumentException if the numbers of sections and slugs differ
   */
  public static List<Document> createRows(
      String documentId,
      Disclosure disclosure,
      List<String> sectionIds,
      List<CrossDocumentFinding> crossDocumentFindings) {
    return createRows(
        documentId, disclosure, sectionIds, crossDocumentFindings, DocumentIndexAttributes.UNKNOWN);
  }

  /**
   * Creates the rows of a document, with fields for its editions, arrival and publication.
   *
   * @param documentId permalink id of the document
   * @param disclosure content of the document
   * @param sectionIds permalink slug of each section
   * @param crossDocumentFindings findings that involve other documents
   * @param attributes properties that are not part of the content
   * @throws IllegalArgumentException if the numbers of sections and slugs differ
   */
  public static List<Document> createRows(
      String documentId,
      Disclosure disclosure,
      List<String> sectionIds,
      List<CrossDocumentFinding> crossDocumentFindings,
      DocumentIndexAttributes attributes) {
    if (sectionIds.size() != disclosure.sections().size()) {
      throw new IllegalArgumentException(
          documentId
              + " has "
              + disclosure.sections().size()
              + " sections but "
              + sectionIds.size()
              + " section ids");
    }
    SharedRowValues shared =
        new SharedRowValues(documentId, disclosure, sectionIds, crossDocumentFindings, attributes);
    List<Document> rows = new ArrayList<>();
    addSections(rows, shared);
    List<Indicator> indicators = disclosure.indicators();
    for (int i = 0; i < indicators.size(); i++) {
      rows.add(IndicatorAndFigureRowFactory.createIndicatorRow(shared, indicators.get(i), i));
    }
    List<Figure> figures = disclosure.figures();
    for (int i = 0; i < figures.size(); i++) {
      rows.add(IndicatorAndFigureRowFactory.createFigureRow(shared, figures.get(i), i));
    }
    List<Finding> findings = disclosure.findings();
    List<String> anchors = FindingAnchors.ofDocument(findings).names();
    List<Finding> related =
        crossDocumentFindings.stream().map(CrossDocumentFinding::finding).toList();
    List<String> relatedAnchors = FindingAnchors.ofRelatedDocuments(related).names();
    FindingsByNumber findingsByNumber =
        FindingsByNumber.group(
            Stream.concat(findings.stream(), related.stream()).toList(),
            Stream.concat(anchors.stream(), relatedAnchors.stream()).toList());
    addFacts(rows, shared, findingsByNumber);
    for (int i = 0; i < findings.size(); i++) {
      rows.add(FindingRowFactory.createFindingRow(shared, findings.get(i), anchors.get(i), i));
    }
    for (int i = 0; i < crossDocumentFindings.size(); i++) {
      int ordinal = findings.size() + i;
      rows.add(
          FindingRowFactory.createCrossFindingRow(
              shared, crossDocumentFindings.get(i), relatedAnchors.get(i), ordinal));
    }
    rows.add(createDocumentRow(shared));
    return rows;
  }

  private static void addSections(List<Document> rows, SharedRowValues shared) {
    List<Section> sections = shared.disclosure().sections();
    for (int i = 0; i < sections.size(); i++) {
      rows.add(createSectionRow(shared, sections.get(i), i));
    }
  }

  private static void addFacts(
      List<Document> rows, SharedRowValues shared, FindingsByNumber findingsByNumber) {
    List<Fact> facts = shared.disclosure().facts();
    List<String> anchors = FactAnchors.computeAnchors(facts).names();
    for (int i = 0; i < facts.size(); i++) {
      rows.add(
          FactRowFactory.createFactRow(shared, facts.get(i), anchors.get(i), i, findingsByNumber));
    }
  }

  private static Document createSectionRow(SharedRowValues shared, Section section, int ordinal) {
    IndexedText full = IndexedText.build(section);
    String id = shared.sectionId(section.path());
    List<String> above = shared.headingsAbove(section.path());
    String topic = section.topic().label();
    StoredRow stored =
        shared.createStoredRow(
            id,
            above,
            section.heading(),
            topic,
            section.page(),
            null,
            java.util.Map.of(),
            full.pages());
    return shared
        .createRow(SearchScope.SECTIONS, id, ordinal, topic)
        .setBoost(SectionBoost.ofSection(section))
        .addNearDuplicateKey(NearDuplicateKey.compute(section, shared.disclosure().metadata()))
        .addWords(WeightedZone.TITLE, section.title())
        .addWords(WeightedZone.PATH, String.join("\n", above))
        .addWords(WeightedZone.BODY, section.text())
        .addExactText(TextField.NGRAMS, full.text())
        .addExactText(TextField.TITLE_NGRAMS, section.heading())
        .addSuggestion(SuggestionKind.HEADING, section.isListItem() ? null : section.title())
        .addTerms(FieldNames.PASSAGES, LongSentence.keys(full.text()))
        .build(stored, full.text());
  }

  /** The document's own row, which is found by title, agency, region, file name and headings. */
  private static Document createDocumentRow(SharedRowValues shared) {
    String headings =
        String.join(
            SharedRowValues.COLUMN_SEPARATOR,
            shared.disclosure().sections().stream().map(Section::heading).toList());
    String searched =
        String.join(
            SharedRowValues.COLUMN_SEPARATOR,
            shared.title(),
            shared.agencyAndRegion(),
            shared.disclosure().source().file(),
            headings);
    StoredRow stored =
        shared.createStoredRow(
            shared.id(),
            List.of(),
            shared.title(),
            null,
            1,
            null,
            shared.documentRowColumns(),
            PageMap.ofPage(1));
    RowBuilder row = shared.createRow(SearchScope.DOCUMENTS, shared.id(), 0, null);
    shared.regionPath().forEach(region -> row.addSuggestion(SuggestionKind.REGION, region));
    return row.addSuggestion(SuggestionKind.TITLE, shared.title())
        .addSuggestion(SuggestionKind.AGENCY, shared.disclosure().metadata().agency())
        .addWords(WeightedZone.TITLE, shared.title())
        .addWords(WeightedZone.BODY, headings)
        .addExactText(TextField.NGRAMS, searched)
        .addExactText(TextField.TITLE_NGRAMS, shared.title())
        .build(stored);
  }
}
