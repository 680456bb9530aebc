package org.mingzhang.structure.outline;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TypographicSpaceRemover;

/** Separates the title of a paragraph from the text that follows it. Thread-safe. */
final class HeadingTitleReader {
  private static final int MAX_BUDGET_ITEM_LENGTH = 110;
  private static final int MAX_RUN_IN_LENGTH = 32;
  private static final int MAX_RUN_IN_WITH_COMMA_LENGTH = 26;
  private static final int MAX_PLAIN_LENGTH = 48;

  /** A budget subject up to its 项 (政府收支分类科目). */
  private static final Pattern BUDGET_ITEM =
      Pattern.compile(
          "^([^。；：:]{2," + MAX_BUDGET_ITEM_LENGTH + "}?[（(][^（）()]{0,8}项[）)][”\"』」]?)[。：:，,、.]*");

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(HeadingTitleReader.class);
  private static final Pattern CLASS_AMOUNT = PATTERNS.get("class-amount");
  private static final Pattern THREE_PUBLIC_AMOUNT = PATTERNS.get("amount");
  private static final Pattern INSTRUCTION_AT_END = PATTERNS.get("instruction-at-end");

  /** The label of a name that stands for the title of its section. */
  private static final Pattern NAME_LABEL = PATTERNS.get("name-label");

  private static final Pattern TITLE_WITH_INSTRUCTION = PATTERNS.get("instructed");
  private static final Pattern BUDGET_WITH_AMOUNT = PATTERNS.get("budget");
  private static final Pattern TABLE_NAME = PATTERNS.get("table-name");
  private static final Pattern TABLE_WITH_UNIT = PATTERNS.get("table-with-unit");

  /** The end of a title: a punctuation mark, or the first list entry on the same line. */
  private static final Pattern DELIMITER =
      Pattern.compile("[。：:；;!?！？]|(?<=\\p{IsHan}{3})(?=[（(]一[）)]\\p{IsHan}{6})");

  private static final Pattern MONEY = Pattern.compile("\\d[\\d.,]*\\s*(?:万元|亿元|元|%|％)");
  private static final Pattern NAMED_AMOUNT = PATTERNS.get("named-amount");
  private static final String TRAILING_MARKS = "。：:；;，,、.";
  private static final Pattern TRAILING_MARKS_AND_SPACES =
      Pattern.compile("[" + TRAILING_MARKS + "\\s]+$");
  private static final Pattern CHINESE_WORDS = Pattern.compile("\\p{IsHan}.*\\p{IsHan}");
  private static final Pattern TITLE_BEFORE_BLANK = PATTERNS.get("title-before-blank");

  /** A pattern whose first group is the title, and the form it implies. */
  private record TitleEndPattern(Pattern pattern, HeadingTitle.TitleForm form) {}

  private static final List<TitleEndPattern> TITLE_END_PATTERNS =
      List.of(
          new TitleEndPattern(BUDGET_ITEM, HeadingTitle.TitleForm.BUDGET_ITEM),
          new TitleEndPattern(CLASS_AMOUNT, HeadingTitle.TitleForm.AMOUNT),
          new TitleEndPattern(THREE_PUBLIC_AMOUNT, HeadingTitle.TitleForm.AMOUNT));

  /** A title that fills its paragraph, whatever punctuation closes it. */
  static HeadingTitle readWholeParagraph(String text) {
    return new HeadingTitle(clean(text), endPunctuation(text), "", HeadingTitle.TitleForm.PLAIN);
  }

  /** Reads the title of a paragraph without its numeral. */
  HeadingTitle read(String textAfterNumeral) {
    Matcher gap = TITLE_BEFORE_BLANK.matcher(textAfterNumeral);
    if (gap.matches()) {
      return new HeadingTitle(
          clean(gap.group("title")),
          endPunctuation(gap.group("title")),
          TypographicSpaceRemover.removeJustification(gap.group("body")),
          HeadingTitle.TitleForm.RUN_IN);
    }
    String text = TypographicSpaceRemover.removeJustification(textAfterNumeral);
    for (TitleEndPattern ending : TITLE_END_PATTERNS) {
      Matcher title = ending.pattern().matcher(text);
      if (title.find()) {
        return new HeadingTitle(
            clean(title.group(1)),
            endPunctuation(text.substring(0, title.end())),
            textAfter(text, title.end()),
            ending.form());
      }
    }
    Matcher table = TABLE_WITH_UNIT.matcher(text);
    if (text.endsWith("元") && table.find()) {
      return new HeadingTitle(
          clean(table.group("title")), "", table.group("unit"), HeadingTitle.TitleForm.RUN_IN);
    }
    Matcher instructed = TITLE_WITH_INSTRUCTION.matcher(text);
    if (instructed.find()) {
      return new HeadingTitle(
          clean(instructed.group(1)),
          endPunctuation(text.substring(0, instructed.start(2))),
          textAfter(text, instructed.start(2)),
          HeadingTitle.TitleForm.RUN_IN);
    }
    Matcher budget = BUDGET_WITH_AMOUNT.matcher(text);
    if (budget.find()) {
      return new HeadingTitle(
          budget.group(1),
          endPunctuation(text.substring(0, budget.end())),
          textAfter(text, budget.end()),
          HeadingTitle.TitleForm.RUN_IN);
    }
    return readPlain(text);
  }

