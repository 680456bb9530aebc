package org.mingzhang.audit.wording;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingzhang.account.Classification;
import org.mingzhang.account.Classification.Entry;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.model.Topic;

/**
 * Names of the functional classification that were no longer in force in the document's year:
 * 医疗卫生与计划生育支出 for 卫生健康支出 since 2019. Told once a name. A sentence that speaks of an earlier year or
 * of the change of names may use the old one.
 */
public final class RetiredName implements Rule {
  private static final int SHORTEST = 6;
  private static final List<Entry> RETIRED =
      Classification.functional().entries().stream().filter(Entry::retired).toList();
  private static final Pattern NAMES =
      Pattern.compile(
          "(?<![\\p{IsHan}、])(?:\\d{1,2}[.、])?(?<name>"
              + RETIRED.stream()
                  .map(Entry::name)
                  .distinct()
                  .sorted((a, b) -> b.length() - a.length())
                  .map(Pattern::quote)
                  .collect(Collectors.joining("|"))
              + ")(?:(?<mark>[(（](?:类|款)[)）])|(?=[”\"]?(?:支出)?(?:决算|年初预算|预算|支出)?(?:数)?(?:为)?\\d))");
  private static final Pattern HISTORY =
      Pattern.compile("原(?=[“\"《名科列为称])|调整为|改为|更名|改名|科目调整|科目变|修订|转列|并入");
  private static final Pattern YEAR = Pattern.compile("20\\d{2}(?=年)");

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    Integer year = reading.disclosure().metadata().year();
    if (year == null) {
      return List.of();
    }
    List<CheckResult> checks = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (Passage passage : reading.passages()) {
      if (passage.topic() != Topic.GLOSSARY && !HISTORY.matcher(passage.compact()).find()) {
        check(passage, year, told, checks);
      }
    }
    return checks;
  }

  private static void check(Passage passage, int year, Set<String> told, List<CheckResult> checks) {
    Matcher names = NAMES.matcher(passage.compact());
    while (names.find()) {
      String name = names.group("name");
      if (names.group("mark") == null && name.length() < SHORTEST) {
        continue;
      }
      for (Entry entry : Classification.functional().named(name)) {
        if (entry.retired()
            && Objects.requireNonNull(entry.to()) < year
            && inForce(name, year).isEmpty()
            && !speaksOfBefore(passage, entry)
            && told.add(name)) {
          checks.add(finding(passage, names, entry, year));
        }
      }
    }
  }

  private static List<Entry> inForce(String name, int year) {
    return Classification.functional().named(name).stream().filter(e -> e.holds(year)).toList();
  }

  private static boolean speaksOfBefore(Passage passage, Entry entry) {
    return YEAR.matcher(passage.compact())
        .results()
        .anyMatch(y -> Integer.parseInt(y.group()) <= Objects.requireNonNull(entry.to()));
  }

  private static CheckResult finding(Passage passage, Matcher names, Entry entry, int year) {
    String now =
        Classification.functional().coded(entry.code(), year).map(Entry::name).orElse("另一科目");
    return FindingDraft.at("retired-name", passage, names.start("name"), names.end())
        .numbers(entry.name(), now)
        .says(entry.name(), Objects.requireNonNull(entry.to()) + 1, year, now);
  }
}
