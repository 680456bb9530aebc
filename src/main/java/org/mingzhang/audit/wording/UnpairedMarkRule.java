package org.mingzhang.audit.wording;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.CompactParagraph;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Rule;

/**
 * Reports quotation marks and brackets that are not paired within a paragraph: “三公“经费, or （项
 * without a closing bracket. Marks of lists such as 1） are ignored. Only paragraphs that are not
 * cut by a page break are checked: those of at most {@link #MAX_SENTENCE_LENGTH} characters that
 * end with 。 and follow a paragraph that ends with one of {@link #PARAGRAPH_END_MARKS}.
 */
public final class UnpairedMarkRule implements Rule {
  private static final int QUOTED_CONTEXT_LENGTH = 16;
  private static final int MAX_SENTENCE_LENGTH = 2000;

  /**
   * Marks at the end of a paragraph after which its sentence does not continue in the next
   * paragraph.
   */
  private static final String PARAGRAPH_END_MARKS = "。；;：:！？!?";

  @Override
  public List<CheckResult> check(AuditedDocument document) {
    List<CheckResult> checks = new ArrayList<>();
    boolean begins = true;
    for (CompactParagraph paragraph : document.paragraphs()) {
      String text = paragraph.unspacedText();
      boolean whole = begins && text.endsWith("。") && text.length() <= MAX_SENTENCE_LENGTH;
      if (whole) {
        check(paragraph, checks);
      }
      begins = !text.isEmpty() && PARAGRAPH_END_MARKS.indexOf(text.charAt(text.length() - 1)) >= 0;
    }
    return checks;
  }

  private static void check(CompactParagraph paragraph, List<CheckResult> checks) {
    int quote = findUnpairedQuote(paragraph.unspacedText());
    if (quote >= 0) {
      checks.add(createFinding(paragraph, quote, "unpaired-marks/quotes"));
    }
    int bracket = findUnpairedBracket(paragraph.unspacedText());
    if (bracket >= 0) {
      checks.add(createFinding(paragraph, bracket, "unpaired-marks/brackets"));
    }
  }

  private static CheckResult createFinding(CompactParagraph paragraph, int at, String message) {
    int from = Math.max(0, at - QUOTED_CONTEXT_LENGTH);
    int to = Math.min(paragraph.unspacedText().length(), at + QUOTED_CONTEXT_LENGTH);
    return FindingDraft.create(message, paragraph, from, to).toResult();
  }

  /**
   * Index of the first closing quotation mark without counterpart, otherwise of the last opening
   * one that is not closed; -1 if all are paired and properly nested, or if there are straight
   * ones, which may open or close.
   */
  private static int findUnpairedQuote(String text) {
    if (text.indexOf('"') >= 0) {
      return -1;
    }
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '“') {
        open.push(i);
      } else if (c == '”') {
        if (open.isEmpty()) {
          return i;
        }
        open.pop();
      }
    }
    return open.isEmpty() ? -1 : open.peek();
  }

  /**
   * Index of the first closing bracket without counterpart, otherwise of the outermost opening one
   * that is not closed; -1 if all are paired.
   */
  private static int findUnpairedBracket(String text) {
    int depth = 0;
    int open = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(' || c == '（') {
        open = depth == 0 ? i : open;
        depth++;
      } else if (c == ')' || c == '）') {
        if (depth == 0 && !isListMark(text, i)) {
          return i;
        }
        depth = Math.max(0, depth - 1);
      }
    }
    return depth > 0 ? open : -1;
  }

  /**
   * Whether a closing bracket belongs to a list number such as 1) or 一) and needs no opening one.
   */
  private static boolean isListMark(String text, int close) {
    int from = close;
    while (from > 0 && "0123456789一二三四五六七八九十".indexOf(text.charAt(from - 1)) >= 0) {
      from--;
    }
    return from < close && close - from <= 3;
  }
}
