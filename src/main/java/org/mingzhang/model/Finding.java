package org.mingzhang.model;

import org.jspecify.annotations.Nullable;

/**
 * A contradiction or error that an audit rule found in a document.
 *
 * @param rule id of the rule that found it
 * @param kind kind in the record format
 * @param severity certainty and weight
 * @param sectionPath path of the section of the quote
 * @param page 1-based page of the quote
 * @param quote exact words of the document
 * @param stated the number as stated; null if the finding is not about a number
 * @param computed the number that follows from the others, or null
 * @param formula the computation written out, for example {@code 4.28 ÷ 6.08 = 70.4%，文中写 90%}; null
 *     if there is none
 * @param tolerance largest deviation that the rule accepts, as text, or null
 * @param message one sentence in Chinese
 * @param messageEnglish the same in English
 * @param other the location that contradicts the first; null if there is only one
 * @param gap difference of the two numbers; null if they are neither amounts of money nor rates
 */
public record Finding(
    String rule,
    Kind kind,
    Severity severity,
    String sectionPath,
    int page,
    String quote,
    @Nullable String stated,
    @Nullable String computed,
    @Nullable String formula,
    @Nullable String tolerance,
    String message,
    String messageEnglish,
    @Nullable QuoteLocation other,
    @Nullable FindingGap gap) {

  /**
   * The location of quoted words in a document.
   *
   * @param sectionPath path of its section
   * @param page 1-based page
   * @param quote exact words
   */
  public record QuoteLocation(String sectionPath, int page, String quote) {}

  /** How certain a finding is, and how much it matters. */
  public enum Severity {
    PROOF("算术矛盾", "Arithmetic contradiction"),
    PROBABLE("疑似差错", "Probable slip"),
    WORDING("文字瑕疵", "Wording");

    private final String label;
    private final String english;

    Severity(String label, String english) {
      this.label = label;
      this.english = english;
    }

    /** Name on Chinese pages. */
    public String label() {
      return label;
    }

    /** Name on English pages. */
    public String english() {
      return english;
    }
  }

  /** What kind of contradiction or error a finding reports. */
  public enum Kind {
    COMPLETION_RATE("completion-rate", "完成率", "Completion rate"),
    CHANGE_RATE("change-rate", "增减率", "Rate of change"),
    CHANGE_AMOUNT("change-amount", "增减额", "Amount of change"),
    SHARE("share", "占比", "Share"),
    SUM("sum", "合计", "Total"),
    TEXT_TABLE_MISMATCH("text-table-mismatch", "文表不符", "Text contradicts table"),
    CROSS_SECTION_MISMATCH("cross-section-mismatch", "前后不符", "Sections contradict each other"),
    UNIT_SUSPECT("unit-suspect", "单位可疑", "Doubtful unit"),
    ZERO_DENOMINATOR("zero-denominator", "分母为零", "Division by zero"),
    SCORE_SUM("score-sum", "分值与得分", "Points and scores"),
    DATE_SUSPECT("date-suspect", "日期可疑", "Doubtful date"),
    TEMPLATE_RESIDUE("template-residue", "模板残留", "Leftover template text"),
    DUPLICATE_PARAGRAPH("duplicate-paragraph", "段落重复", "Repeated paragraph"),
    MISSING_TABLE("missing-table", "缺表", "Missing table"),
    OTHER("other", "其他", "Other");

    private final String id;
    private final String label;
    private final String english;

    Kind(String id, String label, String english) {
      this.id = id;
      this.label = label;
      this.english = english;
    }

    /** Name in the record format. */
    public String id() {
      return id;
    }

    /** Name on Chinese pages. */
    public String label() {
      return label;
    }

    /** Name on English pages. */
    public String english() {
      return english;
    }
  }
}
