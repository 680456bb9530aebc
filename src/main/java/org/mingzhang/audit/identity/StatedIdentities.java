package org.mingzhang.audit.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.Statement;

/**
 * Tries the identities that need no names on every statement of a document's prose. Safe on many
 * threads.
 */
public final class StatedIdentities {
  /** Violations fewer by this show that a document cuts its numbers and does not round them. */
  private static final int CLEARLY_FEWER = 2;

  /** Statements of one clause before another that may be of the same change. */
  private static final int BESIDE = 4;

  /** The same between the amounts of several changes and their rates, which follow all of them. */
  private static final int AMOUNTS_AND_RATES = 16;

  private StatedIdentities() {}

  /**
   * What was found in a document.
   *
   * @param answers what the identities say of it, in reading order
   */
  public record Result(List<SectionStatements> statements, List<IdentityAnswer> answers) {

    /** The identities that are broken. */
    public List<Violation> violations() {
      return answers.stream().flatMap(a -> a.violation().stream()).toList();
    }

    /** The relations that hold. */
    public List<Relation> holding() {
      return answers.stream()
          .filter(a -> a.check() instanceof CheckResult.Agrees)
          .flatMap(a -> Stream.ofNullable(a.relation()))
          .toList();
    }
  }

  /** The answers for a document, made once for all that asks. */
  public static Result of(AuditedDocument reading) {
    return reading.derived(Result.class, StatedIdentities::check);
  }

  /** Numbers are taken as rounded, unless that they were cut explains clearly more. */
  private static Result check(AuditedDocument reading) {
    Precision rounded =
        Precision.of(
            reading.statements().stream()
                .flatMap(s -> s.statements().stream())
                .flatMap(s -> OtherReadings.quantities(s).stream())
                .toList());
    Result result = check(reading, rounded);
    int broken = result.violations().size();
    if (broken < CLEARLY_FEWER) {
      return result;
    }
    Result cut = check(reading, rounded.withCut());
    return broken - cut.violations().size() >= CLEARLY_FEWER ? cut : result;
  }

  private static Result check(AuditedDocument reading, Precision precision) {
    Tried tried = new Tried(reading, precision);
    List<IdentityAnswer> answers = new ArrayList<>();
    for (SectionStatements section : reading.statements()) {
      reading.step();
      answers.addAll(tried.check(section));
    }
    return new Result(reading.statements(), answers);
  }

  /** The identities with what they need of one document. */
  private static final class Tried {
    private final Precision precision;
    private final SectionTexts texts;
    private final OtherReadings others;
    private final StatedAmounts document;
    private final ChangeIdentity changes;
    private final SplitChange split;
    private final RatioIdentity ratios;
    private final ListIdentity lists;
    private final BalanceIdentity balances;
    private final RepeatIdentity repeats;
    private final ItemFamilies families;
    private final Map<String, ShareWholes> wholes = new HashMap<>();

    Tried(AuditedDocument reading, Precision precision) {
      this.precision = precision;
      texts = new SectionTexts(reading.sections());
      others = new OtherReadings(reading.sections(), texts, precision);
      document = new StatedAmounts(reading.statements());
      families = new ItemFamilies(reading.statements());
      changes = new ChangeIdentity(precision, texts, others);
      split = new SplitChange(precision, texts, changes);
      ratios = new RatioIdentity(precision, texts, others);
      lists = new ListIdentity(precision, texts, others, document);
      balances = new BalanceIdentity(precision, texts);
      repeats = new RepeatIdentity(precision, texts);
    }

    List<IdentityAnswer> check(SectionStatements section) {
      List<IdentityAnswer> answers = new ArrayList<>(balances.check(section));
      answers.addAll(repeats.check(section));
      StatedAmounts amounts = new StatedAmounts(section);
      ShareWholes wholes = wholes(section);
      List<Statement> all = section.statements();
      PartShares shares = new PartShares(all, amounts);
      Set<Integer> read =
          all.stream()
              .flatMap(s -> OtherReadings.quantities(s).stream())
              .map(q -> q.span().start())
              .collect(Collectors.toUnmodifiableSet());
      for (int i = 0; i < all.size(); i++) {
        Statement statement = all.get(i);
        Statement before = i == 0 ? null : all.get(i - 1);
        answers.addAll(
            split.check(
                all.subList(Math.max(0, i - AMOUNTS_AND_RATES), i),
                statement,
                change -> amounts.complete(change, document)));
        if (before instanceof Statement.ItemList list
            && statement instanceof Statement.Amount total) {
          answers.addAll(lists.checkBehind(list, total));
        }
        switch (statement) {
          case Statement.Change change ->
              answers.addAll(changes.check(amounts.complete(change, document)));
          case Statement.Completion completion -> {
            StatedAmounts.Planned planned = amounts.complete(completion);
            answers.addAll(
                ratios.check(planned.completion(), planned.exact(), isOfWhole(completion, before)));
          }
          case Statement.Share share -> {
            ShareWholes.Known known = wholes.of(share);
            List<Statement> beside = all.subList(Math.max(0, i - BESIDE), i);
            answers.addAll(
                ratios.check(known.share(), known.decided(), PartAmounts.of(beside, share)));
          }
          case Statement.ItemList list -> answers.addAll(lists.check(list, read, shares));
          default -> {}
        }
      }
      return answers;
    }

    /** The wholes of a section's shares; items below one section share theirs with it. */
    private ShareWholes wholes(SectionStatements section) {
      List<SectionStatements> family = families.of(section);
      return family.size() == 1
          ? new ShareWholes(family, document, texts, others, precision)
          : wholes.computeIfAbsent(
              family.getFirst().section().path(),
              path -> new ShareWholes(family, document, texts, others, precision));
    }

    /** Whether a completion is said of the whole of the list before it. */
    private static boolean isOfWhole(Statement.Completion completion, @Nullable Statement before) {
      return before instanceof Statement.ItemList list
          && list.whole() instanceof Statement.Amount whole
          && whole.operand().equals(completion.operand());
    }
  }
}
