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
import org.mingzhang.audit.form.ClassItemSumChecks.AmountWithItems;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Stage;

/**
 * Compares general public expenditure, budget and result, with the sum of the items that sentences
 * of the same section or of those below it state; a class may be stated without its items. An
 * amount that does not agree is reported only if that of the other stage does, which shows that all
 * items were read.
 */
final class ProseItemSumChecks {
  private ProseItemSumChecks() {}

  static List<RuleResult> checkAll(AuditedDocument document) {
    DocumentFacts facts = DocumentFacts.of(document);
    Map<String, List<Fact>> items = itemsBySection(facts);
    return FormIdentity.identitiesMatchedBy(FormIdentity.TermMatching.ITEMS).stream()
        .flatMap(identity -> checkAll(identity, items, facts).stream())
        .toList();
  }

  private static List<RuleResult> checkAll(
      FormIdentity identity, Map<String, List<Fact>> items, DocumentFacts facts) {
    Map<String, List<AmountWithItems>> sections = new LinkedHashMap<>();
    List<Fact> wholes =
        identity.wholes().stream().flatMap(w -> facts.factsOfAccount(w).stream()).toList();
    for (Fact whole : wholes) {
      if (whole.context().item() == null && whole.kind() == Fact.Kind.AMOUNT) {
        whole.locations().stream()
            .filter(p -> p.cell() == null)
            .map(FactLocation::section)
            .distinct()
            .forEach(
                s ->
                    sections
                        .computeIfAbsent(s, x -> new ArrayList<>())
                        .add(
                            new AmountWithItems(
                                whole, findItems(whole, items.getOrDefault(s, List.of())))));
      }
    }
    List<RuleResult> answers = new ArrayList<>();
    for (List<AmountWithItems> amounts : sections.values()) {
      if (amounts.stream().anyMatch(g -> g.items().size() > 1 && stage(g) == Stage.RESULT)) {
        amounts.stream()
            .filter(g -> g.items().size() > 1)
            .map(g -> new RuleResult(identity.rule(), check(g, amounts, facts)))
            .forEach(answers::add);
      }
    }
    return answers;
  }

  private static @Nullable Stage stage(AmountWithItems amountWithItems) {
    return amountWithItems.whole().context().stage();
  }

  /** The items of the stage and year of a whole among some. */
  private static List<Fact> findItems(Fact whole, List<Fact> candidates) {
    return candidates.stream()
        .filter(f -> f.context().stage() == whole.context().stage())
        .filter(f -> Objects.equals(f.context().year(), whole.context().year()))
        .toList();
  }

  /** The items that sentences of each section and of those below it state. */
  private static Map<String, List<Fact>> itemsBySection(DocumentFacts facts) {
    Map<String, List<Fact>> items = new HashMap<>();
    for (Fact fact : facts.allFacts().stream().flatMap(List::stream).toList()) {
      if (fact.kind() == Fact.Kind.AMOUNT && fact.context().item() != null) {
        Set<String> sections = new HashSet<>();
        for (FactLocation location : fact.locations()) {
          String path = location.cell() == null ? location.section() : "";
          for (; !path.isEmpty(); path = path.substring(0, Math.max(0, path.lastIndexOf('.')))) {
            sections.add(path);
          }
        }
        sections.forEach(s -> items.computeIfAbsent(s, x -> new ArrayList<>()).add(fact));
      }
    }
    return items;
  }

  private static CheckResult check(
      AmountWithItems amountWithItems, List<AmountWithItems> all, DocumentFacts facts) {
    if (amountWithItems.holds(facts)) {
      return CheckResult.AGREES;
    }
    boolean complete =
        all.stream()
            .filter(g -> stage(g) != stage(amountWithItems))
            .anyMatch(g -> g.items().size() == amountWithItems.items().size() && g.holds(facts));
    boolean inTable = amountWithItems.whole().locations().stream().anyMatch(p -> p.cell() != null);
    if (inTable || amountWithItems.isDoubtful(facts.document())) {
      return CheckResult.undecided("item-in-doubt");
    }
    Fact whole = amountWithItems.whole();
    FactLocation location =
        whole.locations().stream().filter(p -> p.cell() == null).findFirst().orElseThrow();
    String stated = whole.printed() + whole.unit();
    return complete
        ? FindingDraft.create("item-totals", facts.quoteLocation(location))
            .withNumbers(stated, amountWithItems.formatSum())
            .withFormula(amountWithItems.formatTerms(), amountWithItems.formatSum(), stated)
            .toResult(amountWithItems.formatSum(), stated)
        : CheckResult.undecided("items-not-all-listed");
  }
}
