package org.mingzhang.audit.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.model.Section;

/**
 * A list of paragraphs that skips a number: {@code （14）… （16）…}. Only in a long list whose numbers
 * are typed and go on after the gap. Headings are left alone: their automatic numbers may be lost
 * in a conversion.
 *
 * <p>A class, since it reads the numbers of a list of paragraphs one after the other.
 */
public final class NumberGap implements Rule {
  private static final Pattern NUMBER = Pattern.compile("^[(（](?<number>\\d{1,2})[)）]\\p{IsHan}");
  private static final int LONG = 4;

  /** A paragraph and its number. */
  private record Item(Passage passage, int number) {}

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    List<CheckResult> checks = new ArrayList<>();
    for (Section section : reading.sections()) {
      List<Item> items = new ArrayList<>();
      for (Passage passage : reading.passages(section.path())) {
        Matcher number = NUMBER.matcher(passage.compact());
        if (number.find()) {
          items.add(new Item(passage, Integer.parseInt(number.group("number"))));
        }
      }
      judge(items, checks);
    }
    return checks;
  }

  /** Numbers that go up by one but for a single gap. */
  private static void judge(List<Item> items, List<CheckResult> checks) {
    int gap = -1;
    for (int i = 1; i < items.size(); i++) {
      int step = items.get(i).number() - items.get(i - 1).number();
      if (step == 2 && gap < 0) {
        gap = i;
      } else if (step != 1) {
        return;
      }
    }
    if (gap < LONG || items.getFirst().number() != 1) {
      return;
    }
    Item before = items.get(gap - 1);
    Item after = items.get(gap);
    String missing = "（" + (before.number() + 1) + "）";
    checks.add(
        FindingDraft.at("number-gap", after.passage(), 0, after.passage().sentenceEnd(0))
            .numbers("（" + after.number() + "）", missing)
            .other(FindingDraft.place(before.passage(), 0, before.passage().sentenceEnd(0)))
            .says(before.number(), after.number(), missing));
  }
}
