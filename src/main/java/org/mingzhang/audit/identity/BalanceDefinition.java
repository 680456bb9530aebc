package org.mingzhang.audit.identity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Subject;
import org.mingzhang.text.TsvResource;

/**
 * A balance: an amount that remains after others are added and subtracted, as a line of {@code
 * balances.tsv} defines it.
 *
 * @param balanceNames names of the balance; empty if words state that nothing remains
 * @param nothingRemainsWords the words that state that nothing remains, or null
 * @param terms the amounts before it
 * @param furtherTerms terms of which the text may state any number of amounts, or none
 * @param range where the terms may be
 * @param termsMustBeOnlyAmounts whether no further amount that could be in the same balance may be
 *     printed before it within the range
 * @param termsMustDiffer whether the values of the terms must differ
 * @param textMustStateOffset whether words before the balance must say that revenue and expenditure
 *     were offset against each other: 收支相抵，结转下年
 * @param balanceMustBeLastOfSentence whether no other amount whose account ends with 结余 may follow
 *     in the sentence
 * @param balanceMustFollowLastTerm whether no amount may be printed between the last term and the
 *     balance
 */
record BalanceDefinition(
    Set<String> balanceNames,
    @Nullable String nothingRemainsWords,
    List<SignedTerm> terms,
    List<SignedTerm> furtherTerms,
    Range range,
    boolean termsMustBeOnlyAmounts,
    boolean termsMustDiffer,
    boolean textMustStateOffset,
    boolean balanceMustBeLastOfSentence,
    boolean balanceMustFollowLastTerm) {
  /** The part of a text in which all amounts of a balance are. */
  enum Range {
    /** A part of a sentence, up to the next semicolon or the end of the sentence. */
    PART,
    SENTENCE,
    PARAGRAPH,
    SECTION
  }

  private static final int COLUMNS = 5;
  private static final String ANY_NUMBER = "?";
  private static final String ONLY_AMOUNTS_GUARD = "alone";
  private static final String DIFFERENT_AMOUNTS_GUARD = "apart";
  private static final String OFFSET_GUARD = "offset";
  private static final String ONLY_BALANCE_GUARD = "whole";
  private static final String NEXT_GUARD = "next";
  private static final List<BalanceDefinition> ALL =
      TsvResource.parseRows(
          BalanceDefinition.class, "balances.tsv", COLUMNS, BalanceDefinition::parse);

  static List<BalanceDefinition> all() {
    return ALL;
  }

  /** Whether an amount of a subject is one of the terms. */
  boolean hasTerm(@Nullable Subject subject) {
    return subject != null && terms.stream().anyMatch(t -> t.matches(subject));
  }

  /**
   * A term under any of its names, added or subtracted.
   *
   * @param names names of the account or item; one that begins with "*" matches every name that
   *     ends with the rest
   */
  record SignedTerm(List<String> names, boolean isSubtracted) {
    private static final String MINUS = "-";

    private static SignedTerm parse(String written) {
      String sign = TsvResource.requireKeyword(written.substring(0, 1), "+", MINUS);
      int end = written.length() - (written.endsWith(ANY_NUMBER) ? ANY_NUMBER.length() : 0);
      return new SignedTerm(List.of(written.substring(1, end).split("\\|")), sign.equals(MINUS));
    }

    boolean matches(Subject subject) {
      String item = subject.item();
      String name = item == null ? subject.account() : item;
      return (!subject.isInChart() && names.contains(subject.account()))
          || names.stream()
              .anyMatch(n -> n.startsWith("*") ? name.endsWith(n.substring(1)) : name.equals(n));
    }
  }

  private static BalanceDefinition parse(List<String> cells) {
    String left = cells.getFirst();
    boolean inWords = left.startsWith("「");
    List<String> guards = TsvResource.splitList(cells.get(3));
    guards.forEach(
        guard ->
            TsvResource.requireKeyword(
                guard,
                ONLY_AMOUNTS_GUARD,
                DIFFERENT_AMOUNTS_GUARD,
                OFFSET_GUARD,
                ONLY_BALANCE_GUARD,
                NEXT_GUARD));
    Map<Boolean, List<SignedTerm>> terms =
        TsvResource.splitList(cells.get(1)).stream()
            .collect(
                Collectors.partitioningBy(
                    term -> term.endsWith(ANY_NUMBER),
                    Collectors.mapping(SignedTerm::parse, Collectors.toList())));
    return new BalanceDefinition(
        inWords ? Set.of() : Set.of(left.split(";")),
        inWords ? left.substring(1, left.length() - 1) : null,
        terms.getOrDefault(false, List.of()),
        terms.getOrDefault(true, List.of()),
        Range.valueOf(
            TsvResource.requireKeyword(cells.get(2), "part", "sentence", "paragraph", "section")
                .toUpperCase(Locale.ROOT)),
        guards.contains(ONLY_AMOUNTS_GUARD),
        guards.contains(DIFFERENT_AMOUNTS_GUARD),
        guards.contains(OFFSET_GUARD),
        guards.contains(ONLY_BALANCE_GUARD),
        guards.contains(NEXT_GUARD));
  }
}
