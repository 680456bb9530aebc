package org.mingzhang.schema;

import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.mingzhang.model.SearchScope;

/**
 * The tokenized fields. Each scope has fields of its own, so that term statistics of one scope do
 * not affect the scores of another and a search reads only the postings of its scope.
 */
@SuppressWarnings("ImmutableEnumChecker") // the field types are frozen
public enum TextField {
  /** Words of a row, weighted by their {@link WeightedZone}. */
  WORDS("words", IndexOptions.DOCS_AND_FREQS),
  /** Bigrams and trigrams of characters of the whole searchable text. */
  NGRAMS("pairs.all", IndexOptions.DOCS_AND_FREQS_AND_POSITIONS),
  /** Single characters of the whole searchable text. */
  CHARACTERS("chars.all", IndexOptions.DOCS_AND_FREQS),
  /** Bigrams and trigrams of characters of the title. */
  TITLE_NGRAMS("pairs.title", IndexOptions.DOCS_AND_FREQS_AND_POSITIONS),
  /** Single characters of the title. */
  TITLE_CHARACTERS("chars.title", IndexOptions.DOCS_AND_FREQS),
  /**
   * Bigrams and trigrams of characters of an indicator's target or the item of a figure or fact.
   */
  DETAIL_NGRAMS("pairs.detail", IndexOptions.DOCS_AND_FREQS_AND_POSITIONS),
  /** Single characters of an indicator's target or the item of a figure or fact. */
  DETAIL_CHARACTERS("chars.detail", IndexOptions.DOCS_AND_FREQS);

  static final String WORDS_PREFIX = "words.";
  static final String NGRAMS_PREFIX = "pairs.";

  private final String prefix;
  private final FieldType type;

  TextField(String prefix, IndexOptions options) {
    this.prefix = prefix;
    this.type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(options);
    type.setOmitNorms(prefix.startsWith("chars."));
    type.freeze();
  }

  /** The name of the Lucene field that holds this text for rows of a scope. */
  public String fieldName(SearchScope scope) {
    return prefix + "." + scope.id();
  }

  FieldType type() {
    return type;
  }

  /**
   * The field of single characters that has the same text as this field of n-grams. Not defined for
   * {@link #WORDS}.
   */
  public TextField charactersField() {
    return switch (this) {
      case TITLE_NGRAMS -> TITLE_CHARACTERS;
      case DETAIL_NGRAMS -> DETAIL_CHARACTERS;
      default -> CHARACTERS;
    };
  }
}
