package org.mingzhang.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.AgencyType;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Region;
import org.mingzhang.model.SearchScope;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.text.ExtractionNotes;
import org.mingzhang.transparency.DisclosureChecklist;
import org.mingzhang.transparency.DisclosureItemState;

/** Values that all rows of one document share; used while its rows are built. */
final class SharedRowValues {
  /**
   * Separates the parts of a value in fields that are matched exactly (U+FFFC), so that no phrase
   * matches across two parts.
   */
  static final String COLUMN_SEPARATOR = "\uFFFC";

  private final String id;
  private final Disclosure disclosure;
  private final List<CrossDocumentFinding> crossDocumentFindings;
  private final DocumentIndexAttributes attributes;
  private final String title;
  private final Map<String, Section> sections = new HashMap<>();
  private final Map<String, String> sectionIds = new HashMap<>();

  SharedRowValues(
      String id,
      Disclosure disclosure,
      List<String> slugs,
      List<CrossDocumentFinding> crossDocumentFindings,
      DocumentIndexAttributes attributes) {
    this.id = id;
    this.attributes = attributes;
    this.crossDocumentFindings = crossDocumentFindings;
    this.disclosure = disclosure;
    String printed = disclosure.metadata().title();
    this.title = printed == null || printed.isBlank() ? disclosure.source().file() : printed;
    for (int i = 0; i < slugs.size(); i++) {
      Section section = disclosure.sections().get(i);
      sections.put(section.path(), section);
      sectionIds.put(section.path(), id + "/" + slugs.get(i));
    }
  }

  /** Permalink id of the document. */
  String id() {
    return id;
  }

  Disclosure disclosure() {
    return disclosure;
  }

  /** Title of the document; the name of its file if it has none. */
  String title() {
    return title;
  }

  /** Permalink id of the section with this path, or of the document if there is no such section. */
  String sectionId(String path) {
    return sectionIds.getOrDefault(path, id);
  }

  /** The slug of a section's permalink by the section's path; empty if there is no such section. */
  String slug(String path) {
    String known = sectionIds.get(path);
    return known == null ? "" : known.substring(id.length() + 1);
  }

  /** The section with this path; null if there is none. */
  @Nullable Section findSection(String path) {
    return sections.get(path);
  }

