package org.mingzhang.audit.account;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.model.Topic;

/**
 * Journeys, vehicles bought and receptions that cost nothing: {@code 公务接待费支出0万元。全年国内公务接待8批次}. Held
 * together within one paragraph, so that another year's number is not taken for this year's.
 */
public final class ThreePublicCounts implements PassageRule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "three-public-counts",
          Kind.CROSS_SECTION_MISMATCH,
          "“三公”经费为0的分项与同一段中的出国团组、购置车辆、接待批次数",
          "A part of the three public expenses that is zero against its journeys, vehicles bought"
              + " or receptions in the same paragraph",
          "无",
          "none",
          "有出国、购车、接待而费用为0，多为其中一个数写错。",
          "What was done usually cost something; mostly one of the numbers is wrong.");
  private static final String NOTHING = "(?:支出)?(?:决算)?数?(?:为)?0(?:\\.0+)?万元";

  /** A part that is zero, and what was done for it. */
  private record Pair(Pattern cost, Pattern count) {}

  private static final List<Pair> PAIRS =
      List.of(
          new Pair(
              Pattern.compile("公务接待费" + NOTHING),
              Pattern.compile("(?:国内)?(?:公务)?接待[^。，；\\d]{0,8}(?<count>[1-9]\\d*)(?:批次|批)")),
          new Pair(
              Pattern.compile("公(?:务用)?车购置费?" + NOTHING),
              Pattern.compile("(?:购置|更新)[^。，；\\d]{0,8}车(?:辆)?(?<count>[1-9]\\d*)辆")),
          new Pair(
              Pattern.compile("因公出国\\(境\\)(?:经费|费用?)" + NOTHING),
              Pattern.compile("团组[^。，；\\d]{0,3}(?<count>[1-9]\\d*)(?:个|次)")));
  private static final Pattern ANOTHER_YEAR = Pattern.compile("上年|去年|以前年度|预算(?:安排|编制)");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public void check(Reading reading, Passage passage, List<Check> checks) {
    if (passage.topic() == Topic.THREE_PUBLIC) {
      PAIRS.forEach(p -> check(p, passage, checks));
    }
  }

  private static void check(Pair pair, Passage passage, List<Check> checks) {
    Matcher cost = pair.cost().matcher(passage.compact());
    if (!cost.find()) {
      return;
    }
    Matcher count = pair.count().matcher(passage.compact());
    if (!count.find(cost.end())) {
      checks.add(new Check.Agrees());
      return;
    }
    String between = passage.compact().substring(cost.end(), count.start());
    checks.add(
        ANOTHER_YEAR.matcher(between).find() || between.length() > 120
            ? new Check.Undecided("不能确定是本年的数", "the number may be of another year")
            : finding(passage, cost, count));
  }

  private static Check finding(Passage passage, Matcher cost, Matcher count) {
    Place other = Draft.place(passage, cost.start(), cost.end());
    return Draft.at(ABOUT, Severity.PROBABLE, passage, cost.start(), count.end())
        .numbers("0万元", count.group())
        .other(other)
        .says(
            "此处费用为0，同一段写有%1$s。",
            "The cost is zero, but the same paragraph says %2$s.",
            count.group(),
            count.group("count"));
  }
}
