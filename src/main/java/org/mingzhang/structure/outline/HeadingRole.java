package org.mingzhang.structure.outline;

import java.util.regex.Pattern;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TraditionalToSimplifiedConverter;

/** What the title of a heading implies for the numbered lines below it. */
enum HeadingRole {
  /** Duties, departments or units: numbered lines are lists. */
  DUTIES,
  /** Explanations of terms. */
  GLOSSARY,
  /** A table: numbered lines are rows or notes. */
  TABLE,
  /** An annex: 附件, 附表. */
  ANNEX,
  /** A report, in which numerals may restart. */
  REPORT,
  /** A performance evaluation or performance goals: 绩效. */
  PERFORMANCE,
  /** Anything else. */
  OTHER;

  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(HeadingRole.class);
  private static final Pattern TABLE_TITLE = PATTERNS.get("table-title");
  private static final Pattern DUTIES_TITLE = PATTERNS.get("duties-title");

  /**
   * A comma followed by text; titles prescribed by the forms have no comma: 履行“维权服务”主职责，努力增进职工福祉.
   */
  private static final Pattern TEXT_AFTER_COMMA = Pattern.compile("[，,].{4}");

  /** Finds the role of a heading by its printed title. */
  static HeadingRole findByTitle(String printed) {
    String title = TraditionalToSimplifiedConverter.simplify(printed);
    if (title.contains("名词解释") || title.contains("术语解释")) {
      return GLOSSARY;
    }
    if (TABLE_TITLE.matcher(title).matches()) {
      return TABLE;
    }
    if (title.startsWith("附件") || title.startsWith("附表")) {
      return ANNEX;
    }
    if (DUTIES_TITLE.matcher(title).matches() && !TEXT_AFTER_COMMA.matcher(title).find()) {
      return DUTIES;
    }
    if (title.contains("绩效")) {
      return PERFORMANCE;
    }
    return title.endsWith("报告") ? REPORT : OTHER;
  }
}
