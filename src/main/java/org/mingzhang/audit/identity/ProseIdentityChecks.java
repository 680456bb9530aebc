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
import org.mingzhang.statement.Span;
import org.mingzhang.statement.Statement;

/**
 * Checks the identities that need no account names on every statement of a document's prose. Safe
 * for use by many threads.
 */
public final class ProseIdentityChecks {
  /**
   * Minimum number of violations that must disappear if numbers are taken as cut, for a document to
   * count as cutting its numbers.
   */
  private static final int MIN_FEWER_VIOLATIONS = 2;

  /**
   * Maximum number of statements before a share that are searched for other amounts of its part.
   */
  private static final int MAX_STATEMENTS_BEFORE_SHARE = 4;

  /**
   * Maximum number of statements before a rate that are searched for the amount of the same change.
   */
  private static final int MAX_STATEMENTS_BEFORE_RATE = 16;

  private ProseIdentityChecks() {}

  /**
   * The answers for a document.
   *
   * @param results answers of the identities, in reading order
   */
  public record Result(List<SectionStatements> statements, List<IdentityResult> results) {

    public List<Violation> violations() {
      return results.stream().flatMap(a -> a.violation().stream()).toList();
    }

    public List<Relation> relationsThatHold() {
      return results.stream()
          .filter(a -> a.check() instanceof CheckResult.Agrees)
          .flatMap(a -> Stream.ofNullable(a.relation()))
          .toList();
    }
  }

  /** The answers for a document, computed once. */
  public static Result checkAll(AuditedDocument document) {
    return document.computeOnce(Result.class, ProseIdentityChecks::check);
  }

  /** Takes numbers as rounded, unless taking them as cut leaves clearly fewer violations. */
  private static Result check(AuditedDocument document) {
    Precision rounded =
        Precision.of(
            document.statements().stream()
                .flatMap(s -> s.statements().stream())
                .flatMap(s -> NearbyAmountFinder.quantities(s).stream())
                .toList());
    Result result = check(document, rounded);
    int broken = result.violations().size();
    if (broken < MIN_FEWER_VIOLATIONS) {
      return result;
    }
    Result cut = check(document, rounded.withTruncation());
    return broken - cut.violations().size() >= MIN_FEWER_VIOLATIONS ? cut : result;
  }

  private static Result check(AuditedDocument document, Precision precision) {
    Checks tried = new Checks(document, precision);
    List<IdentityResult> answers = new ArrayList<>();
    for (SectionStatements section : document.statements()) {
      document.checkBudget();
      answers.addAll(tried.check(section));
    }
    return new Result(document.statements(), answers);
  }

  /** The identities with their context in one document. */
  private static final class Checks {
    private final Precision precision;
    private final SectionTexts texts;
    private final NearbyAmountFinder others;
    private final AmountResolver document;
    private final ChangeIdentity changes;
    private final SplitChangeIdentity split;
    private final RatioIdentity ratios;
    private final ListIdentity lists;
    private final BalanceIdentity balances;
    private final RepeatedAmountIdentity repeats;
    private final LabeledNumberIdentity labeled;
    private final SectionItemGroups families;
    private final Map<String, ShareWholeResolver> wholes = new HashMap<>();

    Checks(AuditedDocument audited, Precision precision) {
      this.precision = precision;
      texts = new SectionTexts(audited.sections());
      others = new NearbyAmountFinder(audited.statements(), texts, precision);
      document = new AmountResolver(audited.statements());
      families = new SectionItemGroups(audited.statements());
      changes = new ChangeIdentity(precision, texts, others);
      split = new SplitChangeIdentity(precision, texts, changes);
      ratios = new RatioIdentity(precision, texts, others);
      lists = new ListIdentity(precision, texts, others, document);
      balances = new BalanceIdentity(precision, texts);
      repeats = new RepeatedAmountIdentity(precision, texts);
      labeled = new LabeledNumberIdentity(precision, texts, ratios, changes);
    }

    List<IdentityResult> check(SectionStatements section) {
      List<IdentityResult> answers = new ArrayList<>(balances.check(section));
      answers.addAll(repeats.check(section));
      AmountResolver amounts = new AmountResolver(section);
      ShareWholeResolver wholes = createWholeResolver(section);
      List<Statement> all = section.statements();
      PartShares shares = new PartShares(all, amounts);
      Set<Integer> read =
          all.stream()
              .flatMap(s -> NearbyAmountFinder.quantities(s).stream())
              .map(q -> q.span().start())
              .collect(Collectors.toUnmodifiableSet());
      for (int i = 0; i < all.size(); i++) {
        Statement statement = all.get(i);
        Statement before = i == 0 ? null : all.get(i - 1);
        answers.addAll(
            split.check(
                all.subList(Math.max(0, i - MAX_STATEMENTS_BEFORE_RATE), i),
                statement,
                change -> amounts.complete(change, document)));
        if (before instanceof Statement.ItemList list
            && statement instanceof Statement.Amount total) {
          answers.addAll(lists.checkTotalAfter(list, total));
        }
        switch (statement) {
          case Statement.Change change ->
              answers.addAll(changes.check(amounts.complete(change, document)));
          case Statement.Completion completion -> {
            AmountResolver.CompletionWithBudget completionWithBudget = amounts.complete(completion);
            answers.addAll(
                ratios.check(
                    completionWithBudget.completion(),
                    completionWithBudget.exact(),
                    isCompletionOfWhole(completion, before)));
          }
          case Statement.Share share -> {
            ShareWholeResolver.ShareWithWhole shareWithWhole = wholes.resolve(share);
            List<Statement> neighbors =
                all.subList(Math.max(0, i - MAX_STATEMENTS_BEFORE_SHARE), i);
            answers.addAll(
                ratios.check(
                    shareWithWhole.share(),
                    shareWithWhole.decided(),
                    PartShares.findOtherAmounts(neighbors, share)));
          }
          case Statement.ItemList list -> answers.addAll(lists.check(list, read, shares));
          default -> {}
        }
      }
      // A relation that was found both from a statement and from labels is reported once.
      Set<Set<Span>> answered =
          answers.stream().map(IdentityResult::spans).collect(Collectors.toSet());
      labeled.check(section).stream()
          .filter(a -> !answered.contains(a.spans()))
          .forEach(answers::add);
      return answers;
    }

    /** The wholes of a section's shares; the items below one section have theirs in common. */
    private ShareWholeResolver createWholeResolver(SectionStatements section) {
      List<SectionStatements> family = families.groupOf(section);
      return family.size() == 1
          ? new ShareWholeResolver(family, document, texts, others, precision)
          : wholes.computeIfAbsent(
              family.getFirst().section().path(),
              path -> new ShareWholeResolver(family, document, texts, others, precision));
    }

    /** Whether a completion refers to the whole of the list before it. */
    private static boolean isCompletionOfWhole(
        Statement.Completion completion, @Nullable Statement before) {
      return before instanceof Statement.ItemList list
          && list.whole() instanceof Statement.Amount whole
          && whole.operand().equals(completion.operand());
    }
  }
}
