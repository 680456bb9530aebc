package org.mingzhang.audit.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Subject;
import org.mingzhang.text.PatternTable;

/**
 * Checks balances, as defined by {@link BalanceDefinition}, on the amounts of a section:
 * 收入总量695万元，支出总量600万元，结转下年95万元. The terms are the amounts directly before the balance with its year
 * and stage. Nothing is checked if another amount of one of the terms, or one that may change the
 * balance, lies between them.
 */
record BalanceIdentity(PrintedPrecision precision, SectionTexts texts) {
  private static final int MAX_AMOUNTS_BACK = 24;

  /** A line break after a stop; other line breaks may come from the layout of a page. */
  private static final Pattern PARAGRAPH_END = Pattern.compile("[。；：][^\\S\n]*\n");

  private static final Pattern SENTENCE_PART_END = Pattern.compile("[；;。]");

  private static final String BALANCE = "结余";

  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(BalanceIdentity.class);
  private static final Pattern OFFSET_WORDS = PATTERNS.get("offset");

  /**
   * An amount of a section with its sentence and paragraph, and with the whole of the list that it
   * is a part of.
   *
   * @param part number, in the text, of the part of a sentence that contains it; parts end with a
   *     semicolon
   * @param sentence number of its sentence in the text
   * @param paragraph number of its paragraph
   * @param whole the subject of the list that the amount is a part of, or null
   */
  private record LocatedAmount(
      TermWithSubject amount, int part, int sentence, int paragraph, @Nullable Subject whole) {
    Subject subject() {
      return amount.subject();
    }

    Span span() {
      return amount.span();
    }

    /**
     * Whether another amount may be a term of the same balance: it has the same stage, year, period
     * and body and, if both state one, the same perimeter.
     */
    boolean mayBeInSameBalance(LocatedAmount other) {
      StageAndTime stageAndTime = amount.stageAndTime();
      Subject body = other.subject();
      return mergeExecutionIntoResult(stageAndTime.stage())
              == mergeExecutionIntoResult(other.amount.stageAndTime().stage())
          && Objects.equals(stageAndTime.year(), other.amount.stageAndTime().year())
          && Objects.equals(stageAndTime.period(), other.amount.stageAndTime().period())
          && (subject().perimeter() == null
              || body.perimeter() == null
              || subject().perimeter() == body.perimeter())
          && Objects.equals(subject().entity(), body.entity());
    }

    /**
     * Treats execution of the year as its result, since balances are computed from amounts of
     * either stage.
     */
    private static @Nullable Stage mergeExecutionIntoResult(@Nullable Stage stage) {
      return stage == Stage.EXECUTION ? Stage.RESULT : stage;
    }
  }

  List<IdentityResult> check(SectionStatements section) {
    List<LocatedAmount> amounts = collectAmounts(section.statements());
    List<IdentityResult> answers = new ArrayList<>();
    for (BalanceDefinition definition : BalanceDefinition.all()) {
      for (int i = definition.nothingRemainsWords() == null ? definition.terms().size() : 1;
          i < amounts.size();
          i++) {
        LocatedAmount left = amounts.get(i);
        boolean result =
            definition.nothingRemainsWords() == null
                ? definition.balanceNames().contains(left.subject().account())
                : texts.textAfter(left.span()).contains(definition.nothingRemainsWords());
        if (result) {
          IdentityResult answer = checkBalance(definition, amounts, i);
          if (answer != null) {
            answers.add(answer);
          }
        }
      }
    }
    return answers;
  }

  /** The amounts of money of a section in reading order, each once. */
  private List<LocatedAmount> collectAmounts(List<Statement> statements) {
    List<LocatedAmount> amounts = new ArrayList<>();
    Span before = null;
    int part = 0;
    int sentence = 0;
    int paragraph = 0;
    Map<Span, Subject> wholes = mapPartsToWholes(statements);
    for (Statement statement : statements) {
      TermWithSubject amount = TermWithSubject.readFrom(statement, precision);
      if (amount == null || amount.term().printed().measure() != Quantity.Measure.MONEY) {
        continue;
      }
      Span span = amount.span();
      if (before != null && span.start() < before.end()) {
        // 收支总计均为… states one number for two subjects; the number must not be added twice
        continue;
      }
      String between = before == null ? "" : texts.textBetween(before, span);
      boolean ends = PARAGRAPH_END.matcher(between).find();
      sentence += ends || between.indexOf('。') >= 0 ? 1 : 0;
      paragraph += ends ? 1 : 0;
      part += ends || SENTENCE_PART_END.matcher(between).find() ? 1 : 0;
      amounts.add(new LocatedAmount(amount, part, sentence, paragraph, wholes.get(span)));
      before = span;
    }
    return amounts;
  }

