package org.mingzhang.audit.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.model.Section;

/**
 * A list of paragraphs that skips a number: {@code （14）… （16）…}. Only in a long list whose numbers
 * are typed and go on after the gap. Headings are left alone: their automatic numbers may be lost
 * in a conversion.
 */
public final class NumberGap implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "number-gap",
          Kind.OTHER,
          "同一节中连续编号的段落跳过一个序号",
          "A number skipped in a list of paragraphs of one section",
          "无",
          "none",
          "跳号多为删改后遗漏，或少了一项。",
          "A number that is skipped was mostly lost in editing, or an item is missing.");
  private static final Pattern NUMBER = Pattern.compile("^[(（](?<number>\\d{1,2})[)）]\\p{IsHan}");
  private static final int LONG = 4;

  /** A paragraph and its number. */
  private record Item(Passage passage, int number) {}

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public List<Check> check(Reading reading) {
    List<Check> checks = new ArrayList<>();
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
  private static void judge(List<Item> items, List<Check> checks) {
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
        Draft.at(ABOUT, Severity.WORDING, after.passage(), 0, after.passage().sentenceEnd(0))
            .numbers("（" + after.number() + "）", missing)
            .other(Draft.place(before.passage(), 0, before.passage().sentenceEnd(0)))
            .says(
                "序号由（%s）跳到（%s），没有%s。",
                "The list goes from %s to %s; a number is skipped.",
                before.number(),
                after.number(),
                missing));
  }
}