  private static HeadingTitle readPlain(String text) {
    Matcher delimiter = DELIMITER.matcher(text);
    int start = 0;
    while (delimiter.find(start) && isInsideBrackets(text, delimiter.start())) {
      start = Math.max(delimiter.end(), delimiter.start() + 1);
    }
    boolean delimited = delimiter.find(start);
    if (delimited && NAME_LABEL.matcher(text.substring(0, delimiter.start())).matches()) {
      delimited = delimiter.find(); // the title is the label with the name: 项目名称：春耕补贴。
    }
    String head = delimited ? text.substring(0, delimiter.start()) : text;
    String body = delimited ? text.substring(delimiter.end()).strip() : "";
    String mark = delimited ? delimiter.group() : "";
    String end = endPunctuation(head) + mark;
    Matcher note = INSTRUCTION_AT_END.matcher(head);
    if (note.find()) {
      body = note.group() + mark + body;
      end = "";
      head = head.substring(0, note.start());
    }
    return new HeadingTitle(clean(head), end, body, classifyForm(head, body, mark));
  }

  private static HeadingTitle.TitleForm classifyForm(String head, String body, String mark) {
    boolean comma = head.indexOf('，') >= 0 || head.indexOf(',') >= 0;
    int length = clean(head).length();
    if (!CHINESE_WORDS.matcher(head).find() || (!mark.isEmpty() && "；;!?！？".contains(mark))) {
      return HeadingTitle.TitleForm.SENTENCE;
    }
    if (body.isEmpty()) {
      if ((head.endsWith("》") && !TABLE_NAME.matcher(head).matches())
          || length > MAX_PLAIN_LENGTH
          || head.endsWith("，")
          || (MONEY.matcher(head).find()
              && !(mark.isEmpty() && NAMED_AMOUNT.matcher(head).matches()))) {
        return HeadingTitle.TitleForm.SENTENCE;
      }
      if (mark.isEmpty()) {
        return HeadingTitle.TitleForm.PLAIN;
      }
      return comma || length > MAX_RUN_IN_LENGTH
          ? HeadingTitle.TitleForm.SENTENCE
          : HeadingTitle.TitleForm.END_MARKED;
    }
    if (MONEY.matcher(head).find() || length > MAX_RUN_IN_LENGTH) {
      return HeadingTitle.TitleForm.SENTENCE;
    }
    if (comma) {
      return length <= MAX_RUN_IN_WITH_COMMA_LENGTH
          ? HeadingTitle.TitleForm.RUN_IN_WITH_COMMA
          : HeadingTitle.TitleForm.SENTENCE;
    }
    return HeadingTitle.TitleForm.RUN_IN;
  }

  /** The punctuation, without white space, that {@link #clean} removes from the end of a text. */
  private static String endPunctuation(String titleWithEnd) {
    int start = titleWithEnd.length();
    while (start > 0 && isTrailing(titleWithEnd.charAt(start - 1))) {
      start--;
    }
    return TypographicSpaceRemover.remove(titleWithEnd.substring(start));
  }

  private static boolean isTrailing(char c) {
    return TRAILING_MARKS.indexOf(c) >= 0 || Character.isWhitespace(c);
  }

  private static boolean isInsideBrackets(String text, int index) {
    int depth = 0;
    for (int i = 0; i < index; i++) {
      char c = text.charAt(i);
      depth += "（(《“".indexOf(c) >= 0 ? 1 : "）)》”".indexOf(c) >= 0 ? -1 : 0;
    }
    return depth > 0 && index < MAX_PLAIN_LENGTH;
  }

  private static String textAfter(String text, int end) {
    return text.substring(end).strip();
  }

  /** Removes white space and closing punctuation from a title, for comparison and display. */
  static String clean(String title) {
    return TRAILING_MARKS_AND_SPACES
        .matcher(TypographicSpaceRemover.remove(title))
        .replaceFirst("");
  }
}
