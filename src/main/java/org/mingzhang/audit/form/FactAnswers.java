package org.mingzhang.audit.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.sentence.ContradictedAmounts;

/**
 * The answers of all identities that are bound to facts of the whole document, found once. A sum of
 * which a part is itself in doubt, or off by just as much, is not told as well.
 */
record FactAnswers(List<TableAnswers.Answer> checks) {
  private static final Pattern NOTHING =
      Pattern.compile("结转结余(?:均)?为(?:零|0(?:\\.0+)?(?:万元)?)(?![\\d.])|(?:无|没有)(?:年末)?结转(?:和)?结余");

  private static final CheckResult DOUBTFUL =
      CheckResult.undecided("某一分项的金额另有矛盾", "the amount of a part is itself in doubt");

  static FactAnswers of(AuditedDocument reading) {
    DocumentFacts facts = DocumentFacts.of(reading);
    FactFindings findings = new FactFindings(facts);
    boolean nothingCarried =
        reading.passages().stream().anyMatch(p -> NOTHING.matcher(p.compact()).find());
    List<TableAnswers.Answer> answers = new ArrayList<>();
    List<BoundFacts> broken = new ArrayList<>();
    for (FormIdentity identity : FormIdentity.with(FormIdentity.Binder.DOCUMENT)) {
      reading.step();
      List<FormIdentity.Guard> guards = identity.guards();
      if ((guards.contains(FormIdentity.Guard.NOTHING_CARRIED) && !nothingCarried)
          || (guards.contains(FormIdentity.Guard.BUDGET) && !reading.isBudget())
          || (guards.contains(FormIdentity.Guard.ACCOUNTS)
              && !reading.isBudget()
              && !reading.isFinalAccount())) {
        continue;
      }
      for (BoundFacts bound : new FactBinder(identity, facts).bind()) {
        if (bound.holds(facts)) {
          answers.add(new TableAnswers.Answer(identity.rule(), CheckResult.AGREES));
        } else {
          boolean known = isKnown(bound, broken) || isDoubtful(bound, facts);
          CheckResult check = known || isBalance(bound, facts) ? DOUBTFUL : findings.of(bound);
          answers.add(new TableAnswers.Answer(identity.rule(), check));
          broken.add(bound);
        }
      }
    }
    return new FactAnswers(answers);
  }

  /** Whether a sum that was told before explains a sum: one of its parts is off by as much. */
  private static boolean isKnown(BoundFacts bound, List<BoundFacts> broken) {
    return broken.stream()
        .anyMatch(
            b ->
                bound.parts().contains(b.whole())
                    && b.over().negate().compareTo(bound.over()) == 0);
  }

  private static boolean isDoubtful(BoundFacts bound, DocumentFacts facts) {
    ContradictedAmounts suspects = ContradictedAmounts.of(facts.reading());
    return bound.identity().kind() == FormIdentity.Kind.SUM
        && (suspects.any(bound.parts().stream().map(DocumentFacts::inUnit))
            || Stream.concat(Stream.of(bound.whole()), bound.parts().stream())
                .anyMatch(facts::isDoubtful));
  }

  /** Whether what one side is more than the other is stated as left or carried over. */
  private static boolean isBalance(BoundFacts bound, DocumentFacts facts) {
    return bound.identity().guards().contains(FormIdentity.Guard.NO_BALANCE)
        && facts.isBalance(bound.over().abs());
  }
}
