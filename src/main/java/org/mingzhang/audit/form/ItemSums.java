package org.mingzhang.audit.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.form.ClassItemSumChecks.Group;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactPlace;
import org.mingzhang.model.Stage;

/**
 * Compares general public expenditure, budget and result, with the sum of the items that sentences
 * of the same section or of those below it state; a class may be stated without its items. An
 * amount that does not agree is reported only if that of the other stage does, which shows that all
 * items were read.
 */
final class ItemSums {
  private ItemSums() {}

  static List<TableIdentityResults.RuleResult> checkAll(AuditedDocument reading) {
    DocumentFacts facts = DocumentFacts.of(reading);
    Map<String, List<Fact>> items = itemsBySection(facts);
    return FormIdentity.matchedBy(FormIdentity.Matching.ITEMS).stream()
        .flatMap(identity -> checkAll(identity, items, facts).stream())
        .toList();
  }

  private static List<TableIdentityResults.RuleResult> checkAll(
      FormIdentity identity, Map<String, List<Fact>> items, DocumentFacts facts) {
    Map<String, List<Group>> sections = new LinkedHashMap<>();
    List<Fact> wholes =
        identity.wholes().stream().flatMap(w -> facts.ofAccount(w).stream()).toList();
    for (Fact whole : wholes) {
      if (whole.context().item() == null && whole.kind() == Fact.Kind.AMOUNT) {
        whole.places().stream()
            .filter(p -> p.cell() == null)
            .map(FactPlace::section)
            .distinct()
            .forEach(
                s ->
                    sections
                        .computeIfAbsent(s, x -> new ArrayList<>())
                        .add(new Group(whole, findItems(whole, items.getOrDefault(s, List.of())))));
      }
    }
    List<TableIdentityResults.RuleResult> answers = new ArrayList<>();
    for (List<Group> groups : sections.values()) {
      if (groups.stream().anyMatch(g -> g.items().size() > 1 && stage(g) == Stage.RESULT)) {
        groups.stream()
            .filter(g -> g.items().size() > 1)
            .map(g -> new TableIdentityResults.RuleResult(identity.rule(), check(g, groups, facts)))
            .forEach(answers::add);
      }
    }
    return answers;
  }

  private static @Nullable Stage stage(Group group) {
    return group.whole().context().stage();
  }

  /** The items of the stage and year of a whole among some. */
  private static List<Fact> findItems(Fact whole, List<Fact> among) {
    return among.stream()
        .filter(f -> f.context().stage() == whole.context().stage())
        .filter(f -> Objects.equals(f.context().year(), whole.context().year()))
        .toList();
  }

  /** The items that sentences of each section and of those below it state. */
  private static Map<String, List<Fact>> itemsBySection(DocumentFacts facts) {
    Map<String, List<Fact>> items = new HashMap<>();
    for (Fact fact : facts.all().stream().flatMap(List::stream).toList()) {
      if (fact.kind() == Fact.Kind.AMOUNT && fact.context().item() != null) {
        Set<String> sections = new HashSet<>();
        for (FactPlace place : fact.places()) {
          String path = place.cell() == null ? place.section() : "";
          for (; !path.isEmpty(); path = path.substring(0, Math.max(0, path.lastIndexOf('.')))) {
            sections.add(path);
          }
        }
        sections.forEach(s -> items.computeIfAbsent(s, x -> new ArrayList<>()).add(fact));
      }
    }
    return items;
  }

  private static CheckResult check(Group group, List<Group> all, DocumentFacts facts) {
    if (group.holds(facts)) {
      return CheckResult.AGREES;
    }
    boolean complete =
        all.stream()
            .filter(g -> stage(g) != stage(group))
            .anyMatch(g -> g.items().size() == group.items().size() && g.holds(facts));
    boolean inTable = group.whole().places().stream().anyMatch(p -> p.cell() != null);
    if (inTable || group.isDoubtful(facts.document())) {
      return CheckResult.undecided("item-in-doubt");
    }
    Fact whole = group.whole();
    FactPlace place =
        whole.places().stream().filter(p -> p.cell() == null).findFirst().orElseThrow();
    String stated = whole.printed() + whole.unit();
    return complete
        ? FindingDraft.at("item-totals", facts.place(place))
            .withNumbers(stated, group.formatSum())
            .withFormula(group.formatTerms(), group.formatSum(), stated)
            .report(group.formatSum(), stated)
        : CheckResult.undecided("items-not-all-listed");
  }
}
