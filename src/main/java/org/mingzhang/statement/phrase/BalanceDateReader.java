package org.mingzhang.statement.phrase;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Subject;
import org.mingzhang.text.PatternTable;

/**
 * Reads the date that stands in the name of property or debt. 年初资产总额 is the amount of the account
 * 资产总额 at the end of the year before, with which 比年初 compares. The balances that the chart has for
 * both dates, 年初结转和结余 and 年末结转和结余, are separate accounts and are not changed.
 */
public final class BalanceDateReader {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(BalanceDateReader.class);
  private static final Pattern DATED_NAME = PATTERNS.get("dated-balance");
  private static final Pattern OPENING_DATE = PATTERNS.get("opening-date");
  private static final Pattern PROPERTY_OR_DEBT = PATTERNS.get("property-or-debt");

  private static final String END_OF_YEAR = "年末";
  private static final String BEGINNING_OF_YEAR = "年初";

  private final AccountNameResolver nameResolver;

  BalanceDateReader(AccountNameResolver nameResolver) {
    this.nameResolver = nameResolver;
  }

  /**
   * The phrase with the account and year of its balance if its only name includes a date, 年初资产总额,
   * or follows one, 2018年初资产总额; otherwise the phrase itself.
   *
   * @param isAtBeginningOfYear whether the phrase states the beginning of a year outside the name
   * @param referenceYear year from which 年初 is counted; 0 if unknown
   */
  AmountPhrase withDateOfBalance(
      AmountPhrase phrase, boolean isAtBeginningOfYear, int referenceYear) {
    Subject named = phrase.subjects().size() == 1 ? phrase.subjects().getFirst() : null;
    if (named == null || named.item() != null || !isPropertyOrDebt(named)) {
      return phrase;
    }
    Matcher dated = DATED_NAME.matcher(named.account());
    boolean inName = !named.isInChart() && dated.matches();
    AmountPhrase undated =
        inName ? phrase.withSubjects(List.of(resolveUndated(named, dated.group("name")))) : phrase;
    return isAtBeginningOfYear || (inName && dated.group("opening") != null)
        ? withYearBefore(undated, referenceYear)
        : undated;
  }

  private Subject resolveUndated(Subject named, String name) {
    return nameResolver
        .resolve(name, named.span())
        .map(ResolvedName::subject)
        .orElseGet(() -> named.withAccountAndItem(name, false, null));
  }

  /**
   * The base of a comparison of property, debt or a closing balance with the beginning of the year,
   * 比年初: the year before. Other bases are returned unchanged.
   *
   * @param base the words of the base, read as a phrase
   * @param words the words of the base
   * @param compared what is compared
   * @param referenceYear year from which 年初 is counted; 0 if unknown
   */
  public static AmountPhrase withYearOfOpening(
      AmountPhrase base, String words, List<Subject> compared, int referenceYear) {
    return OPENING_DATE.matcher(words).matches()
            && compared.size() == 1
            && (isPropertyOrDebt(compared.getFirst())
                || compared.getFirst().account().startsWith(END_OF_YEAR))
        ? withYearBefore(base.withSubjects(List.of()), referenceYear)
        : base;
  }

  /**
   * The account of the opening balance to which the name of a closing balance belongs: 年初结转和结余 for
   * 年末结转和结余; null for other accounts.
   */
  public static @Nullable String findOpeningAccount(Subject closing) {
    return closing.account().startsWith(END_OF_YEAR)
        ? BEGINNING_OF_YEAR + closing.account().substring(END_OF_YEAR.length())
        : null;
  }

  /** Whether an account is property or debt, an amount at a date and not one of a year. */
  public static boolean isPropertyOrDebt(Subject subject) {
    return PROPERTY_OR_DEBT.matcher(subject.account()).find();
  }

  private static AmountPhrase withYearBefore(AmountPhrase phrase, int referenceYear) {
    int year = phrase.years().size() == 1 ? phrase.years().getFirst() : referenceYear;
    return year == 0 ? phrase : phrase.withRelativeYears(List.of(year - 1));
  }
}
