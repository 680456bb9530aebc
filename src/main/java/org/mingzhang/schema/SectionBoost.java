package org.mingzhang.schema;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;
import org.mingzhang.text.StatedAbsenceDetector;

/**
 * Static boost of a section by its kind. Glossaries and tables of contents mention every term
 * without stating anything about it, and therefore rank below sections about that term.
 */
public enum SectionBoost {
  /** Running text. */
  TEXT(1f),
  /**
   * A section that only states that there is no amount, such as 本单位无此项支出, see {@link
   * StatedAbsenceDetector}.
   */
  NONE(0.8f),
  /** An account table, which has numbers without sentences. */
  TABLE(0.85f),
  /** A heading without body. */
  HEADING(0.6f),
  /** A glossary, whose text recurs in thousands of documents. */
  DEFINITIONS(0.45f),
  /** A table of contents. */
  CONTENTS(0.35f),
  /** Any section of a blank form. */
  TEMPLATE(0.02f);

  private static final Pattern CONTENTS_TITLE = Pattern.compile("目[\\s\u3000]*[录次]");

  private final float weight;

  SectionBoost(float weight) {
    this.weight = weight;
  }

  /**
   * The factor, at most 1, by which the score of a section is multiplied.
   *
   * @param queryAsksForAbsence whether the query asks for sections that state an absence, in which
   *     case the factors of {@link #TEXT} and {@link #NONE} are exchanged
   */
  public float weight(boolean queryAsksForAbsence) {
    return switch (this) {
      case TEXT -> queryAsksForAbsence ? NONE.weight : weight;
      case NONE -> queryAsksForAbsence ? TEXT.weight : weight;
      default -> weight;
    };
  }

  /** The name of the boost in the index. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The boost with this name in the index; {@link #TEXT} for an unknown name. */
  public static SectionBoost ofId(String id) {
    return Arrays.stream(values()).filter(boost -> boost.id().equals(id)).findFirst().orElse(TEXT);
  }

  /** The boost of a section of a document that is not a blank form. */
  static SectionBoost ofSection(Section section) {
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
    return StatedAbsenceDetector.isAbsenceOnly(section.text()) ? NONE : TEXT;
  }
}
