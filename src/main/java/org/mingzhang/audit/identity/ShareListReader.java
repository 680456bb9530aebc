package org.mingzhang.audit.identity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.statement.CandidateValues;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Amount;
import org.mingzhang.statement.Statement.ItemList;
import org.mingzhang.statement.Statement.Part;
import org.mingzhang.statement.Statement.Share;
import org.mingzhang.statement.Subject;
import org.mingzhang.text.PatternTable;

/**
 * Reads the shares that a sentence states of one whole, 基本支出占62.4%，项目支出占37.6%, as a list whose
 * whole is 100% and whose parts are the rates. Stateless.
 */
final class ShareListReader {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(ShareListReader.class);
  private static final Pattern DETAIL = PATTERNS.get("detail-of-share");
  private static final Pattern DIVIDED = PATTERNS.get("divided-total");
  private static final ChartOfAccounts CHART = ChartOfAccounts.agencies();
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private ShareListReader() {}

  /**
   * The lists of a section, in reading order; without those in which a share may be of a part, and
   * those whose whole is not known.
   */
  static List<ItemList> read(List<Statement> statements, SectionTexts texts) {
    List<ItemList> lists = new ArrayList<>();
    List<Share> run = new ArrayList<>();
    Amount amount = null;
    for (Statement statement : statements) {
      if (statement instanceof Amount stated && run.isEmpty()) {
        amount = stated;
      } else if (statement instanceof Share share) {
        if (!run.isEmpty() && !continuesList(run, share, texts)) {
          Optional.ofNullable(toList(run, amount, texts)).ifPresent(lists::add);
          run = new ArrayList<>();
          amount = null;
        }
        run.add(share);
      }
    }
    Optional.ofNullable(toList(run, amount, texts)).ifPresent(lists::add);
    return lists;
  }

  private static boolean continuesList(List<Share> run, Share next, SectionTexts texts) {
    return texts.areInOneSentence(run.getLast().span(), next.span())
        && next.whole().subject().uniqueValue().stream().allMatch(run.getFirst().whole()::isAbout);
  }

  private static @Nullable ItemList toList(
      List<Share> run, @Nullable Amount before, SectionTexts texts) {
    if (run.size() < 2 || run.stream().anyMatch(s -> s.part().quantity() != null)) {
      return null; // a share of a printed amount is checked against that
    }
    Span span = run.getFirst().span().through(run.getLast().span());
    Operand whole = findWhole(run.getFirst(), before, texts);
    String words = texts.textBetween(run.getFirst().rate().span(), run.getLast().rate().span());
    if (whole == null || DETAIL.matcher(words).find()) {
      return null;
    }
    Quantity rate = run.getFirst().rate();
    Quantity all =
        new Quantity(
            new Span(span.section(), span.page(), span.start(), span.start()),
            HUNDRED.setScale(rate.value().scale()).toPlainString(),
            HUNDRED,
            rate.unit(),
            rate.measure(),
            rate.scale(),
            false);
    return new ItemList(
        span,
        new Amount(span, new Operand(whole.subject(), run.getFirst().part().stageAndTime(), all)),
        run.stream().map(ShareListReader::toPart).toList(),
        Statement.ListIntroduction.OF_WHICH,
        Statement.Closure.CLOSED);
  }

  private static Part toPart(Share share) {
    return new Part(new Amount(share.span(), share.part().withQuantity(share.rate())), List.of());
  }

  /**
   * The whole that the first share names, the total that the sentence states before it, or the
   * total above its account in the chart; null if it is none of these.
   */
  private static @Nullable Operand findWhole(
      Share first, @Nullable Amount before, SectionTexts texts) {
    if (first.whole().subject().uniqueValue().isPresent()) {
      return first.whole();
    }
    Optional<Subject> stated =
        before != null && texts.areInOneSentence(before.span(), first.span())
            ? before.operand().subject().uniqueValue()
            : Optional.empty();
    Optional<Subject> whole =
        stated.isPresent()
            ? stated.filter(s -> DIVIDED.matcher(s.account()).find())
            : first.part().subject().uniqueValue().flatMap(ShareListReader::findTotal);
    return whole
        .map(s -> new Operand(CandidateValues.of(s), CandidateValues.unknown(), null))
        .orElse(null);
  }

  /** The account of an item; otherwise the nearest account above it that is divided by shares. */
  private static Optional<Subject> findTotal(Subject part) {
    if (part.item() != null) {
      return Optional.of(part.withAccountAndItem(part.account(), part.charted(), null));
    }
    Optional<Account> above = Optional.of(part.account()).flatMap(CHART::findAccount);
    do {
      above = above.flatMap(Account::parent).flatMap(CHART::findAccount);
    } while (above.filter(a -> !DIVIDED.matcher(a.name()).find()).isPresent());
    return above.map(total -> part.withAccountAndItem(total.name(), true, null).withFund(null));
  }
}
