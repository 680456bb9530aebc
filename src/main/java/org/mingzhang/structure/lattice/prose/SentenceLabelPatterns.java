package org.mingzhang.structure.lattice.prose;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.indicator.IndicatorRole;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TsvResource;

/** The labels that precede values in sentences, from {@code sentence-labels.tsv}. */
final class SentenceLabelPatterns {
  private static final Map<IndicatorRole, Pattern> LABELS = readLabels();

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(SentenceLabelPatterns.class);
  private static final Pattern WORDS_BETWEEN_LABEL_AND_VALUE =
      PATTERNS.get("words-between-label-and-value");

  /** A short title, optionally with its unit in brackets, and a colon. */
  private static final Pattern TITLE_AND_COLON =
      Pattern.compile("\\s*(\\p{IsHan}{2,16})(?:[（(][^（()）]{1,8}[）)])?[:：]");

  /** Blanks, perhaps with marks before them, before a title and a colon. */
  private static final Pattern BLANKS_BEFORE_TITLE =
      Pattern.compile("[，,、；;]?[\\s\u3000|｜/]+(?=\\p{IsHan}{2,16}(?:[（(][^（()）]{1,8}[）)])?[:：])");

  private static final Pattern SEMICOLON = Pattern.compile("；");

  private SentenceLabelPatterns() {}

  /**
   * A label with the value that follows it.
   *
   * @param role role of the column with this label
   * @param labelStart index of the label in the clause
   * @param value the text after the label
   */
  record SentenceLabelValue(IndicatorRole role, int labelStart, String value) {}

  private static Map<IndicatorRole, Pattern> readLabels() {
    Map<IndicatorRole, String> patterns = new EnumMap<>(IndicatorRole.class);
    TsvResource.forEachRow(
        SentenceLabelPatterns.class,
        "sentence-labels.tsv",
        3,
        row -> {
          patterns.merge(IndicatorRole.valueOf(row.get(0)), row.get(1), (a, b) -> a + "|" + b);
        });
    Map<IndicatorRole, Pattern> labels = new EnumMap<>(IndicatorRole.class);
    patterns.forEach((role, pattern) -> labels.put(role, Pattern.compile(pattern)));
    return labels;
  }

  /** The longest label at the start of a clause, with its value; null if there is none. */
  static @Nullable SentenceLabelValue findLabelAtStart(String clause) {
    IndicatorRole best = null;
    int end = 0;
    for (Map.Entry<IndicatorRole, Pattern> label : LABELS.entrySet()) {
      Matcher matcher = label.getValue().matcher(clause);
      if (matcher.lookingAt() && matcher.end() > end) {
        best = label.getKey();
        end = matcher.end();
      }
    }
    return best == null ? null : new SentenceLabelValue(best, 0, valueAfter(clause, end));
  }

  /**
   * The first label of a target inside a clause, with its value; null if there is none or if the
   * clause begins with it.
   */
  static @Nullable SentenceLabelValue findTargetInside(String clause) {
    Pattern target = LABELS.get(IndicatorRole.TARGET);
    Matcher matcher = target == null ? null : target.matcher(clause);
    return matcher != null && matcher.find() && matcher.start() > 0
        ? new SentenceLabelValue(
            IndicatorRole.TARGET, matcher.start(), valueAfter(clause, matcher.end()))
        : null;
  }

  /** Whether a line begins with the label of a value and a colon: 实际完成值：41.2万幅. */
  static boolean beginsWithLabel(String line) {
    return LABELS.keySet().stream().anyMatch(role -> beginsWithLabel(line, role));
  }

  /** Whether a line begins with a label of one role and a colon. */
  static boolean beginsWithLabel(String line, IndicatorRole role) {
    Pattern label = LABELS.get(role);
    Matcher colon = TITLE_AND_COLON.matcher(line);
    return label != null && colon.lookingAt() && label.matcher(colon.group(1)).matches();
  }

  /** Whether a line of labels and values, which begins with a label, has one of a role. */
  static boolean hasLabel(String line, IndicatorRole role) {
    return TITLE_AND_COLON.matcher(line).lookingAt()
        && SEMICOLON
            .splitAsStream(separateLabels(line))
            .anyMatch(part -> beginsWithLabel(part, role));
  }

  /**
   * A line that begins with a label, with a semicolon in place of the blanks before each further
   * label on it: {@code 分值：12；得分：12}. Any other line is returned as it is.
   */
  static String separateLabels(String line) {
    if (!beginsWithLabel(line)) {
      return line;
    }
    return BLANKS_BEFORE_TITLE
        .matcher(line)
        .replaceAll(
            blanks ->
                blanks.start() > 0 && beginsWithLabel(line.substring(blanks.end())) ? "；" : "$0");
  }

  private static String valueAfter(String clause, int at) {
    Matcher link = WORDS_BETWEEN_LABEL_AND_VALUE.matcher(clause).region(at, clause.length());
    return clause.substring(link.lookingAt() ? link.end() : at).strip();
  }
}