  /** For each amount that is a part of a list, by its span, the subject of the whole. */
  private static Map<Span, Subject> mapPartsToWholes(List<Statement> statements) {
    Map<Span, Subject> wholes = new HashMap<>();
    for (Statement statement : statements) {
      if (statement instanceof Statement.ItemList list
          && list.whole() instanceof Statement.Amount whole) {
        whole
            .operand()
            .subject()
            .uniqueValue()
            .ifPresent(
                subject ->
                    list.parts().stream()
                        .flatMap(p -> Stream.ofNullable(TermWithSubject.findAmount(p.statement())))
                        .forEach(amount -> wholes.put(amount.span(), subject)));
      }
    }
    return wholes;
  }

  private @Nullable IdentityResult checkBalance(
      BalanceDefinition definition, List<LocatedAmount> amounts, int at) {
    LocatedAmount left = amounts.get(at);
    if ((definition.balanceMustBeLastOfSentence() && hasLaterBalanceInSentence(amounts, left))
        || (definition.textMustStateOffset()
            && !OFFSET_WORDS.matcher(texts.textBefore(left.span())).find())) {
      return null;
    }
    int count = definition.terms().size();
    List<LocatedAmount> before = new ArrayList<>();
    int from = definition.nothingRemainsWords() == null ? at - 1 : at;
    boolean others = false;
    for (int i = from;
        i >= Math.max(0, from - MAX_AMOUNTS_BACK)
            && isWithinDefinedRange(definition, amounts.get(i), left);
        i--) {
      LocatedAmount candidate = amounts.get(i);
      boolean term = definition.hasTerm(candidate.subject());
      if (!candidate.mayBeInSameBalance(left)
          || (definition.range().compareTo(BalanceDefinition.Range.SENTENCE) > 0 && !term)
          || definition.hasTerm(candidate.whole())) {
        continue;
      }
      others |= before.size() == count;
      if (before.size() < count) {
        before.addFirst(candidate);
      }
    }
    List<IdentityTerm> signed = findSignedTerms(definition, before);
    boolean equal =
        signed.size() == 2 && signed.getFirst().value().add(signed.get(1).value()).signum() == 0;
    if (signed.size() != count
        || (definition.termsMustBeOnlyAmounts() && others)
        || (definition.termsMustDiffer() && equal)
        || (definition.balanceMustFollowLastTerm() && !amounts.get(at - 1).equals(before.getLast()))
        || isCoveredByEarlierBalance(
            definition, amounts.subList(0, at), left.subject(), before.getLast(), signed)
        || isRemainderOfOtherAmount(amounts.subList(0, at), left, signed)
        || (definition.range() != BalanceDefinition.Range.SECTION
            && before.stream().map(LocatedAmount::paragraph).distinct().count() > 1)) {
      return null;
    }
    Span span = before.getFirst().amount().clause().extendToEndOf(left.amount().clause());
    return definition.nothingRemainsWords() == null
        ? checkBalance(
            left.amount().term(),
            signed,
            findFurtherTerms(definition, amounts.subList(0, at), before.getFirst(), left),
            span)
        : checkBalance(
            signed.getFirst(),
            signed.subList(1, count).stream().map(IdentityTerm::negate).toList(),
            List.of(),
            span);
  }

  /**
   * The amounts between the first term of a balance and the balance that change it although not
   * every text states them, with their signs: 收入总量568万元，支出372万元，调出资金160万元，结转下年36万元. Parts of a term
   * are not among them.
   */
  private static List<IdentityTerm> findFurtherTerms(
      BalanceDefinition definition,
      List<LocatedAmount> amounts,
      LocatedAmount first,
      LocatedAmount balance) {
    return amounts.stream()
        .filter(a -> a.span().start() > first.span().start())
        .filter(a -> a.paragraph() == balance.paragraph() && a.mayBeInSameBalance(balance))
        .filter(a -> !definition.hasTerm(a.whole()))
        .flatMap(
            a ->
                definition.furtherTerms().stream()
                    .filter(term -> term.matches(a.subject()))
                    .map(
                        term ->
                            term.isSubtracted() ? a.amount().term().negate() : a.amount().term()))
        .toList();
  }

