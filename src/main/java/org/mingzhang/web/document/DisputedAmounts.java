package org.mingzhang.web.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FindingAnchors;
import org.mingzhang.model.FindingsByNumber;
import org.mingzhang.model.Section;
import org.mingzhang.web.render.Labels;

/**
 * The amounts and counts for which two places of a document give different values and no finding
 * reports it, since the places may mean different things. A page of a document with such amounts
 * must not say that all numbers agree.
 *
 * @param groups the values of each account and context, in reading order
 */
record DisputedAmounts(List<List<Fact>> groups) {
  static DisputedAmounts of(Disclosure disclosure) {
    Map<List<Object>, List<Fact>> byUse = new LinkedHashMap<>();
    for (Fact fact : disclosure.facts()) {
      if (fact.disputed() && (fact.kind() == Fact.Kind.AMOUNT || fact.kind() == Fact.Kind.COUNT)) {
        byUse
            .computeIfAbsent(
                List.of(fact.account(), fact.context(), fact.kind()), use -> new ArrayList<>())
            .add(fact);
      }
    }
    FindingsByNumber findings =
        FindingsByNumber.group(
            disclosure.findings(), FindingAnchors.ofDocument(disclosure.findings()).names());
    Map<String, Section> sections =
        disclosure.sections().stream()
            .collect(Collectors.toMap(Section::path, section -> section, (first, same) -> first));
    return new DisputedAmounts(
        byUse.values().stream()
            .filter(f -> f.size() > 1)
            .filter(f -> f.stream().allMatch(one -> findings.find(one, sections::get).isEmpty()))
            .toList());
  }

  private static String printedNumber(Fact fact) {
    return fact.printed() + fact.unit();
  }

  /** A line for each account: 基本支出（部门口径，2023，决算）：953.40万元、3,234.70万元. */
  List<String> describe(Labels labels) {
    return groups.stream().map(facts -> describe(facts, labels)).toList();
  }

  private static String describe(List<Fact> facts, Labels labels) {
    Fact first = facts.getFirst();
    String item = first.context().item() == null ? "" : " " + first.context().item();
    return labels.format(
        "checked.disputed.line",
        labels.account(first.account()) + item,
        String.join(labels.text("fact.comma"), labels.slice(first.context())),
        facts.stream()
            .map(DisputedAmounts::printedNumber)
            .distinct()
            .collect(Collectors.joining(labels.text("answer.and"))));
  }
}
