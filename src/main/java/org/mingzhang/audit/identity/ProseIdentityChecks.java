package org.mingzhang.audit.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.identity.AmountResolver.CompletionWithBudget;
import org.mingzhang.audit.identity.ShareWholeResolver.ShareWithWhole;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.Statement;

/**
 * Checks the identities that need no account names on every statement of a document's prose.
 * Thread-safe.
 */
public final class ProseIdentityChecks {
  /**
   * Minimum number by which the violations must decrease for a document to count as one that
   * truncates its numbers.
   */
  private static final int MIN_FEWER_VIOLATIONS = 2;

  /**
   * Maximum number of statements before a share that are searched for other amounts of its part.
   */
  private static final int MAX_STATEMENTS_BEFORE_SHARE = 4;

  /**
   * Maximum number of statements before a rate that are searched for the amount of the change to
   * which the rate belongs.
   */
  private static final int MAX_STATEMENTS_BEFORE_RATE = 16;

  /** Maximum number of characters between an amount of a list and its change. */
  private static final int MAX_DISTANCE_OF_CHANGE = 40;

  private ProseIdentityChecks() {}

  /**
   * The results of all identities that were checked on the prose of a document.
   *
   * @param results results of the identities, by section in reading order; within a section they
   *     are not ordered by location
   */
  public record ProseIdentityResults(List<IdentityResult> results) {

    public List<Violation> violations() {
      return results.stream().flatMap(a -> a.violation().stream()).toList();
    }

    public List<NumberRelation> satisfiedRelations() {
      return results.stream()
          .filter(a -> a.check() instanceof CheckResult.Agrees)
          .flatMap(a -> Stream.ofNullable(a.relation()))
          .toList();
    }
  }

  /** Checks all identities on the prose of a document, once for each document. */
  public static ProseIdentityResults checkAll(AuditedDocument document) {
    return document.computeOnce(ProseIdentityResults.class, ProseIdentityChecks::check);
  }

  /**
   * Assumes that numbers were rounded, unless clearly fewer identities are violated if they were
   * truncated.
   */
  private static ProseIdentityResults check(AuditedDocument document) {
    PrintedPrecision rounded =
        PrintedPrecision.determine(
            document.statements().stream()
                .flatMap(s -> s.statements().stream())
                .flatMap(s -> NearbyAmountFinder.quantitiesOf(s).stream())
                .toList());
    ProseIdentityResults result = check(document, rounded);
    int broken = result.violations().size();
    if (broken < MIN_FEWER_VIOLATIONS) {
      return result;
    }
    ProseIdentityResults cut = check(document, rounded.withTruncation());
    return broken - cut.violations().size() >= MIN_FEWER_VIOLATIONS ? cut : result;
  }

  private static ProseIdentityResults check(AuditedDocument document, PrintedPrecision precision) {
    DocumentIdentityChecks checks = new DocumentIdentityChecks(document, precision);
    List<IdentityResult> answers = new ArrayList<>();
    for (SectionStatements section : document.statements()) {
      document.throwIfTimeExhausted();
      answers.addAll(checks.check(section));
    }
    return new ProseIdentityResults(answers);
  }

  /** The identities with their context in one document. */
  private static final class DocumentIdentityChecks {
    private final PrintedPrecision precision;
    private final SectionTexts texts;
    private final NearbyAmountFinder nearbyAmounts;
    private final AlternativeOperandFinder alternatives;
    private final AmountResolver documentAmounts;
    private final ChangeIdentity changeIdentity;
    private final SplitChangeIdentity splitChangeIdentity;
    private final UnchangedIdentity unchangedIdentity;
    private final PercentagePointIdentity pointsIdentity;
    private final RatioIdentity ratioIdentity;
    private final CompletionOfChangeIdentity completionOfChangeIdentity;
    private final ListIdentity listIdentity;
    private final BalanceIdentity balanceIdentity;
    private final RepeatedAmountIdentity repeatedAmountIdentity;
    private final LabeledNumberIdentity labeledNumberIdentity;
    private final SectionItemGroups itemGroups;
    private final Map<String, ShareWholeResolver> wholeResolvers = new HashMap<>();

    DocumentIdentityChecks(AuditedDocument audited, PrintedPrecision precision) {
      this.precision = precision;
      texts = new SectionTexts(audited.sections());
      nearbyAmounts = new NearbyAmountFinder(audited.statements(), texts, precision);
      alternatives = new AlternativeOperandFinder(nearbyAmounts, texts);
      documentAmounts = new AmountResolver(new StatedAmounts(audited.statements()));
      itemGroups = new SectionItemGroups(audited.statements());
      changeIdentity = new ChangeIdentity(precision, texts, nearbyAmounts);
      splitChangeIdentity = new SplitChangeIdentity(precision, texts, changeIdentity);
      unchangedIdentity = new UnchangedIdentity(precision, texts);
      pointsIdentity = new PercentagePointIdentity(precision, texts);
      ratioIdentity = new RatioIdentity(precision, texts, nearbyAmounts, alternatives);
      completionOfChangeIdentity = new CompletionOfChangeIdentity(precision, texts, nearbyAmounts);
      listIdentity =
          new ListIdentity(precision, texts, nearbyAmounts, documentAmounts.statedAmounts());
      balanceIdentity = new BalanceIdentity(precision, texts);
      repeatedAmountIdentity = new RepeatedAmountIdentity(precision, texts);
      labeledNumberIdentity =
          new LabeledNumberIdentity(precision, texts, ratioIdentity, changeIdentity);
    }

