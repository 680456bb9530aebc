package org.mingzhang.audit.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Amount;
import org.mingzhang.statement.Statement.ItemList;
import org.mingzhang.statement.Statement.Share;
import org.mingzhang.statement.Subject;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TsvResource;

/**
 * Finds the wholes of shares whose clauses do not print them. Shares that name the same whole, or
 * that name none and are in one paragraph or list, are assumed to have the same whole. An amount of
 * the section is taken for this whole if it agrees with another of these shares.
 */
final class ShareWholeResolver {
  /**
   * Maximum number of amounts that are tried as the whole of some shares because their value fits;
   * if more fit, the whole is left undecided.
   */
  private static final int MAX_TRIED_AMOUNTS = 300;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ShareWholeResolver.class);
  private static final Pattern NAMED_WHOLE = PATTERNS.get("named-whole");

  /** For each total, the totals that the same words may mean, since texts confuse their names. */
  private static final Map<String, List<String>> CONFUSABLE_TOTALS =
      TsvResource.readRows(ShareWholeResolver.class, "totals.tsv", 2).stream()
          .collect(
              Collectors.toUnmodifiableMap(List::getFirst, l -> List.of(l.get(1).split(";", -1))));

  private final PrintedPrecision precision;
  private final SectionTexts texts;
  private final Map<String, AmountResolver> amountsBySection = new HashMap<>();
  private final boolean hasItemSections;
  private final AmountResolver documentAmounts;
  private final NearbyAmountFinder nearbyAmounts;
  private final ListedParts listedParts;

  /**
   * For each share that names no whole, by its span, the whole that an earlier share of the
   * sentence names.
   */
  private final Map<Span, Operand> wholesNamedBefore = new HashMap<>();

  private final AmountValueIndex amountIndex;
  private final Map<String, List<Share>> sharesByWhole = new LinkedHashMap<>();

  /**
   * Creates a resolver that searches sections that are read together.
   *
   * @param jointSections a section, or a section with its items, whose shares have the same whole
   */
  ShareWholeResolver(
      List<SectionStatements> jointSections,
      AmountResolver documentAmounts,
      SectionTexts texts,
      NearbyAmountFinder nearbyAmounts,
      PrintedPrecision precision) {
    this.nearbyAmounts = nearbyAmounts;
    this.precision = precision;
    this.texts = texts;
    this.hasItemSections = jointSections.size() > 1;
    this.documentAmounts = documentAmounts;
    this.amountIndex = new AmountValueIndex(precision);
    this.listedParts = new ListedParts(precision);
    for (SectionStatements section : jointSections) {
      AmountResolver stated = new AmountResolver(new StatedAmounts(section));
      amountsBySection.put(section.section().path(), stated);
      collectStatements(section, stated);
    }
  }

  /** Collects the amounts, lists and shares of a section. */
  private void collectStatements(SectionStatements section, AmountResolver sectionAmounts) {
    section.statements().stream()
        .filter(ItemList.class::isInstance)
        .forEach(list -> listedParts.add((ItemList) list));
    Share named = null;
    for (Statement statement : section.statements()) {
      switch (statement) {
        case Amount amount ->
            Stream.ofNullable(amount.operand().quantity()).forEach(amountIndex::add);
        case Share share -> {
          Share known = sectionAmounts.withAmountOfPart(share);
          if (hasNamedWhole(known)) {
            named = known;
          } else if (named != null && texts.areInOneSentence(named.span(), known.span())) {
            wholesNamedBefore.put(share.span(), named.whole());
          }
          sharesByWhole.computeIfAbsent(keyOfWhole(known), k -> new ArrayList<>()).add(known);
        }
        default -> {}
      }
    }
  }

  private AmountResolver amountsOfSection(Share share) {
    return Objects.requireNonNull(amountsBySection.get(share.span().sectionPath()));
  }

  private static boolean hasNamedWhole(Share share) {
    return share.whole().subject().uniqueValue().isPresent();
  }

  /**
   * The whole that a share names; if it names none, the one that an earlier share of its sentence
   * names.
   */
  private Optional<Subject> findNamedWhole(Share share) {
    Operand whole =
        hasNamedWhole(share)
            ? share.whole()
            : wholesNamedBefore.getOrDefault(share.span(), Operand.UNKNOWN);
    return whole.subject().uniqueValue();
  }

  /**
   * Key of the whole of a share: the account and item that it names, or its words for a whole that
   * is no known account (占支出的); if it has none, its paragraph, the paragraph of its list, or all
   * paragraphs together if sections are read jointly.
   */
  private String keyOfWhole(Share share) {
    String named =
        findNamedWhole(share)
            .map(s -> s.account() + "/" + s.item())
            .orElseGet(() -> findWordsForWhole(share));
    Span list = listedParts.findListWithoutWhole(share);
    return !named.isEmpty()
        ? named
        : hasItemSections ? "¶" : "¶" + texts.paragraphStart(list == null ? share.span() : list);
  }

  /** The words for the whole that a share states; empty if it states none. */
  private String findWordsForWhole(Share share) {
    Matcher whole = NAMED_WHOLE.matcher(texts.toLocation(share.span()).quote());
    return whole.find() ? whole.group("whole") : "";
  }

  /**
   * A share completed by its whole, and whether another amount might be meant.
   *
   * @param share the share; its whole has no amount if none is known
   * @param wholeDecided whether no other amount can be meant
   */
  record ShareWithWhole(Share share, boolean wholeDecided) {}

  /**
   * Completes a share by the amount of its whole, if the section or the document determines it. An
   * amount is rejected if more shares with the same whole agree with another amount.
   */
  ShareWithWhole resolve(Share printed) {
    ShareWithWhole found = findWhole(printed);
    Quantity whole = found.share().whole().quantity();
    return whole == null || findSharesOfSameWhole(found.share()).isBestSupportedWhole(whole)
        ? found
        : new ShareWithWhole(found.share().withWhole(printed.whole().withQuantity(null)), false);
  }

  private SharesOfOneWhole sharesNamingSameWhole(Share share) {
    return new SharesOfOneWhole(
        sharesByWhole.getOrDefault(keyOfWhole(share), List.of()), precision);
  }

  /**
   * The shares of the list that a share is in, if there are several and the share names no other
   * whole; otherwise the shares that name the same whole.
   */
  private SharesOfOneWhole findSharesOfSameWhole(Share share) {
    Operand list = listedParts.findWhole(share);
    List<Share> listed =
        list == null || namesOtherWholeThanList(share)
            ? List.of()
            : sharesByWhole.values().stream()
                .flatMap(List::stream)
                .filter(s -> list.equals(listedParts.findWhole(s)) && !namesOtherWholeThanList(s))
                .toList();
    return listed.size() > 1
        ? new SharesOfOneWhole(listed, precision)
        : sharesNamingSameWhole(share);
  }

  private ShareWithWhole findWhole(Share printed) {
    AmountResolver stated = amountsOfSection(printed);
    Share share = stated.withAmountOfPart(printed);
    Share complete = stated.complete(share);
    SharesOfOneWhole sameWhole = sharesNamingSameWhole(share);
    Quantity named = complete.whole().quantity();
    if (named != null) {
      return new ShareWithWhole(
          complete,
          !sameWhole.areTooManyToCompare() && sameWhole.agreesWithSomeShare(named, share));
    }
    Quantity before = findAmountNamedBefore(share);
    if (before != null && agreesWithShare(share, before)) {
      return new ShareWithWhole(withWhole(share, before), true);
    }
    Operand list = listedParts.findWhole(share);
    Quantity ofList = list == null ? null : list.quantity();
    if (sameWhole.areTooManyToCompare()) {
      return new ShareWithWhole(share, false);
    }
    boolean exactly = listedParts.isPartOfExactList(share) && !namesOtherWholeThanList(share);
    if (ofList != null
        && (exactly
            || sameWhole.agreesWithSomeShare(ofList, share)
            || findSharesOfSameWhole(share).agreesWithSomeShare(ofList, share))) {
      return new ShareWithWhole(withWhole(share, ofList), true);
    }
    Quantity near = ofList == null ? findUniqueConfirmedAmount(share, sameWhole) : null;
    if (near != null) {
      return new ShareWithWhole(withWhole(share, near), true);
    }
    Quantity likely = hasNamedWhole(share) ? null : findLikelyWhole(share, ofList);
    if (likely != null) {
      return new ShareWithWhole(withWhole(share, likely), false);
    }
    Quantity common =
        hasNamedWhole(share)
            ? null
            : sameWhole.findCommonWhole(documentAmounts.statedAmounts().amounts(), share);
    return common == null
        ? findWholeElsewhere(share)
        : new ShareWithWhole(withWhole(share, common), true);
  }

  /**
   * The most likely whole of a share that names none: the whole of its list, the whole that the
   * share before it names, or the amount of its account's parent in the chart. Null if none is
   * known. Also null if the amount disagrees with the share and another amount of the section
   * agrees or there are too many to try.
   */
  private @Nullable Quantity findLikelyWhole(Share share, @Nullable Quantity wholeOfList) {
    Quantity whole =
        wholeOfList != null && !namesOtherWholeThanList(share)
            ? wholeOfList
            : wholesNamedBefore.containsKey(share.span())
                ? findAmountNamedBefore(share)
                : findParentAmount(share);
    if (whole == null || agreesWithShare(share, whole)) {
      return whole;
    }
    List<Quantity> right = findWholes(new SharesOfOneWhole(List.of(share), precision));
    return right == null || right.stream().anyMatch(q -> agreesWithShare(share, q)) ? null : whole;
  }

  /** The amount of the whole that an earlier share of the sentence names; null if none is known. */
  private @Nullable Quantity findAmountNamedBefore(Share share) {
    Operand named = wholesNamedBefore.get(share.span());
    return named == null ? null : amountsOfSection(share).findWholeAmount(named, share.part());
  }

  /**
   * The only amount of the parent, in the chart, of the account of a part; null if there is none,
   * if several differ, or if it is not before the share.
   */
  private @Nullable Quantity findParentAmount(Share share) {
    String account = share.part().subject().uniqueValue().map(Subject::account).orElse("");
    Optional<Account> charted =
        ChartOfAccounts.agencies()
            .findAccount(account)
            .or(() -> ChartOfAccounts.governments().findAccount(account));
    List<Quantity> found =
        charted
            .flatMap(Account::parent)
            .map(
                parent ->
                    amountsOfSection(share).statedAmounts().amountsOfAccounts(List.of(parent)))
            .orElse(List.of());
    Quantity one = OperandValues.findUniqueQuantity(found);
    return one != null && precedesShare(one.span(), share.span()) ? one : null;
  }

  /**
   * The whole that other sections state. A total and its main part may have the same name: 总支出 is
   * used for 支出总计 and for 本年支出合计; if the share agrees with the other of the two totals, its whole
   * stays unknown.
   */
  private ShareWithWhole findWholeElsewhere(Share share) {
    Share complete = documentAmounts.complete(share);
    String account = share.whole().subject().uniqueValue().map(Subject::account).orElse("");
    boolean ofAnother =
        documentAmounts
            .statedAmounts()
            .amountsOfAccounts(CONFUSABLE_TOTALS.getOrDefault(account, List.of()))
            .stream()
            .anyMatch(q -> agreesWithShare(share, q));
    return new ShareWithWhole(ofAnother ? share : complete, false);
  }

  /**
   * Whether a share names another charted account than its list: 支出总计5,120.60万元，其中：基本支出…，占本年支出的…,
   * where the list includes what is carried over and the whole does not.
   */
  private boolean namesOtherWholeThanList(Share share) {
    Operand ofList = listedParts.findWhole(share);
    Subject listed = ofList == null ? null : ofList.subject().uniqueValue().orElse(null);
    Subject named = findNamedWhole(share).orElse(null);
    return listed != null
        && named != null
        && listed.isInChart()
        && named.isInChart()
        && !named.account().equals(listed.account());
  }

  /**
   * The only amount before a share, other than its part, that agrees, as the whole, with it or with
   * another share of the same whole; null if there is none or if several differ.
   */
  private @Nullable Quantity findUniqueConfirmedAmount(Share share, SharesOfOneWhole sameWhole) {
    List<Quantity> likely = findWholes(sameWhole);
    return likely == null
        ? null
        : OperandValues.findUniqueQuantity(
            Stream.concat(likely.stream(), nearbyAmounts.findAmountsNear(share.span()).stream())
                .filter(
                    q ->
                        precedesShare(q.span(), share.span())
                            && !q.equals(share.part().quantity())
                            && sameWhole.agreesWithSomeShare(q, share))
                .toList());
  }

  /**
   * The amounts that may be the whole of at least one of the given shares; null if there are too
   * many.
   */
  private @Nullable List<Quantity> findWholes(SharesOfOneWhole sameWhole) {
    return amountIndex.findWholes(sameWhole.partsWithPositiveRates(), MAX_TRIED_AMOUNTS);
  }

  private static boolean precedesShare(Span amount, Span share) {
    return amount.sectionPath().equals(share.sectionPath())
        ? amount.end() <= share.start()
        : share.sectionPath().startsWith(amount.sectionPath() + ".");
  }

  private boolean agreesWithShare(Share share, Quantity amount) {
    return SharesOfOneWhole.agreesWithWhole(share, amount, precision);
  }

  private static Share withWhole(Share share, Quantity whole) {
    return share.withWhole(share.whole().withQuantity(whole));
  }
}
