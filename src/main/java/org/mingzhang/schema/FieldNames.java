package org.mingzhang.schema;

import java.util.EnumSet;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;

/**
 * Names of the Lucene fields other than {@link TextField} and {@link NumberField}, names of some
 * columns of {@link StoredRow#values}, and the facets of each scope.
 */
public final class FieldNames {
  /** Id of the {@link SearchScope} of a row; a term. */
  public static final String SCOPE = "scope";

  /** Permalink id of the document, a term on every row of its block; used to replace the block. */
  public static final String DOCUMENT = "doc";

  /** Permalink id of the row; a term, and a value per row. */
  public static final String ID = "id";

  /**
   * Tie breaker of all sort orders, a number per row: hash of the document in the upper bits,
   * ordinal of the row among the document's rows of its scope in the lower {@link #ORDINAL_BITS}
   * bits, in which larger ordinals become the largest one.
   */
  public static final String ORDER = "order";

  /** Number of bits of {@link #ORDER} for the ordinal. */
  public static final int ORDINAL_BITS = 20;

  /** Six-digit region code; a number per row, missing if the region is not stated. */
  public static final String REGION_CODE = "regionCode";

  /** Id of the {@link SectionBoost}; a value per row, missing for {@link SectionBoost#TEXT}. */
  public static final String SECTION_BOOST = "substance";

  /**
   * {@link NearDuplicateKey}, by which near duplicates are collapsed; a number per section, missing
   * if its text is too short.
   */
  public static final String NEAR_DUPLICATE_KEY = "wording";

  /** Column of rows whose document is a blank form, with the value {@code true}. */
  public static final String BLANK_FORM = "blankForm";

  /** Column of rows whose document was read by OCR: mean confidence of its words, 0–100. */
  public static final String CONFIDENCE = "confidence";

  /** Keys of the {@link LongSentence}s of a section; terms. */
  public static final String PASSAGES = "passages";

  /** Completions, see {@link SuggestionKind#encode}; terms. */
  public static final String SUGGESTION = "suggestion";

  /**
   * Column of a document's row: fingerprint of its {@link CrossDocumentFinding}s; missing if it has
   * none.
   */
  public static final String CROSS_DOCUMENT_FINDINGS = "across";

  /** Column of a document's row: number of times that its file contains it, at least 1. */
  public static final String TIMES_PRINTED = "timesPrinted";

  /** Column of a document's row: its {@link MinHashSignature}; missing if its text is too short. */
  public static final String SIGNATURE = "signature";

  /** Term of rows of secondary editions, see {@link org.mingzhang.model.EditionGroup}. */
  public static final Term SECONDARY_EDITION = new Term("passedOver", "1");

  /** The stored {@link StoredRow}. */
  public static final String ROW = "row";

  /** Stored full text of a section. */
  public static final String TEXT = "text";

  private static final Set<FacetDimension> DOCUMENT_LEVEL =
      EnumSet.of(
          FacetDimension.REGION,
          FacetDimension.YEAR,
          FacetDimension.CATEGORY,
          FacetDimension.AGENCY_TYPE,
          FacetDimension.AGENCY,
          FacetDimension.SITE,
          FacetDimension.PUBLISHED);

  private static final Set<String> DOCUMENT_LEVEL_NUMBERS =
      Set.of(
          NumberField.YEAR.fieldName(),
          NumberField.ARRIVAL.fieldName(),
          NumberField.PUBLISHED.fieldName(),
          NumberField.DAYS_LATE.fieldName());

  private FieldNames() {}

  /** The field of a facet: a term and a sorted value per row. */
  public static String facet(FacetDimension dimension) {
    return "facet." + dimension.id();
  }

  /** Whether all rows of a document have the same value of a facet. */
  public static boolean isDocumentLevel(FacetDimension dimension) {
    return DOCUMENT_LEVEL.contains(dimension);
  }

  /** Whether all rows of a document have the same value of a facet's or a number's field. */
  public static boolean isDocumentLevel(String field) {
    return DOCUMENT_LEVEL_NUMBERS.contains(field)
        || DOCUMENT_LEVEL.stream().anyMatch(dimension -> facet(dimension).equals(field));
  }

  /** The facets that rows of a scope can have; a new set. */
  public static Set<FacetDimension> dimensions(SearchScope scope) {
    EnumSet<FacetDimension> dimensions = EnumSet.copyOf(DOCUMENT_LEVEL);
    switch (scope) {
      case DOCUMENTS -> {}
      case SECTIONS -> dimensions.add(FacetDimension.TOPIC);
      case INDICATORS ->
          dimensions.addAll(
              EnumSet.of(
                  FacetDimension.TOPIC,
                  FacetDimension.INDICATOR_LEVEL1,
                  FacetDimension.INDICATOR_LEVEL2,
                  FacetDimension.TARGET_RESULT));
      case FIGURES ->
          dimensions.addAll(EnumSet.of(FacetDimension.TOPIC, FacetDimension.FIGURE_NAME));
      case FACTS -> {
        dimensions.add(FacetDimension.TOPIC);
        dimensions.addAll(EnumSet.range(FacetDimension.ACCOUNT, FacetDimension.DISPUTED));
      }
      case FINDINGS ->
          dimensions.addAll(
              EnumSet.of(
                  FacetDimension.TOPIC, FacetDimension.FINDING_KIND, FacetDimension.SEVERITY));
    }
    return dimensions;
  }

  /** The term that all rows of a document share. */
  public static Term documentTerm(String documentId) {
    return new Term(DOCUMENT, documentId);
  }

  /** The term that all rows of a scope share. */
  public static Term scopeTerm(SearchScope scope) {
    return new Term(SCOPE, scope.id());
  }
}