    List<IdentityResult> check(SectionStatements section) {
      List<IdentityResult> answers = new ArrayList<>(balanceIdentity.check(section));
      answers.addAll(repeatedAmountIdentity.check(section));
      answers.addAll(pointsIdentity.check(section));
      AmountResolver amounts = new AmountResolver(new StatedAmounts(section));
      ChangeAmountResolver changeAmounts =
          new ChangeAmountResolver(amounts, documentAmounts, texts);
      ShareWholeResolver wholes = getOrCreateWholeResolver(section);
      List<Statement> all = section.statements();
      PartShares shares = new PartShares(all, amounts);
      UnlistedPartDetector unlisted = new UnlistedPartDetector(all, texts, nearbyAmounts);
      NavigableSet<Integer> rates = findChangesWithoutAmount(all);
      Statement.ItemList amountList = null;
      for (int i = 0; i < all.size(); i++) {
        Statement statement = all.get(i);
        Statement before = i == 0 ? null : all.get(i - 1);
        answers.addAll(
            splitChangeIdentity.check(
                all.subList(Math.max(0, i - MAX_STATEMENTS_BEFORE_RATE), i),
                statement,
                changeAmounts::complete));
        if (before instanceof Statement.ItemList list
            && statement instanceof Statement.Amount total) {
          answers.addAll(listIdentity.checkTotalAfter(list, total));
        }
        switch (statement) {
          case Statement.Change change ->
              answers.addAll(changeIdentity.check(changeAmounts.complete(change)));
          case Statement.Unchanged same -> answers.addAll(unchangedIdentity.check(same, amounts));
          case Statement.Completion completion -> {
            CompletionWithBudget completed = amounts.complete(completion);
            answers.addAll(
                ratioIdentity.check(
                    completed.completion(),
                    completed.isBudgetOfNamedStage(),
                    isCompletionOfWhole(completion, before)));
            if (completed.completion().base().quantity() == null) {
              answers.addAll(completionOfChangeIdentity.check(completion, all, i));
            }
          }
          case Statement.Share share -> {
            ShareWithWhole resolved = wholes.resolve(share);
            List<Statement> neighbors =
                all.subList(Math.max(0, i - MAX_STATEMENTS_BEFORE_SHARE), i);
            answers.addAll(
                ratioIdentity.check(
                    resolved.share(),
                    resolved.wholeDecided(),
                    PartShares.findOtherAmountsOfPart(neighbors, share)));
          }
          case Statement.ItemList list -> {
            if (!statesOnlyRatesAfter(list, amountList, rates)) {
              answers.addAll(listIdentity.check(list, unlisted, shares));
            }
            amountList = list.whole() instanceof Statement.Amount ? list : amountList;
          }
          default -> {}
        }
      }
      for (Statement.ItemList list : ShareListReader.read(all, texts)) {
        answers.addAll(listIdentity.check(list, unlisted, shares));
      }
      // A relation found both from a statement and from labels is reported once.
      Set<Set<Span>> answered =
          answers.stream().map(IdentityResult::numberSpans).collect(Collectors.toSet());
      return Stream.concat(
              alternatives.leaveExplainedRatesUndecided(answers).stream(),
              labeledNumberIdentity.check(section).stream()
                  .filter(a -> !answered.contains(a.numberSpans())))
          .toList();
    }

    /**
     * The resolver for the wholes of a section's shares. Sections grouped by {@link
     * SectionItemGroups} share one resolver, because the same amounts are the wholes of their
     * shares.
     */
    private ShareWholeResolver getOrCreateWholeResolver(SectionStatements section) {
      List<SectionStatements> family = itemGroups.findGroup(section);
      return family.size() == 1
          ? new ShareWholeResolver(family, documentAmounts, texts, nearbyAmounts, precision)
          : wholeResolvers.computeIfAbsent(
              family.getFirst().section().path(),
              path ->
                  new ShareWholeResolver(family, documentAmounts, texts, nearbyAmounts, precision));
    }

    /** The offsets of changes that are stated as rates only. */
    private static NavigableSet<Integer> findChangesWithoutAmount(List<Statement> statements) {
      return statements.stream()
          .filter(
              s ->
                  s instanceof Statement.Change change
                      && change.amount() == null
                      && change.rate() != null)
          .map(s -> s.span().start())
          .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Whether a list of changes lacks members of the list of amounts to which it belongs, because
     * the missing members state only a rate of change.
     */
    private static boolean statesOnlyRatesAfter(
        Statement.ItemList changeList,
        Statement.@Nullable ItemList amountList,
        NavigableSet<Integer> rateOffsets) {
      if (amountList == null
          || !(changeList.whole() instanceof Statement.Change)
          || !amountList.span().sectionPath().equals(changeList.span().sectionPath())) {
        return false;
      }
      Integer next = rateOffsets.ceiling(changeList.span().end());
      return next != null
          && next <= amountList.parts().getLast().statement().span().end() + MAX_DISTANCE_OF_CHANGE;
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
