package org.mingzhang.audit.identity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
  private static final Pattern DETAIL_WORDS = PATTERNS.get("detail-of-share");
  private static final Pattern DIVIDED_TOTAL_NAME = PATTERNS.get("divided-total");
  private static final ChartOfAccounts CHART = ChartOfAccounts.agencies();
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private ShareListReader() {}

  /**
   * The lists of a section, in reading order. Lists in which a share may be one of a part, and
   * lists whose whole is not known, are left out.
   */
  static List<ItemList> read(List<Statement> statements, SectionTexts texts) {
    List<List<Share>> runs = new ArrayList<>();
    for (Statement statement : statements) {
      if (statement instanceof Share share) {
        if (runs.isEmpty() || !continuesList(runs.getLast(), share, texts)) {
          runs.add(new ArrayList<>());
        }
        runs.getLast().add(share);
      }
    }
    return runs.stream().flatMap(run -> Stream.ofNullable(toList(run, texts))).toList();
  }

  private static boolean continuesList(List<Share> run, Share next, SectionTexts texts) {
    return texts.areInOneSentence(run.getLast().span(), next.span())
        && next.whole().subject().uniqueValue().stream().allMatch(run.getFirst().whole()::isAbout);
  }

  private static @Nullable ItemList toList(List<Share> run, SectionTexts texts) {
    if (run.size() < 2 || run.stream().anyMatch(s -> s.part().quantity() != null)) {
      return null; // a share of a printed amount is checked against that amount
    }
    Share first = run.getFirst();
    Subject whole = findWhole(first);
    String words = texts.textBetween(first.rate().span(), run.getLast().rate().span());
    if (whole == null || DETAIL_WORDS.matcher(words).find()) {
      return null;
    }
    Span span = first.span().extendToEndOf(run.getLast().span());
    Quantity rate = first.rate();
    Quantity all =
        new Quantity(
            new Span(span.sectionPath(), span.page(), span.start(), span.start()),
            HUNDRED.setScale(rate.value().scale()).toPlainString(),
            HUNDRED,
            rate.unit(),
            rate.measure(),
            rate.scale(),
            false);
    return new ItemList(
        span,
        new Amount(span, new Operand(CandidateValues.of(whole), first.part().stageAndTime(), all)),
        run.stream().map(ShareListReader::toPart).toList(),
        Statement.ListIntroduction.OF_WHICH,
        Statement.Closure.CLOSED);
  }

  private static Part toPart(Share share) {
    return new Part(new Amount(share.span(), share.part().withQuantity(share.rate())), List.of());
  }

  /**
   * The whole that a share names, otherwise the account of an item, or the nearest account above
   * its part that is divided by shares; null if there is none.
   */
  private static @Nullable Subject findWhole(Share share) {
    Subject part = share.part().subject().uniqueValue().orElse(null);
    Subject named = share.whole().subject().uniqueValue().orElse(null);
    if (named != null || part == null) {
      return named;
    }
    if (part.item() != null) {
      return part.withAccountAndItem(part.account(), part.isInChart(), null);
    }
    Optional<Account> above = CHART.findAccount(part.account());
    do {
      above = above.flatMap(Account::parent).flatMap(CHART::findAccount);
    } while (above.filter(a -> !DIVIDED_TOTAL_NAME.matcher(a.name()).find()).isPresent());
    return above
        .map(total -> part.withAccountAndItem(total.name(), true, null).withFund(null))
        .orElse(null);
  }
}
