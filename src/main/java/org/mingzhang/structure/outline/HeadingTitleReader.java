package org.mingzhang.structure.outline;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.text.TypographicSpaceRemover;

/** Separates the title of a paragraph from the text that follows it. Thread-safe. */
final class HeadingTitleReader {
  private static final int MAX_SUBJECT_LENGTH = 110;
  private static final int MAX_RUN_IN_LENGTH = 32;
  private static final int MAX_LOOSE_LENGTH = 26;
  private static final int MAX_PLAIN_LENGTH = 48;

  /** A budget subject up to its 项 (政府收支分类科目), or up to its 类. */
  private static final Pattern SUBJECT =
      Pattern.compile(
          "^([^。；：:]{2," + MAX_SUBJECT_LENGTH + "}?[（(][^（）()]{0,8}项[）)][”\"』」]?)[。：:，,、.]*");

  private static final Pattern CLASS_AMOUNT =
      Pattern.compile("^([^。；：:，,（(]{2,24}(?:支出)?[（(]类[）)](?:支出)?)(?=[\\d年决预为占：:])[：:]*");

  /** The three public expenses (三公经费) under the names that the notes to the accounts use. */
  private static final Pattern AMOUNT =
      Pattern.compile(
          "^(因公出国[（(]境[）)](?:费用|经费|费)?|公务用车购置(?:及|和|费及|费和)运行(?:维护)?(?:费用|经费|费)?(?:[（(][^）)]*[）)])?"
              + "|公务用车(?:购置费|运行维护费|运行费)|公务接待费(?:用)?)"
              + "[。：:，,]*(?=(?:支出|决算|全年|年初|预算|\\d|比|为|[0-9]{4}年))");

  /** An instruction of the form left after the title. */
  private static final Pattern NOTE = Pattern.compile("[（(](?:表述应|注[：:]|请|[仅只]有一个单位)[^（）()]*[）)]$");

  /** A title followed by an instruction of the form and by the text joined to it. */
  private static final Pattern INSTRUCTED =
      Pattern.compile("^([\\p{IsHan}、]{4,24})([（(](?:表述应|[仅只]有一个单位)[^（）()]*[）)])(?=\\p{IsHan})");

  /** A title followed directly by an amount, as in short budgets: 一、收入预算712.9万元，其中…. */
  private static final Pattern BUDGET = Pattern.compile("^((?:收入|支出)预算)(?=\\d[\\d.,，]*万?元)");

  /** The name of a table and the unit of its amounts: 一般公共预算收入决算表 单位：万元. */
  private static final Pattern TABLE_WITH_UNIT =
      Pattern.compile("^(?<title>[^。；：:]{3,60}表)\\s*(?<unit>(?:金额)?单位[：:]\\s*(?:人民币)?[百千万亿]*元)$");

  private static final Pattern TABLE_NAME = Pattern.compile("《[^《》]{3,30}表》");

  /** The end of a title: a punctuation mark, or the first list entry on the same line. */
  private static final Pattern DELIMITER =
      Pattern.compile("[。：:；;!?！？]|(?<=\\p{IsHan}{3})(?=[（(]一[）)]\\p{IsHan}{6})");

  private static final Pattern MONEY = Pattern.compile("\\d[\\d.,]*\\s*(?:万元|亿元|元|%|％)");

  /** A named amount alone on a line, which is a heading in some budgets: 本年财政拨款收入100万元. */
  private static final Pattern NAMED_AMOUNT =
      Pattern.compile("(?:本年|其他)?\\p{IsHan}{2,16}(?:收入|支出|经费)\\d[\\d.,]*万?元");

  private static final Pattern TRAILING = Pattern.compile("[。：:；;，,、.\\s]+$");
  private static final Pattern WORD = Pattern.compile("\\p{IsHan}.*\\p{IsHan}");

  /** A title separated from the text by a gap only: 收入预算情况 某局2024年收入预算…. */
  private static final Pattern GAP =
      Pattern.compile(
          "^\\s*(?<title>\\p{IsHan}{2,20}(?:情况|说明|职责|职能|设置|概况|构成))["
              + " \\u3000\\u00a0]+(?!说明|及|和|与|表)(?<body>\\p{IsHan}[^，。]{6,}[，。].*)$",
          Pattern.DOTALL);

  /** A pattern whose first group is the title, and the form it implies. */
  private record TitleEndPattern(Pattern pattern, HeadingTitle.TitleForm form) {}

  private static final List<TitleEndPattern> ENDINGS =
      List.of(
          new TitleEndPattern(SUBJECT, HeadingTitle.TitleForm.SUBJECT),
          new TitleEndPattern(CLASS_AMOUNT, HeadingTitle.TitleForm.AMOUNT),
          new TitleEndPattern(AMOUNT, HeadingTitle.TitleForm.AMOUNT));

  /** Reads the title of a paragraph without its numeral. */
  HeadingTitle read(String rest) {
    Matcher gap = GAP.matcher(rest);
    if (gap.matches()) {
      return new HeadingTitle(
          clean(gap.group("title")),
          TypographicSpaceRemover.removeJustification(gap.group("body")),
          HeadingTitle.TitleForm.RUN_IN);
    }
    String text = TypographicSpaceRemover.removeJustification(rest);
    for (TitleEndPattern ending : ENDINGS) {
      Matcher title = ending.pattern().matcher(text);
      if (title.find()) {
        return new HeadingTitle(clean(title.group(1)), textAfter(text, title.end()), ending.form());
      }
    }
    Matcher table = TABLE_WITH_UNIT.matcher(text);
    if (text.endsWith("元") && table.find()) {
      return new HeadingTitle(
          clean(table.group("title")), table.group("unit"), HeadingTitle.TitleForm.RUN_IN);
    }
    Matcher instructed = INSTRUCTED.matcher(text);
    if (instructed.find()) {
      return new HeadingTitle(
          clean(instructed.group(1)),
          textAfter(text, instructed.start(2)),
          HeadingTitle.TitleForm.RUN_IN);
    }
    Matcher budget = BUDGET.matcher(text);
    if (budget.find()) {
      return new HeadingTitle(
          budget.group(1), textAfter(text, budget.end()), HeadingTitle.TitleForm.RUN_IN);
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
    String head = delimited ? text.substring(0, delimiter.start()) : text;
    String body = delimited ? text.substring(delimiter.end()).strip() : "";
    Matcher note = NOTE.matcher(head);
    if (note.find()) {
      body = note.group() + body;
      head = head.substring(0, note.start());
    }
    return new HeadingTitle(
        clean(head), body, classifyForm(head, body, delimited ? delimiter.group() : ""));
  }

  private static HeadingTitle.TitleForm classifyForm(String head, String body, String mark) {
    boolean comma = head.indexOf('，') >= 0 || head.indexOf(',') >= 0;
    int length = clean(head).length();
    if (!WORD.matcher(head).find() || (!mark.isEmpty() && "；;!?！？".contains(mark))) {
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
          : HeadingTitle.TitleForm.CLOSED;
    }
    if (MONEY.matcher(head).find() || length > MAX_RUN_IN_LENGTH) {
      return HeadingTitle.TitleForm.SENTENCE;
    }
    if (comma) {
      return length <= MAX_LOOSE_LENGTH
          ? HeadingTitle.TitleForm.LOOSE_RUN_IN
          : HeadingTitle.TitleForm.SENTENCE;
    }
    return HeadingTitle.TitleForm.RUN_IN;
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
    return TRAILING.matcher(TypographicSpaceRemover.remove(title)).replaceFirst("");
  }
}
