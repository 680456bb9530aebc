package org.mingzhang.audit.sentence;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.text.ChineseNumerals;

/**
 * Checks the stated number of internal bodies against their list: {@code 设7个内设机构：办公室、综合科、…}. A list
 * is counted only if every name ends like that of a body, so that a name that contains 、 is not
 * counted as two.
 */
public final class ListedBodies implements PassageRule {
  private static final String NUMBER = "\\d{1,2}|[一二三四五六七八九十]{1,3}";
  private static final Pattern LIST =
      Pattern.compile(
          "(?:(?:内设|下设|设有?|设置|设立)(?:机构|科室|股室|处室)?(?<number>"
              + NUMBER
              + ")个(?:内设|职能)*(?:机构|科室|股室|处室|部门)"
              + "|内设(?:机构|科室|股室|处室)(?:共|为|有)?(?<behind>"
              + NUMBER
              + ")个(?=[，,:]))"
              + "(?:[，,](?:内设(?:机构|科室))?)?(?:分别(?:为|是)|包括|即|为)?:?(?<names>[^。；:，,]{4,300}?)(?=[。；，,]|$)");

  /** The number after the names; 等 may cover names that are not listed. */
  private static final Pattern BEHIND =
      Pattern.compile(
          "(?:内设|下设|设有?|设立|设置)(?:机构|科室|股室|处室)?(?:有|为|:)?(?<names>[^。；:，,\\d]{4,200}?)(?<etc>等)?"
              + "[，,]?(?:共|合计|共计)?(?<number>"
              + NUMBER
              + ")个(?:(?:内设|职能)*(?:机构|科室|股室|处室|部门|[科股处]室?)|(?<units>(?:直属|下属|所属|二级)?事业单位|(?:直属|下属|所属|二级)单位))");

  /** Offices of the body itself, as opposed to its units. */
  private static final Pattern OFFICE = Pattern.compile("[科股室处](?:、|和|及|$)");

  private static final Pattern UNITS =
      Pattern.compile(
          "(?:所属|下属|下设|直属|二级)(?<number>"
              + NUMBER
              + ")个(?:二级|预算|下属|事业)*单位[^。；：:\\d]{0,20}?(?:分别为|分别是|包括|即):"
              + "(?<names>[^。；:，,]{4,300}?)(?=[。；，,]|$)");
  private static final Pattern BODY =
      Pattern.compile(".{1,20}(?:室|科|股|部|处|中心|所|队|站|办|局|委|院|馆|校|组|厅)");

  @Override
  public void check(AuditedDocument reading, Passage passage, List<CheckResult> checks) {
    boolean set = passage.compactText().contains("设");
    for (MatchResult list : set ? passage.matches(LIST) : List.<MatchResult>of()) {
      String number = list.group(list.group("number") == null ? "behind" : "number");
      check(passage, list, number, false, checks);
    }
    boolean units = passage.compactText().contains("单位");
    for (MatchResult list : units ? passage.matches(UNITS) : List.<MatchResult>of()) {
      check(passage, list, list.group("number"), false, checks);
    }
    for (MatchResult list : set ? passage.matches(BEHIND) : List.<MatchResult>of()) {
      if (list.group("units") == null || !OFFICE.matcher(list.group("names")).find()) {
        check(passage, list, list.group("number"), list.group("etc") != null, checks);
      }
    }
  }

  private static List<String> names(String list) {
    String plain = list.replaceAll("[(][^()]*[)]", "").replaceFirst("(?<=.)(?:等?职能部门|等科室)$", "");
    List<String> names = List.of(plain.split("、", -1));
    return names.stream().allMatch(n -> BODY.matcher(n).matches()) ? names : List.of();
  }

  /** A number in digits or in Chinese; -1 for other text. */
  static int number(String printed) {
    return Character.isDigit(printed.charAt(0))
        ? Integer.parseInt(printed)
        : ChineseNumerals.parse(printed).map(Long::intValue).orElse(-1);
  }

  private static void check(
      Passage passage, MatchResult list, String number, boolean more, List<CheckResult> checks) {
    List<String> names = names(list.group("names"));
    if (names.size() < 2) {
      return;
    }
    int stated = number(number);
    String last = names.getLast();
    int and = Math.max(last.lastIndexOf('和'), last.lastIndexOf('及'));
    boolean two = and > 1 && BODY.matcher(last.substring(0, and)).matches();
    int counted = two ? names.size() + 1 : names.size();
    if (stated < 0 || stated == names.size() || stated == counted) {
      checks.add(CheckResult.AGREES);
    } else if (more && stated > names.size()) {
      checks.add(CheckResult.undecided("names-not-all-listed"));
    } else {
      checks.add(
          FindingDraft.at("listed-bodies", passage, list)
              .withNumbers(stated + "个", counted + "个")
              .report(stated, counted));
    }
  }
}
