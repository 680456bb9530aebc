package org.mingzhang.schema;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;

/**
 * Static boost of a section by how much it states itself: glossaries and contents pages mention
 * every term without saying anything about it, so they rank below the sections they mention.
 */
public enum SectionBoost {
  /** Sentences of its own. */
  TEXT(1f),
  /** That there was none of what it is about, and nothing else. */
  NONE(0.8f),
  /** Rows of an account table: the numbers without the words. */
  TABLE(0.85f),
  /** A heading with nothing below it but other sections. */
  HEADING(0.6f),
  /** Definitions of terms, the same in thousands of documents. */
  DEFINITIONS(0.45f),
  /** A list of what stands elsewhere. */
  CONTENTS(0.35f),
  /** Of a blank form that nobody filled in. */
  TEMPLATE(0.02f);

  private static final Pattern CONTENTS_TITLE = Pattern.compile("目[\\s\u3000]*[录次]");

  private final float weight;

  SectionBoost(float weight) {
    this.weight = weight;
  }

  /**
   * What a hit's score is multiplied with, at most 1.
   *
   * @param absence whether what is asked is where there was none
   */
  public float weight(boolean absence) {
    return switch (this) {
      case TEXT -> absence ? NONE.weight : weight;
      case NONE -> absence ? TEXT.weight : weight;
      default -> weight;
    };
  }

  /** Name in the index. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The boost by its name in the index; that of text for a name that is not known. */
  public static SectionBoost ofId(String id) {
    return Arrays.stream(values())
        .filter(substance -> substance.id().equals(id))
        .findFirst()
        .orElse(TEXT);
  }

  /** The substance of a section of a document that was filled in. */
  static SectionBoost of(Section section) {
    if (CONTENTS_TITLE.matcher(section.title().strip()).matches()) {
      return CONTENTS;
    }
    if (section.topic() == Topic.GLOSSARY) {
      return DEFINITIONS;
    }
    if (section.text().isBlank()) {
      return HEADING;
    }
    if (section.topic() == Topic.ACCOUNT_TABLE) {
      return TABLE;
    }
    return StatedAbsence.only(section.text()) ? NONE : TEXT;
  }
}
