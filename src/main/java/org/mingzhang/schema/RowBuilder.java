package org.mingzhang.schema;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;

/** Builder of one row of the index. Not thread safe; used once. */
final class RowBuilder {
  private static final Pattern REGION_CODE = Pattern.compile("\\d{1,12}");

  private static final int MAX_VALUE_LENGTH = 2000;

  /**
   * Fields of sections that are added empty to other rows to make Lucene store their norms densely,
   * see {@link #build(StoredRow)}.
   */
  private static final List<TextField> DENSE_NORM_FIELDS =
      List.of(TextField.WORDS, TextField.NGRAMS, TextField.TITLE_NGRAMS);

  private final Document row = new Document();
  private final SearchScope scope;
  private SectionBoost boost = SectionBoost.TEXT;

  RowBuilder(SearchScope scope, String documentId, String id, long order) {
    this.scope = scope;
    row.add(new StringField(FieldNames.SCOPE, scope.id(), Field.Store.NO));
    row.add(new StringField(FieldNames.DOCUMENT, documentId, Field.Store.NO));
    row.add(new StringField(FieldNames.ID, id, Field.Store.NO));
    row.add(new BinaryDocValuesField(FieldNames.ID, new BytesRef(id)));
    row.add(new NumericDocValuesField(FieldNames.ORDER, order));
  }

  /** Adds text to a field; null and blank text are ignored. */
  RowBuilder addText(TextField field, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      row.add(new Field(field.fieldName(scope), text, field.type()));
    }
    return this;
  }

  /** Adds words with the weight of a zone; null and blank text are ignored. */
  RowBuilder addWords(WeightedZone zone, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      TextField field = TextField.WORDS;
      row.add(new WeightedText(field.fieldName(scope), text, field.type(), zone.weight()));
    }
    return this;
  }

  /** Adds text for phrase search, to a field of n-grams and its field of single characters. */
  RowBuilder addExactText(TextField ngramField, @Nullable String text) {
    return addText(ngramField, text).addText(ngramField.charactersField(), text);
  }

  /**
   * Sets the value of a facet, without white space at its ends and truncated to {@value
   * #MAX_VALUE_LENGTH} UTF-16 units; null and blank values are ignored.
   */
  RowBuilder addFacet(FacetDimension dimension, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      String stripped = value.strip();
      String cut = stripped.substring(0, Math.min(stripped.length(), MAX_VALUE_LENGTH));
      String field = FieldNames.facet(dimension);
      row.add(new StringField(field, cut, Field.Store.NO));
      row.add(new SortedDocValuesField(field, new BytesRef(cut)));
    }
    return this;
  }

  /** Sets the value of a numeric field; null is ignored. */
  RowBuilder addNumber(NumberField field, @Nullable BigDecimal value) {
    if (value != null) {
      row.add(new LongField(field.fieldName(), field.toLong(value), Field.Store.NO));
    }
    return this;
  }

  /**
   * Sets the region code by which rows are sorted; null and codes with other than digits are
   * ignored.
   */
  RowBuilder addRegionCode(@Nullable String code) {
    if (code != null && REGION_CODE.matcher(code).matches()) {
      row.add(new NumericDocValuesField(FieldNames.REGION_CODE, Long.parseLong(code)));
    }
    return this;
  }

  /** Sets the boost. Of several boosts, the one that is declared last in the enum applies. */
  RowBuilder setBoost(SectionBoost other) {
    boost = other.compareTo(boost) > 0 ? other : boost;
    return this;
  }

  /** Sets the {@link NearDuplicateKey}; 0 is ignored. */
  RowBuilder addNearDuplicateKey(long key) {
    if (key != 0) {
      row.add(new NumericDocValuesField(FieldNames.NEAR_DUPLICATE_KEY, key));
    }
    return this;
  }

  /** Indexes one term that is neither analyzed nor stored. */
  RowBuilder addTerm(String field, String value) {
    row.add(new StringField(field, value, Field.Store.NO));
    return this;
  }

  /** Indexes several terms of one field, neither analyzed nor stored. */
  RowBuilder addTerms(String field, Iterable<String> values) {
    values.forEach(value -> addTerm(field, value));
    return this;
  }

  /**
   * Adds a completion; null and blank text, and text of more than {@link
   * SuggestionKind#MAX_TEXT_LENGTH} UTF-16 units, are ignored.
   */
  RowBuilder addSuggestion(SuggestionKind kind, @Nullable String text) {
    if (text != null && !text.isBlank() && text.length() <= SuggestionKind.MAX_TEXT_LENGTH) {
      addTerm(FieldNames.SUGGESTION, kind.encode(text.strip()));
    }
    return this;
  }

  /**
   * Finishes the row. The text fields of sections are added empty to rows of other scopes, so that
   * their norms are dense: Lucene reads dense norms by address, but must search sparse ones, and
   * nearly all searches are for sections.
   */
  Document build(StoredRow storedRow) {
    for (TextField field : DENSE_NORM_FIELDS) {
      String name = field.fieldName(SearchScope.SECTIONS);
      if (row.getField(name) == null) {
        row.add(new Field(name, "", field.type()));
      }
    }
    if (boost != SectionBoost.TEXT) {
      row.add(new SortedDocValuesField(FieldNames.SECTION_BOOST, new BytesRef(boost.id())));
    }
    row.add(new StoredField(FieldNames.ROW, storedRow.encode()));
    return row;
  }

  /** Finishes the row with a stored full text. */
  Document build(StoredRow storedRow, String text) {
    row.add(new StoredField(FieldNames.TEXT, text));
    return build(storedRow);
  }
}
