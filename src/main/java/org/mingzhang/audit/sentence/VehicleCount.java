package org.mingzhang.audit.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.audit.check.Reading;

/**
 * The vehicles of an agency by kind, as the form on state assets lists them. The form ends with
 * 其他用车; a list without it may leave out what there is none of, so that only too many are told.
 *
 * <p>It is a class since the kinds of vehicles are words of a form and no accounts.
 */
public final class VehicleCount implements PassageRule {
  private static final Pattern WHOLE =
      Pattern.compile("(?:共有|拥有|有|保有)(?:公务用?)?车辆?(?:共计?|总数)?(?:为)?(?<whole>\\d+)(?:辆|台)[,，]?其中:?");
  private static final Pattern PART =
      Pattern.compile(
          "\\G[、,，；;和及]?(?<name>[^\\d。；;、,，]{2,16}?)(?<count>\\d+)(?:辆|台)(?:[(（][^()（）]*[)）])?");
  private static final String VEHICLE = ".*(?:用车|车辆|轿车|越野车|载客汽车|客车|执勤车)(?:为|有)?$";

  @Override
  public void check(Reading reading, Passage passage, List<Check> checks) {
    if (passage.compact().contains("辆") || passage.compact().contains("台")) {
      check(passage, checks);
    }
  }

  private static void check(Passage passage, List<Check> checks) {
    Matcher whole = WHOLE.matcher(passage.compact());
    while (whole.find()) {
      List<Integer> counts = new ArrayList<>();
      boolean all = false;
      int end = whole.end();
      Matcher part =
          PART.matcher(passage.compact()).region(whole.end(), passage.compact().length());
      while (part.find() && part.group("name").matches(VEHICLE)) {
        counts.add(Integer.valueOf(part.group("count")));
        all |= part.group("name").startsWith("其他");
        end = part.end();
      }
      if (counts.size() >= 2) {
        checks.add(compare(passage, whole, counts, all, end));
      }
    }
  }

  private static Check compare(
      Passage passage, Matcher whole, List<Integer> counts, boolean all, int end) {
    int stated = Integer.parseInt(whole.group("whole"));
    int sum = counts.stream().mapToInt(Integer::intValue).sum();
    if (sum == stated) {
      return new Check.Agrees();
    }
    if (sum < stated && !all) {
      return new Check.Undecided("不能确定分项是否已全部列出", "the parts may not all be listed");
    }
    String formula = counts.stream().map(String::valueOf).collect(Collectors.joining(" + "));
    return Draft.at("vehicle-count", passage, whole.start(), end)
        .numbers(stated + "辆", sum + "辆")
        .formula(formula, sum, stated)
        .says(sum, stated);
  }
}
