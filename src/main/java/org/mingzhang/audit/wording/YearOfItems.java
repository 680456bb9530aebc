package org.mingzhang.audit.wording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Rule;

/**
 * Items that are told one after the other in the same words: {@code
 * 2026年度预算9万元，2025年度预算10万元，…比2025年预算执行数增加16.43%}. Where the same words name one year in nearly all
 * of them, another year in one or two was left over from an older text. A paragraph that names the
 * usual year in these words as well compares two years on purpose.
 *
 * <p>A class, since which year is right is told by most other items.
 */
public final class YearOfItems implements Rule {
  private static final Pattern PHRASE =
      Pattern.compile(
          "(?<lead>[比与较]?)(?<year>20\\d{2})年?度?(?<words>[^，。；:、\\d()（）“”\"]{0,8}?(?:预算|决算|执行)[^，。；:、\\d()（）“”\"]{0,4}?)(?:为|是)?(?=[\\d.,]+万?元|相比|增加|减少|增长|下降|持平)");
  private static final int SETTLED = 5;
  private static final int FEW = 2;

  private record Said(Passage passage, int from, int year) {}

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    Map<String, List<Said>> phrases = new LinkedHashMap<>();
    for (Passage passage : reading.passages()) {
      if (!passage.mentions().isEmpty()) {
        read(passage, phrases);
      }
    }
    List<CheckResult> checks = new ArrayList<>();
    phrases.values().forEach(said -> judge(said, checks));
    return checks;
  }

  /**
   * The same words for the first and for the second time in a paragraph are about two years. What
   * begins a paragraph may be the rest of one that was broken, so it is not known which time it is.
   */
  private static void read(Passage passage, Map<String, List<Said>> phrases) {
    Map<String, Integer> times = new HashMap<>();
    Matcher phrase = PHRASE.matcher(passage.compact());
    while (phrase.find()) {
      String lead = phrase.group("lead").isEmpty() ? before(passage, phrase) : "比";
      if (lead.isEmpty()) {
        continue;
      }
      String words = lead + phrase.group("words");
      int time = times.merge(words, 1, Integer::sum);
      int year = Integer.parseInt(phrase.group("year"));
      phrases
          .computeIfAbsent(words + time, w -> new ArrayList<>())
          .add(new Said(passage, phrase.start(), year));
    }
  }

  private static String before(Passage passage, Matcher phrase) {
    return phrase.start() == 0
        ? ""
        : passage.compact().substring(phrase.start() - 1, phrase.start());
  }

  private static void judge(List<Said> said, List<CheckResult> checks) {
    Map<Integer, Long> years =
        said.stream().collect(Collectors.groupingBy(Said::year, Collectors.counting()));
    int usual =
        years.entrySet().stream()
            .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey)
            .orElse(0);
    long most = years.getOrDefault(usual, 0L);
    long others = said.size() - most;
    if (others == 0) {
      checks.add(new CheckResult.Agrees());
    } else if (most < SETTLED || others > FEW || most < SETTLED * others) {
      checks.add(
          new CheckResult.Undecided("逐项说明的年度不一致，不能确定", "the years of the items do not settle it"));
    } else {
      said.stream()
          .filter(s -> s.year() != usual && !s.passage().compact().contains(usual + "年" + rest(s)))
          .sorted(Comparator.comparingInt(Said::from))
          .forEach(s -> checks.add(finding(s, usual)));
    }
  }

  /** The words behind the year. */
  private static String rest(Said said) {
    Matcher phrase = PHRASE.matcher(said.passage().compact());
    return phrase.find(said.from()) ? phrase.group().replaceFirst("^[比与较]?20\\d\\d年?", "") : "";
  }

  private static CheckResult finding(Said said, int usual) {
    Passage passage = said.passage();
    return FindingDraft.at("year-of-items", passage, said.from(), clauseEnd(passage, said.from()))
        .numbers(said.year() + "年", usual + "年")
        .says(said.year(), usual);
  }

  private static int clauseEnd(Passage passage, int from) {
    Matcher stop = Pattern.compile("[，。；]").matcher(passage.compact());
    return stop.find(from) ? stop.start() : passage.compact().length();
  }
}