  /**
   * Headings of the sections above a path, outermost first; empty for a section of the top level.
   */
  List<String> headingsAbove(String path) {
    List<String> headings = new ArrayList<>();
    for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
      Section above = sections.get(path.substring(0, dot));
      if (above != null) {
        headings.add(above.heading());
      }
    }
    return headings;
  }

  /** Headings above a row within a section; the last one is the heading of the section. */
  List<String> headingsOf(String path) {
    List<String> headings = headingsAbove(path);
    Section own = sections.get(path);
    if (own != null) {
      headings.add(own.heading());
    }
    return headings;
  }

  /** Path of the region; empty if not stated. */
  List<String> regionPath() {
    Region region = disclosure.metadata().region();
    return region == null ? List.of() : region.path();
  }

  /** Agency and region path, as far as stated, joined with {@link #COLUMN_SEPARATOR}. */
  String agencyAndRegion() {
    DocumentMetadata metadata = disclosure.metadata();
    Region region = metadata.region();
    return Stream.of(
            metadata.agency(), region == null ? null : String.join(COLUMN_SEPARATOR, region.path()))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(COLUMN_SEPARATOR));
  }

  /** Title, agency and region of the document; a search for their words finds each of its rows. */
  String searchableNames() {
    return title + "\n" + agencyAndRegion().replace(COLUMN_SEPARATOR, "\n");
  }

  /**
   * A new row with the words, facets and numbers of the document.
   *
   * @param rowId permalink id of the row
   * @param ordinal ordinal among the document's rows of the scope, from 0
   * @param topic name of the topic of its section, or null
   */
  RowBuilder createRow(SearchScope scope, String rowId, int ordinal, @Nullable String topic) {
    return createBareRow(scope, rowId, ordinal, topic)
        .addWords(WeightedZone.CONTEXT, searchableNames());
  }

  /** A new row with the facets and numbers of the document but without words. */
  RowBuilder createBareRow(SearchScope scope, String rowId, int ordinal, @Nullable String topic) {
    DocumentMetadata metadata = disclosure.metadata();
    Region region = metadata.region();
    Category category = metadata.category();
    AgencyType type = metadata.agencyType();
    Integer year = metadata.year();
    return new RowBuilder(scope, id, rowId, orderValue(ordinal))
        .setBoost(metadata.isBlankForm() ? SectionBoost.TEMPLATE : SectionBoost.TEXT)
        .addTerms(
            FieldNames.SECONDARY_EDITION.field(),
            attributes.editions().isSecondary(id)
                ? List.of(FieldNames.SECONDARY_EDITION.text())
                : List.of())
        .addFacet(FacetDimension.REGION, region == null ? null : String.join("/", region.path()))
        .addFacet(FacetDimension.YEAR, year == null ? null : year.toString())
        .addFacet(FacetDimension.CATEGORY, category == null ? null : category.label())
        .addFacet(FacetDimension.AGENCY_TYPE, type == null ? null : type.label())
        .addFacet(FacetDimension.AGENCY, metadata.agency())
        .addFacet(FacetDimension.SITE, attributes.publication().site())
        .addFacet(
            FacetDimension.PUBLISHED,
            PublicationInfoFields.monthFacetValue(attributes.publication().day()))
        .addFacet(FacetDimension.TOPIC, topic)
        .addNumber(NumberField.ARRIVAL, PublicationInfoFields.nullIfZero(attributes.arrival()))
        .addNumber(
            NumberField.PUBLISHED,
            PublicationInfoFields.toDayNumber(attributes.publication().day()))
        .addNumber(
            NumberField.DAYS_LATE,
            PublicationInfoFields.nullIfZero(attributes.publication().daysLate().orElse(0)))
        .addNumber(NumberField.YEAR, year == null ? null : BigDecimal.valueOf(year))
        .addRegionCode(region == null ? null : region.code());
  }

  /**
   * Creates the stored part of a row of the document, with the columns that all rows have. The
   * parameters are components of {@link StoredRow}.
   */
  StoredRow createStoredRow(
      String rowId,
      List<String> path,
      String rowTitle,
      @Nullable String topic,
      int page,
      @Nullable String amount,
      Map<String, String> values,
      PageMap pages) {
    DocumentMetadata metadata = disclosure.metadata();
    Region region = metadata.region();
    Category category = metadata.category();
    return new StoredRow(
        rowId,
        id,
        title,
        path,
        rowTitle,
        metadata.agency(),
        region == null ? List.of() : region.path(),
        metadata.year(),
        category == null ? null : category.label(),
        topic,
        page,
        amount,
        withCommonColumns(values),
        pages);
  }

  private Map<String, String> withCommonColumns(Map<String, String> values) {
    Map<String, String> all = new HashMap<>(values);
    attributes.editions().addTo(all);
    if (disclosure.metadata().isBlankForm()) {
      all.put(FieldNames.BLANK_FORM, "true");
    }
    SourceDocument.Ocr ocr = disclosure.source().ocr();
    if (ocr != null) {
      all.put(FieldNames.CONFIDENCE, Long.toString(Math.round(ocr.confidence())));
    }
    return all;
  }

  /**
   * Whether the text was recognized from images, so that a difference between two of its numbers
   * may be a misread digit.
   */
  boolean isReadByOcr() {
    return disclosure.source().ocr() != null;
  }

  /** Columns of the document's own row. */
  Map<String, String> documentRowColumns() {
    Map<String, String> values = new HashMap<>();
    values.put("file", disclosure.source().file());
    values.put("mediaType", disclosure.source().mediaType());
    values.put("pages", Integer.toString(disclosure.source().pages()));
    SourceDocument.Ocr ocr = disclosure.source().ocr();
    values.put("recognised", Integer.toString(ocr == null ? 0 : ocr.pages()));
    values.put(
        FieldNames.TIMES_PRINTED,
        Integer.toString(ExtractionNotes.findRepetitionCount(disclosure.warnings())));
    values.put("sections", Integer.toString(disclosure.sections().size()));
    values.put("indicators", Integer.toString(disclosure.indicators().size()));
    values.put("figures", Integer.toString(disclosure.figures().size()));
    values.put("facts", Integer.toString(disclosure.facts().size()));
    values.put(
        "findings", Integer.toString(disclosure.findings().size() + crossDocumentFindings.size()));
    DisclosureChecklist checklist = DisclosureChecklist.evaluate(disclosure);
    if (!checklist.answers().isEmpty()) {
      values.put("items", Integer.toString(checklist.answers().size()));
      values.put("disclosed", Integer.toString(checklist.disclosedCount()));
      values.put("undecided", Integer.toString(checklist.count(DisclosureItemState.UNDECIDED)));
    }
    MinHashSignature.compute(disclosure)
        .ifPresent(signature -> values.put(FieldNames.SIGNATURE, signature.encode()));
    values.putAll(PublicationInfoFields.columnValues(attributes.publication()));
    String fingerprint = CrossDocumentFinding.fingerprintOf(crossDocumentFindings);
    if (!fingerprint.isEmpty()) {
      values.put(FieldNames.CROSS_DOCUMENT_FINDINGS, fingerprint);
    }
    return values;
  }

  private long orderValue(int ordinal) {
    long hash = 0;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    int places = 1 << FieldNames.ORDINAL_BITS;
    return (hash >>> 1 & -places) | Math.min(ordinal, places - 1);
  }
}
