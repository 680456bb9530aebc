package org.mingzhang.audit.sentence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.audit.check.Reading;

/**
 * A number of people, bodies, indicators or projects against its kinds, where these shut each other
 * out: {@code 实有人数62人，其中：在职人员40人，离休人员1人，退休人员19人}. Too many are always told, too few only where the
 * list has all the kinds that its form has.
 *
 * <p>It is a class since most of these counts have no account in the chart, and which kinds shut
 * each other out depends on the words before them.
 */
public final class CountParts implements PassageRule {

  /**
   * Things that are counted by kind.
   *
   * @param whole the number of all, its group {@code whole}
   * @param part the name of a kind
   * @param all names that a list has which leaves none out
   */
  private record Family(Pattern whole, Pattern part, List<Pattern> all) {
    private static Family of(String whole, String part, String... all) {
      return new Family(
          Pattern.compile(whole),
          Pattern.compile(part),
          List.of(all).stream().map(Pattern::compile).toList());
    }
  }

  private static final String OF_WHICH = "[人名个项家][，,。]?[(]?其中[:，]?";
  private static final List<Family> FAMILIES =
      List.of(
          Family.of(
              "(?:供养人[员数]|实有人[员数]|人员总数|职工总数|总人数)[^，。\\d]{0,8}(?<whole>\\d{1,5})" + OF_WHICH,
              "(?:实有)?(?:在职|离休|退休|离退休|公益性?岗位|遗属|临聘|编外)(?:人员|职工|人数|干部)*",
              "在职",
              "退休"),
          Family.of(
              "(?:在职职工|在职人员|在岗职工|从业人员)[^，。\\d]{0,4}(?<whole>\\d{1,5})" + OF_WHICH,
              "(?:在编|编外|聘用|临聘|合同制|劳务派遣)(?:聘用|在职)?(?:人员|职工)?",
              "在编",
              "编外|聘用|临聘|合同|派遣"),
          Family.of(
              "编制(?:总?数|人数)?(?:为|共|共计|合计)?(?<whole>\\d{1,5})" + OF_WHICH,
              "(?:机关)?(?:行政|事业|工勤|参公|参照公务员法管理的?事业|其他)(?:人员)?(?:编制)?(?:数)?",
              "行政",
              "事业"),
          Family.of(
              "实有(?:在职)?(?:人[员数]|职工)?(?:总?数)?(?:为|共|共计|合计)?(?<whole>\\d{1,5})" + OF_WHICH,
              "(?:在职)?(?:行政|事业|工勤|参公)(?:编制)?(?:人员|干部)?",
              "行政",
              "事业"),
          Family.of(
              "(?:直属|下属|所属|预算|独立核算|二级)[^，。\\d]{0,8}(?:单位|机构)[^，。\\d]{0,3}(?<whole>\\d{1,4})"
                  + OF_WHICH,
              "行政单位|参照公务员法管理的?事业单位|参公(?:管理)?(?:事业)?单位|公益[一二]类(?:事业)?单位|其他事业单位",
              "行政单位",
              "其他事业单位"),
          Family.of(
              "指标[^，。\\d]{0,3}(?<whole>\\d{1,4})" + OF_WHICH,
              "(?:产出|效益|满意度|成本|投入|过程|决策)(?:类)?指标",
              "产出",
              "效益",
              "满意度"));
  private static final Pattern PART =
      Pattern.compile(
          "\\G[、，,；;和及]?(?<name>[^\\d。；;、，,()]{2,16}?)(?:共|为|有)?(?<count>\\d{1,5})[人名个项家](?:[(][^()]*[)])?");
  private static final Pattern PROJECTS =
      Pattern.compile("(?:项目(?<after>\\d{1,4})个|(?<before>\\d{1,4})个(?:\\p{IsHan}{0,4})?项目)[^。]*?");
  private static final Pattern BEST = Pattern.compile("[“\"](?:优秀?)[”\"]");
  private static final Pattern GRADE =
      Pattern.compile(
          "\\G[^。“\"\\d]{0,16}[“\"](?<name>优秀?|良好?|中|合格|一般|较?差|不合格)[”\"](?:等次|等级)?的?(?:项目)?(?<count>\\d{1,4})个");
  private static final Pattern ANY = Pattern.compile(".*");
  private static final Set<String> WORST = Set.of("差", "较差", "不合格");