  /**
   * Whether the text already states the balance of these terms before {@code balance}, as
   * 当年结余5699万元 in 收入61174万元，支出55475万元，当年结余5699万元, so that the balances after that are its parts; or
   * states a balance under another name, of which the balance may be a part: 年终结余10万元，其中结转下年8万元.
   */
  private static boolean isCoveredByEarlierBalance(
      BalanceDefinition definition,
      List<LocatedAmount> amounts,
      Subject balance,
      LocatedAmount lastTerm,
      List<IdentityTerm> signed) {
    return amounts.stream()
        .filter(a -> a.span().start() > lastTerm.span().start())
        .filter(a -> definition.balanceNames().contains(a.subject().account()))
        .anyMatch(
            a ->
                !a.subject().account().equals(balance.account())
                    || NumberRelation.sum(a.amount().term(), signed).holds());
  }

  /**
   * Whether the balance is the remainder of another amount of the paragraph after the subtracted
   * terms, 预算100万元，到位80万元，支出60万元，结余40万元, or of the terms and another amount together:
   * 上年结转12万元，到位80万元，支出76万元，结余16万元.
   */
  private static boolean isRemainderOfOtherAmount(
      List<LocatedAmount> amounts, LocatedAmount remainder, List<IdentityTerm> signed) {
    List<IdentityTerm> subtracted = signed.stream().filter(t -> t.value().signum() < 0).toList();
    return !subtracted.isEmpty()
        && amounts.stream()
            .filter(a -> a.paragraph() == remainder.paragraph())
            .filter(
                a ->
                    signed.stream().noneMatch(t -> t.printed().equals(a.amount().term().printed())))
            .map(LocatedAmount::amount)
            .flatMap(
                other ->
                    Stream.of(subtracted, signed)
                        .map(
                            terms ->
                                Stream.concat(Stream.of(other.term()), terms.stream()).toList()))
            .anyMatch(terms -> NumberRelation.sum(remainder.amount().term(), terms).holds());
  }

  private static boolean hasLaterBalanceInSentence(
      List<LocatedAmount> amounts, LocatedAmount remainder) {
    return amounts.stream()
        .anyMatch(
            s ->
                s.sentence() == remainder.sentence()
                    && s.subject().account().endsWith(BALANCE)
                    && s.span().start() > remainder.span().start());
  }

  private static boolean isWithinDefinedRange(
      BalanceDefinition definition, LocatedAmount one, LocatedAmount other) {
    return switch (definition.range()) {
      case PART -> one.part() == other.part();
      case SENTENCE -> one.sentence() == other.sentence();
      case PARAGRAPH -> one.paragraph() == other.paragraph();
      case SECTION -> true;
    };
  }

  /**
   * The amounts that are terms of a balance, with their signs, in the order of the text; fewer than
   * the definition has if the text does not state all of them.
   */
  private static List<IdentityTerm> findSignedTerms(
      BalanceDefinition definition, List<LocatedAmount> before) {
    List<BalanceDefinition.SignedTerm> open = new ArrayList<>(definition.terms());
    List<IdentityTerm> signed = new ArrayList<>();
    for (LocatedAmount amount : before) {
      BalanceDefinition.SignedTerm term =
          open.stream().filter(t -> t.matches(amount.subject())).findFirst().orElse(null);
      if (term != null) {
        open.remove(term);
        IdentityTerm value = amount.amount().term();
        signed.add(term.isSubtracted() ? value.negate() : value);
      }
    }
    return signed;
  }

  private IdentityResult checkBalance(
      IdentityTerm remainder, List<IdentityTerm> terms, List<IdentityTerm> further, Span span) {
    NumberRelation relation = NumberRelation.sum(remainder, terms);
    NumberRelation withFurther =
        NumberRelation.sum(remainder, Stream.concat(terms.stream(), further.stream()).toList());
    return relation.holds() || withFurther.holds()
        ? IdentityResult.createAgreement("balance", relation.holds() ? relation : withFurther)
        : IdentityResult.reportBrokenSum("balance", texts, span, withFurther);
  }
}