  @Override
  public void check(Reading reading, Passage passage, List<Check> checks) {
    String text = passage.compact();
    if (text.contains("其中")) {
      FAMILIES.forEach(f -> families(f, passage, checks));
    }
    if (text.contains("“优") || text.contains("\"优")) {
      grades(passage, checks);
    }
  }

  /** What was counted: each kind once. */
  private record Counts(List<Integer> numbers, Set<String> names, int end) {
    static Counts of(Matcher part, Pattern name) {
      List<Integer> numbers = new ArrayList<>();
      Set<String> names = new HashSet<>();
      int end = -1;
      while (part.find()
          && name.matcher(part.group("name")).matches()
          && names.add(part.group("name"))) {
        numbers.add(Integer.valueOf(part.group("count")));
        end = part.end();
      }
      return new Counts(numbers, names, end);
    }
  }

  private static void families(Family family, Passage passage, List<Check> checks) {
    Matcher whole = family.whole().matcher(passage.compact());
    while (whole.find()) {
      Matcher part =
          PART.matcher(passage.compact()).region(whole.end(), passage.compact().length());
      Counts counts = Counts.of(part, family.part());
      boolean all =
          family.all().stream()
              .allMatch(a -> counts.names().stream().anyMatch(n -> a.matcher(n).find()));
      int from = 1 + lastMark(passage.compact(), whole.start());
      judge(passage, from, Integer.parseInt(whole.group("whole")), counts, all, checks);
    }
  }

  /** The last number of projects before the first grade, and the number that has each grade. */
  private static void grades(Passage passage, List<Check> checks) {
    Matcher best = BEST.matcher(passage.compact());
    Matcher whole = PROJECTS.matcher(passage.compact());
    if (!best.find()) {
      return;
    }
    whole.region(0, best.start());
    int from = 0;
    int stated = -1;
    int end = 0;
    while (whole.find()) {
      String after = whole.group("after");
      from = whole.start();
      stated = Integer.parseInt(after == null ? whole.group("before") : after);
      end = whole.end();
    }
    int clause = 1 + lastMark(passage.compact(), best.start());
    if (stated >= 0 && !passage.compact().substring(end, best.start()).contains("。")) {
      Matcher grade =
          GRADE
              .matcher(passage.compact())
              .region(Math.max(end, clause), passage.compact().length());
      Counts counts = Counts.of(grade, ANY);
      boolean all = counts.names().stream().anyMatch(WORST::contains);
      judge(passage, from, stated, counts, all, checks);
    }
  }

  /** The last place before another at which a clause ends, or -1. */
  private static int lastMark(String text, int before) {
    int at = before - 1;
    while (at >= 0 && "。；，,:(".indexOf(text.charAt(at)) < 0) {
      at--;
    }
    return at;
  }

  private static void judge(
      Passage passage, int from, int stated, Counts counts, boolean all, List<Check> checks) {
    if (counts.numbers().size() < 2) {
      return;
    }
    int sum = counts.numbers().stream().mapToInt(Integer::intValue).sum();
    if (sum == stated) {
      checks.add(new Check.Agrees());
    } else if (sum < stated && !all) {
      checks.add(new Check.Undecided("不能确定分项是否已全部列出", "the parts may not all be listed"));
    } else {
      checks.add(finding(passage, from, stated, counts, sum));
    }
  }

  private static Check finding(Passage passage, int from, int stated, Counts counts, int sum) {
    String formula =
        counts.numbers().stream().map(String::valueOf).collect(Collectors.joining(" + "));
    return Draft.at("count-parts", passage, from, counts.end())
        .numbers(String.valueOf(stated), String.valueOf(sum))
        .formula(formula, sum, stated)
        .says(sum, stated);
  }
}
